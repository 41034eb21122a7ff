import { place } from '@reglament/drawing';
import { applyChanges, copyPiece } from '@reglament/editing';
import { printRegulation } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { duplicateChosen, pasteText } from './clipboard.ts';
import { allKeys, noteKey, removing } from './keys.ts';
import { noteTitle } from './noteTitle.ts';
import { stages } from './selection.ts';
import { createEditor, one } from './store.ts';

const contract = () => createEditor({ regulation: shipped('municipal-contract'), readOnly: false });

test('a gesture is one entry of undo, and undo gives back the same text', () => {
  const store = contract();
  const before = printRegulation(store.getState().regulation);
  store.getState().dispatch({ do: 'removeStages', ids: ['legal', 'finance'] });
  expect(store.getState().history.entries).toHaveLength(1);
  store.getState().undo();
  expect(printRegulation(store.getState().regulation)).toBe(before);
  store.getState().redo();
  expect(Object.keys(store.getState().regulation.stages)).not.toContain('legal');
});

// Seen failing with each keystroke an entry of its own.
test('typing in one place is one entry', () => {
  const store = contract();
  for (const ru of ['П', 'Пр', 'Право'])
    store
      .getState()
      .dispatch({ do: 'setStage', id: 'legal', path: ['title'], value: { ru, en: ru } }, { merge: 'title' });
  expect(store.getState().history.entries).toHaveLength(1);
  store.getState().undo();
  expect(store.getState().regulation.stages['legal']?.title.ru).toBe('Правовая экспертиза');
});

test('several operations are one gesture, and none of them stays when one is refused', () => {
  const store = contract();
  const before = store.getState().regulation;
  const done = store.getState().dispatchAll([
    { do: 'removeStages', ids: ['legal'] },
    { do: 'connect', from: 'legal', outcome: 'approved', to: 'finance' },
  ]);
  expect(done).toBe(false);
  expect(store.getState().regulation).toBe(before);
  expect(store.getState().refusal?.code).toBe('part-unknown');
});

// Seen failing with undo left out of what is unsaved: the server kept what the author had taken back.
test('what is unsaved leads from what the server has to what is shown, through undo as well', () => {
  const start = shipped('municipal-contract');
  const store = createEditor({ regulation: start, readOnly: false });
  const { dispatch, undo } = store.getState();
  dispatch({ do: 'removeStages', ids: ['curator'] });
  dispatch({ do: 'setStage', id: 'legal', path: ['title'], value: { ru: 'Экспертиза', en: 'Examination' } });
  undo();
  const { regulation, unsaved } = store.getState();
  expect(printRegulation(applyChanges(start, unsaved).next)).toBe(printRegulation(regulation));
  store.getState().noteSaved(unsaved.length);
  expect(store.getState().unsaved).toEqual([]);
});

test('a reader changes nothing', () => {
  const store = createEditor({ regulation: shipped('municipal-contract'), readOnly: true });
  const before = store.getState().regulation;
  expect(store.getState().dispatch({ do: 'removeStages', ids: ['legal'] })).toBe(false);
  store.getState().undo();
  expect(store.getState().regulation).toBe(before);
});

test('a stage that is removed is chosen no longer, nor does the keyboard stand on it', () => {
  const store = contract();
  store.getState().select(one('legal'));
  expect(store.getState().current).toBe('legal');
  store.getState().dispatch({ do: 'removeStages', ids: ['legal'] });
  expect(store.getState().selection).toEqual({ of: 'nothing' });
  expect(store.getState().current).toBeNull();
});

const text = { ru: 'Так решили', en: 'So decided' };
const noted = () => {
  const store = contract();
  for (const id of ['why', 'who'])
    store.getState().dispatch({ do: 'addNote', id, text, position: { x: 0, y: 0 } });
  return store;
};

// Seen failing with what is chosen kept by stages only: an undone note stayed chosen, and its properties were empty.
test('a note is chosen, written and stood on while it is there', () => {
  const store = noted();
  store.getState().write('who');
  expect(store.getState()).toMatchObject({
    selection: { of: 'stages', ids: ['$note.who'] },
    current: '$note.who',
    writing: 'who',
  });
  store.getState().undo();
  expect(store.getState()).toMatchObject({ selection: { of: 'nothing' }, current: null, writing: null });
  store.getState().setReadOnly(true);
  store.getState().write('why');
  expect(store.getState().writing).toBeNull();
});

test('stages and notes chosen together go in one gesture and come back in one', () => {
  const store = noted();
  const before = printRegulation(store.getState().regulation);
  store.getState().dispatchAll(removing(['legal', noteKey('why')]));
  expect(Object.keys(store.getState().regulation.notes ?? {})).toEqual(['who']);
  expect(store.getState().history.entries.at(-1)?.label).toEqual({
    operation: 'removeStages',
    subject: 'Правовая экспертиза',
  });
  store.getState().undo();
  expect(printRegulation(store.getState().regulation)).toBe(before);
});

test('stages and notes are doubled and pasted together, and chosen then', async () => {
  const store = noted();
  duplicateChosen(store, ['legal', noteKey('why')]);
  expect(store.getState().selection).toEqual(stages('legal-2', noteKey('why-2')));
  const { regulation } = store.getState();
  const piece = JSON.stringify(copyPiece(regulation, [], ['who']));
  expect(await pasteText(store, place(regulation), piece)).toEqual({ ok: true });
  expect(store.getState().selection).toEqual(stages(noteKey('who-2')));
  expect(allKeys(store.getState().regulation)).toContain('$note.who-2');
});

test('nudges of stages and notes are one entry', () => {
  const store = noted();
  const before = store.getState().history.entries.length;
  for (const x of [8, 16, 24])
    store.getState().dispatchAll(
      [
        { do: 'moveNotes', moves: [{ id: 'why', position: { x, y: 0 } }] },
        { do: 'moveStages', moves: [{ id: 'legal', position: { x, y: 0 } }] },
      ],
      { merge: 'nudge' },
    );
  expect(store.getState().history.entries.length).toBe(before + 1);
});

test('a note is called by its first words', () => {
  expect(noteTitle('  Так решили\n\nна комиссии ')).toBe('Так решили на комиссии');
  expect(noteTitle(`${'слово '.repeat(10)}последнее`)).toBe(`${'слово '.repeat(10).trim()}…`);
  expect(noteTitle('Ж'.repeat(100))).toBe(`${'Ж'.repeat(60)}…`);
});
