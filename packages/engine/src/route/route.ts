import {
  canonicalJson,
  compile,
  type MachineJson,
  type Regulation,
  type StateJson,
  type StateMeta,
} from '@reglament/regulation';
import { createMachine, initialTransition, transition } from 'xstate';
import { EngineError } from '../errors.ts';

/** A machine's state as XState persists it: a name, or regions by name. */
export type RouteValue = string | { readonly [key: string]: RouteValue };

/** A state the machine is in, with what it stands for. Blocks come before what they hold. */
export interface Place {
  readonly meta: StateMeta;
  readonly final: boolean;
  /** Inside a block. */
  readonly inBlock: boolean;
}

/** Results of rules by name: all that a guard may look at. */
export type RuleResults = Readonly<Record<string, boolean>>;

/**
 * Where an instance goes: the compiled machine behind two questions. XState routes by its pure functions over a machine
 * made once; no actor is started, nothing is invoked, no delay exists.
 */
export interface Route {
  readonly machine: MachineJson;
  initial(): RouteValue;
  /**
   * The value after one explicit event. Pure.
   * @throws ENG_ROUTE_EVENT_UNKNOWN when the state does not take the event (it would be silently ignored)
   * @throws ENG_ROUTE_STATE_UNKNOWN when the stored value is not of this machine
   */
  send(value: unknown, event: string, results: RuleResults): RouteValue;
  places(value: unknown): readonly Place[];
}

/** Microsteps of one event: a block's end is one more; anything near the bound is a cycle. */
const maxIterations = 100;

/** Answers kept for a machine: the same few ways are asked for by every document, and XState's answer never changes. */
const maxKnown = 2000;

/** Compiles a regulation that lint finds no error in and closes the machine over its guards. */
export function createRoute(regulation: Regulation): Route {
  const { machine: config } = compile(regulation);
  const machine = createMachine(
    { ...plainCopy(config), options: { maxIterations } },
    { guards: { rule: ({ event }, params) => ruleHolds(event, params) } },
  );
  const revive = (value: unknown) => {
    const resolved = resolve(value);
    // XState fills in what it misses (a region that was added) without a word; that would be a visit nobody opened.
    if (resolved === null || canonicalJson(resolved.value) !== canonicalJson(value)) {
      throw new EngineError('ENG_ROUTE_STATE_UNKNOWN', {
        regulation: regulation.id,
        state: JSON.stringify(value),
      });
    }
    return resolved;
  };
  const resolve = (value: unknown) => {
    try {
      return machine.resolveState({ value: value as never });
    } catch {
      return null;
    }
  };
  const route = (value: unknown, event: string, results: RuleResults): RouteValue => {
    const before = revive(value);
    const [after] = transition(machine, before, { type: event, results });
    // XState answers an event it does not take with the very same snapshot.
    if (after === before) {
      throw new EngineError('ENG_ROUTE_EVENT_UNKNOWN', {
        regulation: regulation.id,
        event,
        state: JSON.stringify(value),
      });
    }
    return frozen(after.value as RouteValue);
  };
  const known = new Map<string, RouteValue>();
  return {
    machine: config,
    initial: () => initialTransition(machine)[0].value as RouteValue,
    send(value, event, results) {
      const question = canonicalJson([value, event, results]);
      const answer = known.get(question) ?? route(value, event, results);
      if (known.size >= maxKnown) known.clear();
      known.set(question, answer);
      return answer;
    },
    places: (value) => placesOf(config.states, value, false),
  };
}

/** One answer goes into many instances; nobody may change it under the others. */
function frozen(value: RouteValue): RouteValue {
  if (typeof value === 'object') for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Guards look up what was evaluated before the event; a rule that was not is a broken contract, never a silent no. */
function ruleHolds(event: unknown, params: unknown): boolean {
  const { name } = params as { readonly name: string };
  const { results } = event as { readonly results?: RuleResults };
  const result = results !== undefined && Object.hasOwn(results, name) ? results[name] : undefined;
  if (typeof result !== 'boolean') throw new EngineError('ENG_RULE_UNKNOWN', { rule: name });
  return result;
}

function placesOf(states: Readonly<Record<string, StateJson>>, value: unknown, inBlock: boolean): Place[] {
  if (typeof value === 'string') {
    const state = states[value];
    return state === undefined ? [] : [{ meta: state.meta, final: state.type === 'final', inBlock }];
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
    const state = states[key];
    if (state?.states === undefined) return [];
    const own: Place = { meta: state.meta, final: false, inBlock };
    return [own, ...placesOf(state.states, inner, true)];
  });
}

/** XState keeps and normalises what it is given; the source map's own copy stays as it is. */
function plainCopy(config: MachineJson): Record<string, unknown> {
  return JSON.parse(JSON.stringify(config));
}
