import type { Card, CardValue } from './field.ts';
import type { Slug, Text } from './regulation.ts';

/** A moment in the scenario's zone, `YYYY-MM-DDTHH:MM`. */
export type LocalMoment = string;

/** An invented person, and which participants he plays. */
export interface CastMember {
  readonly name: string;
  readonly post: string;
  readonly plays: readonly Slug[];
  readonly absences?: readonly { readonly from: string; readonly to: string; readonly substitute?: Slug }[];
}

export type ScenarioStep =
  | {
      readonly do: 'decide';
      readonly at: LocalMoment;
      readonly stage: Slug;
      readonly by: Slug;
      readonly outcome: Slug;
      readonly remarks?: readonly string[];
      readonly text?: string;
      readonly form?: Readonly<Record<Slug, CardValue>>;
      /** Card fields to change in a stage that edits; `null` empties. Makes a new version. */
      readonly card?: Readonly<Record<Slug, CardValue | null>>;
      /** The files change, which makes a new version. */
      readonly files?: boolean;
    }
  | { readonly do: 'runClock'; readonly at: LocalMoment }
  | {
      readonly do: 'withdraw' | 'annul';
      readonly at: LocalMoment;
      readonly by: Slug;
      readonly reason: string;
    };

/** What must hold after the step with this index (from 0; -1 is right after sending; absent is at the end). */
export type Must = { readonly after?: number } & (
  | { readonly that: 'open'; readonly stage: Slug; readonly at: readonly Slug[]; readonly due?: LocalMoment }
  | { readonly that: 'notOpen'; readonly stage: Slug }
  | { readonly that: 'visited'; readonly stage: Slug; readonly times: number }
  | {
      readonly that: 'decision';
      readonly stage: Slug;
      readonly by: Slug;
      readonly outcome: Slug;
      readonly withRemarks?: boolean;
      readonly automatic?: boolean;
      readonly late?: boolean;
    }
  | { readonly that: 'kept'; readonly stage: Slug }
  | { readonly that: 'endsAs'; readonly as: 'completed' | 'annulled' | 'withdrawn' }
  | { readonly that: 'endsBy'; readonly date: string }
  | { readonly that: 'endsWithin'; readonly workingDays: number }
  | { readonly that: 'incident'; readonly stage: Slug; readonly reason: string }
  | { readonly that: 'round'; readonly round: number }
);

/** A written run of a regulation with what must hold; without a `must` it is a recording and proves nothing. */
export interface Scenario {
  readonly format: 'scenario/1';
  readonly id: Slug;
  readonly title: Text;
  readonly regulation: Slug;
  readonly zone: string;
  readonly startAt: LocalMoment;
  readonly cast: Readonly<Record<Slug, CastMember>>;
  readonly initiator: Slug;
  readonly card: Card;
  /** For `chosen` participants: cast members. For card fields of type `posts` the card names cast members too. */
  readonly chosen?: Readonly<Record<Slug, readonly Slug[]>>;
  readonly steps: readonly ScenarioStep[];
  readonly must: readonly Must[];
}
