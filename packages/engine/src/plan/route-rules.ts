import { outcomesOf } from '@reglament/regulation';
import type { HistoryEvent } from '../model/event.ts';
import type { CompiledRegulation } from '../model/step.ts';

/** A stage that a choice passed by. */
export interface PassedBy {
  readonly stage: string;
  readonly atMs: number;
  readonly rule?: string;
}

export interface RouteRules {
  /** The rule whose alternative led to a visit. */
  readonly ruleOf: ReadonlyMap<string, string>;
  readonly passedBy: readonly PassedBy[];
}

/** What the rules did on the way, read from history: which led where, and which stages a choice jumped over. Pure. */
export function routeRules(events: readonly HistoryEvent[], compiled: CompiledRegulation): RouteRules {
  const ruleOf = new Map<string, string>();
  const passedBy: PassedBy[] = [];
  let led: { readonly to: string; readonly rule: string } | null = null;
  for (const { body, atMs } of events) {
    if (body.type === 'visitOpened' && led?.to === body.stage) {
      ruleOf.set(body.visit, led.rule);
      led = null;
    }
    if (body.type !== 'moved') continue;
    const transition = compiled.transitions.get(body.event)?.transition;
    const taken = transition?.alternatives[body.alternative ?? ''];
    if (transition === undefined || taken === undefined) continue;
    if (taken.rule !== undefined) led = { to: taken.to, rule: taken.rule };
    if (compiled.regulation.stages[transition.from]?.kind !== 'choice') continue;
    for (const alternative of Object.values(transition.alternatives)) {
      for (const stage of wayTo(alternative.to, taken.to, compiled)) {
        passedBy.push({ stage, atMs, ...(taken.rule === undefined ? {} : { rule: taken.rule }) });
      }
    }
  }
  return { ruleOf, passedBy };
}

/** Stages on a forward way from one to another, without the last; none when there is no such way. */
function wayTo(from: string, to: string, compiled: CompiledRegulation): readonly string[] {
  const seen = new Set<string>();
  const walk = (id: string): readonly string[] | null => {
    if (id === to) return [];
    const stage = compiled.regulation.stages[id];
    if (stage === undefined || seen.has(id)) return null;
    seen.add(id);
    for (const { id: outcome, tone } of outcomesOf(stage)) {
      const transition = compiled.transitions.get(`${id}.${outcome}`)?.transition;
      if (tone !== 'forward' || transition === undefined) continue;
      for (const alternative of Object.values(transition.alternatives)) {
        const rest = walk(alternative.to);
        if (rest !== null) return stage.kind === 'choice' ? rest : [id, ...rest];
      }
    }
    return null;
  };
  return walk(from) ?? [];
}
