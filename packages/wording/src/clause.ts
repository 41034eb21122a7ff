import type { ProblemElement, Slug } from '@reglament/regulation';
import type { Mark } from './marks.ts';

/** A numbered clause. Its text is one or more paragraphs, parted by line ends. */
export interface Clause {
  /** As it is cited: `3.2`. */
  readonly number: string;
  /** Permanent while what it is about is: `stage legal`. */
  readonly id: string;
  /** The stage of which this is the only clause. */
  readonly stage?: Slug;
  /** What of the document it is about, when that is one thing and no stage. */
  readonly element?: ProblemElement & { readonly block?: Slug; readonly branch?: Slug };
  /** The title of the stage, as its author typed it; the text says it too. */
  readonly heading?: string;
  readonly text: string;
  /** What stands out in the text, in its order, never overlapping. */
  readonly marks: readonly Mark[];
  readonly sub?: readonly Clause[];
}

export interface Section {
  readonly id: 'general' | 'participants' | 'order' | 'legalTerms' | 'records' | 'urgency';
  readonly number: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** A regulation in words. */
export interface Wording {
  readonly title: string;
  readonly sections: readonly Section[];
  /** Stages that no document reaches; they have clauses that say so. */
  readonly unreached: readonly Slug[];
}

/** All clauses of a wording, each before those below it. Pure. */
export function clausesOf(wording: Wording): readonly Clause[] {
  const flat = (clauses: readonly Clause[]): readonly Clause[] =>
    clauses.flatMap((clause) => [clause, ...flat(clause.sub ?? [])]);
  return wording.sections.flatMap(({ clauses }) => flat(clauses));
}

/** The paragraphs of a clause, each with its own marks. Pure. */
export function paragraphsOf({
  text,
  marks,
}: Pick<Clause, 'text' | 'marks'>): readonly { readonly text: string; readonly marks: readonly Mark[] }[] {
  let start = 0;
  return text.split('\n').map((paragraph) => {
    const from = start;
    start += paragraph.length + 1;
    return {
      text: paragraph,
      marks: marks
        .filter((mark) => mark.from >= from && mark.to <= from + paragraph.length)
        .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from })),
    };
  });
}
