import type { Regulation, Transition } from '@reglament/regulation';
import type { Directory } from '../directory/directory.ts';
import type { Route } from '../route/route.ts';
import type { CompiledRule } from '../rules/compile-rules.ts';
import type { Refusal } from './command.ts';
import type { HistoryEvent } from './event.ts';
import type { Incident, Instance, Task, Timer } from './instance.ts';

/** Everything a step may know besides the instance and the command. */
export interface StepContext {
  readonly nowMs: number;
  readonly regulation: CompiledRegulation;
  readonly directory: Directory;
  /** Fresh ids and salts, injected. */
  readonly newId: () => string;
  /** SHA-256 of a text in UTF-8 as lower-case hex, where the host has a faster one than the portable default. */
  readonly sha256Hex?: (text: string) => string;
  /** A plan: nobody keeps its events, so none is hashed. */
  readonly unchained?: boolean;
}

/** A published version, parsed, compiled and with its rules closed over; cached per version. */
export interface CompiledRegulation {
  readonly regulation: Regulation;
  readonly version: number;
  readonly hash: string;
  readonly route: Route;
  readonly rules: Readonly<Record<string, CompiledRule>>;
  /** The transition from a stage's outcome, by `<stage>.<outcome>`. */
  readonly transitions: ReadonlyMap<string, { readonly id: string; readonly transition: Transition }>;
}

/** A text that goes beside the history: its digest is in the chain, the salt and the words lie apart and can be erased. */
export interface StoredText {
  readonly id: string;
  readonly salt: string;
  readonly text: string;
  readonly digest: string;
}

/** A word to posts that needs no decision. */
export interface Notice {
  readonly id: string;
  readonly kind: 'reminder' | 'escalation' | 'overdue' | 'incident' | 'decided' | 'ended' | 'handedOver';
  readonly positions: readonly string[];
  readonly instance: string;
  readonly document: string;
  readonly stage?: string;
  readonly task?: string;
  readonly dueAtMs?: number;
  readonly atMs: number;
  readonly params: Readonly<Record<string, string>>;
}

/** What the commit writes beside instance and history. Nothing else happens. */
export type Effect =
  | { readonly type: 'task.open'; readonly task: Task }
  | { readonly type: 'task.change'; readonly task: Task }
  | { readonly type: 'task.close'; readonly task: Task; readonly why: string; readonly decision?: string }
  /** A new row, or another moment for the row of that id. */
  | { readonly type: 'timer.open'; readonly timer: Timer }
  | { readonly type: 'timer.close'; readonly timer: string; readonly why: 'fired' | 'cancelled' }
  | { readonly type: 'incident.open'; readonly incident: Incident }
  | { readonly type: 'incident.close'; readonly incident: string }
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'text'; readonly text: StoredText }
  /** Principals who may see the document from now on. */
  | { readonly type: 'reader'; readonly principal: string };

export type StepResult =
  | {
      readonly ok: true;
      readonly instance: Instance;
      readonly events: readonly HistoryEvent[];
      readonly effects: readonly Effect[];
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly params: Readonly<Record<string, string | number>>;
    };
