import type { Answer, Answers, Columns, Table, TableColumn } from '@reglament/editing';
import { answerKey } from '@reglament/editing';

/** What a person did with a pasted table; each step can be taken back. */
export interface Step {
  readonly columns: Partial<Columns>;
  readonly answers: Answers;
}

export interface FromTable {
  readonly table: Table | null;
  readonly pastedAtMs: number;
  readonly done: readonly Step[];
  readonly at: number;
}

export type Act =
  | { readonly do: 'paste'; readonly table: Table; readonly atMs: number }
  | { readonly do: 'again' }
  | {
      readonly do: 'answer';
      readonly row: number;
      readonly column: TableColumn | 'name';
      readonly answer: Answer;
    }
  | { readonly do: 'column'; readonly column: TableColumn; readonly place: number | null }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

const untouched: Step = { columns: {}, answers: {} };
export const nothingPasted: FromTable = { table: null, pastedAtMs: 0, done: [untouched], at: 0 };

export const stepOf = ({ done, at }: FromTable): Step => done[at] ?? untouched;

/** The next state of the page. Pure. */
export function fromTable(state: FromTable, act: Act): FromTable {
  const step = stepOf(state);
  const go = (next: Step): FromTable => ({
    ...state,
    done: [...state.done.slice(0, state.at + 1), next],
    at: state.at + 1,
  });
  switch (act.do) {
    case 'paste':
      return { table: act.table, pastedAtMs: act.atMs, done: [untouched], at: 0 };
    case 'again':
      return nothingPasted;
    case 'answer':
      return go({ ...step, answers: { ...step.answers, [answerKey(act.row, act.column)]: act.answer } });
    case 'column': {
      // A place tells one thing.
      const kept = Object.fromEntries(
        Object.entries(step.columns).filter(([, place]) => place === null || place !== act.place),
      ) as Partial<Columns>;
      return go({ ...step, columns: { ...kept, [act.column]: act.place } });
    }
    case 'undo':
      return { ...state, at: Math.max(0, state.at - 1) };
    case 'redo':
      return { ...state, at: Math.min(state.done.length - 1, state.at + 1) };
  }
}
