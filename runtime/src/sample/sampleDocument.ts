import type { Card, CardValue } from '@reglament/regulation';

/**
 * A moment of the story: a working day counted back from the last one that is over (0), and the time of its wall clock.
 * A document of the story is never decided on the day that is still running.
 */
export type At = readonly [day: number, time: string];

interface Decides {
  readonly at: At;
  readonly stage: string;
  readonly outcome: string;
  /** The post that decides, where several are asked. */
  readonly by?: string;
  readonly text?: string;
  readonly remarks?: readonly { readonly place?: string; readonly text: string }[];
  /** Made from the plain date of the day. */
  readonly form?: (date: string) => Readonly<Record<string, CardValue>>;
  /** Card fields that a stage which edits changes. */
  readonly edit?: Card;
  /** The author's answer to each open remark, all accepted. */
  readonly answer?: string;
}

interface Stops {
  readonly at: At;
  readonly stop: 'withdraw' | 'annul';
  readonly reason: string;
}

export type Move = Decides | Stops;

/** A document on its way; a draft when it has no `sent`. */
export interface SampleDocument {
  readonly regulation: 'municipal-contract' | 'municipal-act';
  /** Login of the author. */
  readonly author: string;
  /** Made from the year of the last day. */
  readonly card: (year: number) => Card;
  readonly files: readonly SampleFile[];
  readonly chosen?: Readonly<Record<string, readonly string[]>>;
  readonly sent?: At;
  readonly moves?: readonly Move[];
}

/** A file of the folder `sample-files`, under the name that people see. */
export interface SampleFile {
  readonly file: string;
  readonly name: string;
}

export const rubles = (amount: number): CardValue => ({ amount: amount * 100, currency: 'RUB' });
