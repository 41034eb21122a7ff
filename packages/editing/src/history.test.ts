import { describe, expect, it } from 'vitest';
import { emptyHistory, type History, record, redo, undo } from './history.ts';
import { edit, type Operation } from './operation.ts';
import { drawn } from './testing/drawn.ts';

/** A document and its history after operations, each with a merge key or none. */
function made(...operations: readonly (readonly [Operation, string?])[]) {
  return operations.reduce(
    ({ now, history }, [operation, merge]) => {
      const edited = edit(now, operation);
      if (!edited.ok) throw new Error(edited.code);
      const { changes, inverse, next } = edited;
      const entry = { label: { operation: operation.do }, changes, inverse };
      return { now: next, history: record(history, merge === undefined ? entry : { ...entry, merge }) };
    },
    { now: drawn, history: emptyHistory as History },
  );
}

const title = (ru: string, id = 'head'): Operation => ({
  do: 'setStage',
  id,
  path: ['title', 'ru'],
  value: ru,
});

describe('a history', () => {
  it('makes writing in one field one entry, and writing in another the next', () => {
    const { now, history } = made(
      [title('В'), 'head'],
      [title('Ви'), 'head'],
      [title('Виз'), 'head'],
      [title('П', 'sign'), 'sign'],
    );
    expect(history.entries).toHaveLength(2);
    expect(history.entries[0]?.changes).toHaveLength(1);
    const back = undo(history, now);
    expect(back?.next.stages['head']?.title.ru).toBe('Виз');
    expect(undo(back!.history, back!.next)?.next).toEqual(drawn);
  });

  it('merges neither what has no key nor gestures that write more than a value', () => {
    expect(made([title('А')], [title('Б')]).history.entries).toHaveLength(2);
    const gone = (id: string): Operation => ({ do: 'removeStages', ids: [id] });
    expect(made([gone('head'), 'm'], [gone('sign'), 'm']).history.entries).toHaveLength(2);
  });

  it('makes a text that is edited in several places one entry, and takes all of it back', () => {
    const whole = (ru: string, amount: number): Operation => {
      const { deadlines, stages } = drawn;
      const [term] = Object.keys(deadlines) as [string];
      const head = { ...stages['head']!, title: { ru, en: 'Head' } } as (typeof stages)[string];
      const regulation = {
        ...drawn,
        stages: { ...stages, head },
        deadlines: { ...deadlines, [term]: { ...deadlines[term]!, term: { amount, unit: 'workingDays' } } },
      } as const;
      return { do: 'replaceAll', regulation };
    };
    const { now, history } = made(
      [whole('А', 7), 'sitting'],
      [whole('Б', 7), 'sitting'],
      [whole('Б', 8), 'sitting'],
    );
    expect(history.entries).toHaveLength(1);
    const back = undo(history, now)!;
    expect(back.next).toEqual(drawn);
    expect(redo(back.history, back.next)?.next).toEqual(now);
  });

  it('begins a new entry after an undo, and forgets what was undone', () => {
    const { now, history } = made([title('А'), 'k'], [title('Б', 'sign')]);
    const back = undo(history, now)!;
    const edited = edit(back.next, title('В'));
    if (!edited.ok) throw new Error(edited.code);
    const { changes, inverse } = edited;
    const again = record(back.history, { label: { operation: 'setStage' }, changes, inverse, merge: 'k' });
    expect(again.entries).toHaveLength(2);
    expect(redo(again, edited.next)).toBeUndefined();
    expect(undo(again, edited.next)?.next.stages['head']?.title.ru).toBe('А');
  });

  it('keeps as many entries as it is told, the newest', () => {
    const label = { operation: 'setDocument' } as const;
    const changes = [{ do: 'put', path: ['title', 'ru'], value: 'x' }] as const;
    let history = emptyHistory;
    for (let count = 0; count < 7; count += 1) {
      history = record(history, { label: { ...label, subject: `${count}` }, changes, inverse: changes }, 3);
    }
    expect(history.entries.map((entry) => entry.label.subject)).toEqual(['4', '5', '6']);
    expect(history.at).toBe(3);
  });

  it('has no entry for an edit that changed nothing, and nothing to undo or redo at its ends', () => {
    const { now, history } = made([title(drawn.stages['head']?.title.ru ?? '')]);
    expect(history).toBe(emptyHistory);
    expect([undo(history, now), redo(history, now)]).toEqual([undefined, undefined]);
  });
});
