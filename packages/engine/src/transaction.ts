import { sha256Hex } from '@reglament/regulation';
import { effectsOf } from './effects.ts';
import { EngineError } from './errors.ts';
import { chainEvent, chainStart } from './history/chain.ts';
import { evolve } from './history/evolve.ts';
import type { EventBody, HistoryEvent } from './model/event.ts';
import type { Instance, TextRef } from './model/instance.ts';
import type { Effect, StepContext, StoredText } from './model/step.ts';

/**
 * One step in the making. What is decided is recorded as an event and applied at once, so that later decisions of the
 * same step see the reduced state, and the state is the fold of its events by construction.
 */
export class Transaction {
  readonly context: StepContext;
  readonly events: HistoryEvent[] = [];
  readonly effects: Effect[] = [];
  /** Stages that passed as kept in this step; none passes so twice, or a cycle of kept stages would never rest. */
  readonly passedAsKept = new Set<string>();
  /** The stage that a return taken in this step leads to: it is asked whatever was decided there before. */
  returnedTo: string | null = null;
  /** Whether a way taken in this step said whom the next round asks. */
  noted = false;
  #state: Instance | null;

  constructor(state: Instance | null, context: StepContext) {
    this.#state = state;
    this.context = context;
  }

  get state(): Instance {
    if (this.#state === null) throw new EngineError('ENG_INSTANCE_MISSING', {});
    return this.#state;
  }

  record(body: EventBody): void {
    const before = this.#state;
    const head = {
      instance: body.type === 'started' ? body.instance.id : this.state.id,
      seq: (before?.history.length ?? 0) + 1,
      atMs: this.context.nowMs,
      directory: this.context.directory.revision,
    };
    const event = this.context.unchained
      ? { ...head, body, hash: chainStart }
      : chainEvent(before?.history.head ?? chainStart, head, body, this.context.sha256Hex);
    const after = evolve(before, event);
    this.#state = after;
    this.events.push(event);
    for (const effect of effectsOf(before, event, after, this.context)) this.effects.push(effect);
  }

  /** Puts a personal text beside the history and returns what the history keeps of it. */
  text(words: string): TextRef {
    const { newId, sha256Hex: sha256 = sha256Hex } = this.context;
    const salt = newId();
    const text: StoredText = { id: newId(), salt, text: words, digest: sha256(salt + words) };
    this.effects.push({ type: 'text', text });
    return { id: text.id, digest: text.digest };
  }
}
