import { type Card, canonicalJson, type Regulation, sha256Hex } from '@reglament/regulation';
import { compileForEngine } from '../compile-for-engine.ts';
import type { Directory } from '../directory/directory.ts';
import type { Command } from '../model/command.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Actor, Instance, Task } from '../model/instance.ts';
import type { CompiledRegulation, Effect, StepContext, StepResult } from '../model/step.ts';
import { currentVersion } from '../state.ts';
import { step } from '../step.ts';
import { at, office } from './office.ts';

type Decide = Extract<Command, { type: 'decide' }>;
type Extra = Partial<Omit<Decide, 'type' | 'task' | 'outcome' | 'version'>> & {
  /** Card fields to change: makes the next version. `null` empties. */
  readonly card?: Readonly<Record<string, Card[string] | null>>;
  /** Another list of files. */
  readonly file?: string;
};

export function digestOf(card: Card, files: readonly { name: string; digest: string }[]): string {
  return sha256Hex(canonicalJson({ card, files })).slice(0, 12);
}

/** A document on its way, with a clock: a small language for stories. */
export class Case {
  readonly compiled: CompiledRegulation;
  directory: Directory;
  nowMs: number;
  instance: Instance | null = null;
  readonly history: HistoryEvent[] = [];
  effects: readonly Effect[] = [];
  /** Events of the last step. */
  events: readonly HistoryEvent[] = [];
  #ids = 0;

  /** @param regulation - of a version compiled already when a document is one of many */
  constructor(
    regulation: Regulation | CompiledRegulation,
    options: { readonly directory?: Directory; readonly at?: string; readonly id?: string } = {},
  ) {
    this.compiled = 'route' in regulation ? regulation : compileForEngine(regulation, 3, 'hash-3');
    this.directory = options.directory ?? office;
    // A Monday.
    this.nowMs = at(options.at ?? '2026-03-16T10:00');
  }

  get state(): Instance {
    if (this.instance === null) throw new Error('not started');
    return this.instance;
  }

  context(): StepContext {
    return {
      nowMs: this.nowMs,
      regulation: this.compiled,
      directory: this.directory,
      newId: () => {
        this.#ids += 1;
        return `id-${String(this.#ids).padStart(4, '0')}`;
      },
    };
  }

  /** The same document at the same moment, to go another way. */
  fork(): Case {
    const other = new Case(this.compiled, { directory: this.directory });
    other.nowMs = this.nowMs;
    other.instance = this.instance;
    other.history.push(...this.history);
    other.#ids = this.#ids;
    return other;
  }

  /** Gives a command and keeps what came of it; a refusal comes back and changes nothing. */
  send(command: Command): StepResult {
    const result = step(this.instance, command, this.context());
    if (result.ok) {
      this.instance = result.instance;
      this.events = result.events;
      this.effects = result.effects;
      this.history.push(...result.events);
    }
    return result;
  }

  /** Gives a command that must be taken. */
  must(command: Command): this {
    const result = this.send(command);
    if (!result.ok) throw new Error(`refused: ${result.refusal} ${JSON.stringify(result.params)}`);
    return this;
  }

  start(card: Card = {}, chosen: Readonly<Record<string, readonly string[]>> = {}): this {
    return this.must(startCommand(card, chosen));
  }

  /** The open task of a stage, of one post where several are open. */
  task(stage: string, position?: string): Task {
    const found = Object.values(this.state.tasks).find(
      (task) => task.stage === stage && (position === undefined || task.positions.includes(position)),
    );
    if (found === undefined) throw new Error(`no task of ${stage} ${position ?? ''}`);
    return found;
  }

  decideCommand(stage: string, outcome: string, position?: string, extra: Extra = {}): Decide {
    const task = this.task(stage, position);
    const own = position ?? task.positions[0] ?? '';
    const { card, file, ...rest } = extra;
    const version = currentVersion(this.state);
    return {
      type: 'decide',
      task: task.id,
      by: actor(own),
      outcome,
      digest: version.digest,
      ...(outcome === 'signed' ? { signature: { kind: 'simple', digest: version.digest } } : {}),
      ...(outcome === 'registered' ? { registration: { number: '1', sequence: 1, date: '2026-03-16' } } : {}),
      ...(outcome === 'sent' ? { answers: this.openAnswers() } : {}),
      ...(card === undefined && file === undefined ? {} : { version: nextVersion(this.state, card, file) }),
      ...rest,
    };
  }

  decide(stage: string, outcome: string, position?: string, extra: Extra = {}): this {
    return this.must(this.decideCommand(stage, outcome, position, extra));
  }

  /** What comes of a decision that may be refused. */
  tryDecide(stage: string, outcome: string, position?: string, extra: Extra = {}): StepResult {
    return this.send(this.decideCommand(stage, outcome, position, extra));
  }

  openAnswers() {
    return this.state.remarks
      .filter(({ status }) => status === 'open')
      .map(({ id }) => ({ remark: id, disposition: 'accepted' as const }));
  }

  /** Moves the clock and fires each timer in due order at its moment. */
  runTo(moment: string): this {
    const target = at(moment);
    for (;;) {
      const next = Object.values(this.state.timers)
        .filter(({ dueAtMs }) => dueAtMs <= target)
        .toSorted((one, other) => one.dueAtMs - other.dueAtMs || (one.id < other.id ? -1 : 1))[0];
      if (next === undefined) break;
      this.nowMs = Math.max(this.nowMs, next.dueAtMs);
      this.must({ type: 'timer', timer: next.id });
    }
    this.nowMs = Math.max(this.nowMs, target);
    return this;
  }

  /** Moves the clock alone, as in downtime. */
  jumpTo(moment: string): this {
    this.nowMs = at(moment);
    return this;
  }

  /** Stages with open tasks, each with the posts asked: `visa: p1, p2`. */
  get open(): readonly string[] {
    const byStage = new Map<string, string[]>();
    for (const { stage, positions } of Object.values(this.state.tasks)) {
      byStage.set(stage, [...(byStage.get(stage) ?? []), positions.join('/')]);
    }
    return [...byStage].map(([stage, posts]) => `${stage}: ${posts.sort().join(', ')}`).sort();
  }

  types(): readonly string[] {
    return this.events.map(({ body }) => body.type);
  }
}

export function actor(position: string): Actor {
  return { employee: `e-${position}`, position };
}

export function startCommand(
  card: Card = {},
  chosen: Readonly<Record<string, readonly string[]>> = {},
): Extract<Command, { type: 'start' }> {
  const full = { subject: 'О ремонте', ...card };
  const files = [{ name: 'проект.pdf', digest: 'f1' }];
  return {
    type: 'start',
    instance: 'i1',
    document: 'd1',
    organisation: 'adm',
    regulation: { id: 'test', version: 3, hash: 'hash-3' },
    initiator: { employee: 'e-author', position: 'author', unit: 'dept' },
    version: { digest: digestOf(full, files), card: full, files },
    chosen,
  };
}

export function nextVersion(
  state: Instance,
  change: Readonly<Record<string, Card[string] | null>> = {},
  file?: string,
) {
  const { card, files } = currentVersion(state);
  const changed = { ...card, ...change };
  const filled = Object.fromEntries(
    Object.entries(changed).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
  );
  const kept = file === undefined ? files : [{ name: 'проект.pdf', digest: file }];
  return { digest: digestOf(filled, kept), card: filled, files: kept };
}
