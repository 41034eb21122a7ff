import type { Work } from '../work.ts';

/** How each operation of a family is carried out; a performer throws `EditRefused` where the edit cannot go on. */
export type Performers<O extends { readonly do: string }> = {
  readonly [D in O['do']]: (work: Work, operation: Extract<O, { readonly do: D }>) => void;
};
