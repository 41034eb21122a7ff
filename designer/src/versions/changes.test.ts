import { readFileSync } from 'node:fs';
import { edit, type Operation } from '@reglament/editing';
import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { type Regulation, readRegulation } from '@reglament/regulation';
import { beforeAll, describe, expect, it } from 'vitest';
import { listChanges } from './changes.ts';
import { type VersionRow, versionStates } from './versionStates.ts';

addDesignerWords();
beforeAll(() => loadLocale('ru'));

const reading = readRegulation(
  readFileSync(new URL('../../../regulations/municipal-act/regulation.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const act = reading.regulation;
const title = { ru: 'Проверка', en: 'Check' };

function edited(from: Regulation, ...operations: readonly Operation[]): Regulation {
  return operations.reduce((now: Regulation, operation) => {
    const done = edit(now, operation);
    if (!done.ok) throw new Error(`${operation.do}: ${done.code}`);
    return done.next;
  }, from);
}

const listOf = (a: Regulation, b: Regulation) => listChanges(a, b, createI18n('ru'), (text) => text.ru);
const list = (...operations: readonly Operation[]) => listOf(act, edited(act, ...operations));

describe('the list of changes', () => {
  it('numbers what changed in the order of the route, a term at its stage', () => {
    const value = { ...act.deadlines['legal']!, term: { amount: 2, unit: 'workingDays' } };
    const { changes } = list(
      { do: 'setPart', map: 'deadlines', id: 'legal', value },
      { do: 'setStage', id: 'signing', path: ['settings', 'signer'], value: 'manager' },
      { do: 'setStage', id: 'unit-head', path: ['settings', 'again'], value: 'always' },
      { do: 'setDocument', path: ['readers'], value: ['controller'] },
    );
    expect(changes.map(({ number, words }) => `${number} ${words.head}`)).toEqual([
      '1 Кто читает все документы',
      '2 Виза начальника отдела',
      '3 Правовая и антикоррупционная экспертиза',
      '4 Подписание',
    ]);
    expect(changes[2]).toMatchObject({
      how: 'changed',
      fact: 'term',
      left: { stages: ['legal'] },
      right: { stages: ['legal'] },
    });
  });

  it('marks what came on the right only, what went on the left only, and each way by itself', () => {
    const { changes } = list({
      do: 'insertOnTransition',
      transition: 'norm-control-done',
      alternative: 'on',
      stage: { id: 'check', kind: 'task', title },
    });
    expect(changes.map(({ how, left, right }) => [how, left.stages, right.stages])).toEqual([
      ['changed', [], []],
      ['added', [], ['check']],
      ['added', [], []],
    ]);
    expect(changes[0]).toMatchObject({
      left: { ways: [['norm-control-done.on', 'changed']] },
      right: { ways: [['norm-control-done.on', 'changed']] },
    });
    const gone = list({ do: 'removeStages', ids: ['acquaintance'] }).changes;
    expect(gone.find(({ left }) => left.stages.includes('acquaintance'))).toMatchObject({
      how: 'removed',
      right: { stages: [] },
    });
  });

  it('keeps words and places apart', () => {
    const { changes, texts, moved } = list(
      { do: 'setStage', id: 'legal', path: ['notes'], value: title },
      { do: 'moveStages', moves: [{ id: 'legal', position: { x: 8, y: 8 } }] },
    );
    expect([changes, texts.map(({ sentence }) => sentence), moved]).toEqual([
      [],
      ['Правовая и антикоррупционная экспертиза: заметка Проверка'],
      1,
    ]);
  });

  // Seen failing with a moved note counted among the stages.
  it('words notes among the texts, and counts those that only moved', () => {
    const text = { ru: 'Так решили', en: 'So decided' };
    const note = (id: string): Operation => ({ do: 'addNote', id, text, position: { x: 0, y: 0 } });
    const noted = edited(act, note('why'), note('who'));
    const { changes, texts, moved, notes } = listOf(
      noted,
      edited(
        noted,
        { do: 'setNote', id: 'why', text: { ...text, ru: 'Решили иначе' } },
        { do: 'moveNotes', moves: [{ id: 'who', position: { x: 80, y: 0 } }] },
        { do: 'addNote', id: 'new', text: title, position: { x: 0, y: 0 } },
      ),
    );
    expect([changes, moved, notes.moved]).toEqual([[], 0, 1]);
    expect(texts.map(({ sentence }) => sentence)).toEqual([
      'Заметка: Так решили → Решили иначе',
      'Новая заметка: Проверка',
    ]);
    expect([...notes.marks]).toEqual([
      ['why', 'changed'],
      ['new', 'added'],
    ]);
    expect(listOf(noted, act).texts).toHaveLength(2);
  });

  it('marks the ways that a rule decides, and the stages of a legal term', () => {
    const rule = {
      ...act.rules['remarks-open']!,
      when: { all: [{ fact: 'remarks.open', operator: 'greaterThan', value: 3 }] },
    };
    const [change] = list({ do: 'setPart', map: 'rules', id: 'remarks-open', value: rule }).changes;
    expect(change?.right.ways).toEqual([['legal-approved.remarks', 'changed']]);
    const term = {
      title,
      term: { amount: 30, unit: 'calendarDays' },
      from: 'sent',
      to: 'registered',
      roundsCounted: true,
      evidence: { tag: 'A' },
    };
    const [legal] = list({ do: 'setPart', map: 'legalTerms', id: 'whole', value: term }).changes;
    expect(legal).toMatchObject({
      how: 'added',
      left: { stages: [] },
      right: { stages: ['$start', 'registration'] },
    });
  });
});

describe('versions on a day', () => {
  const row = (version: number, inForceFrom: string, more: Partial<VersionRow> = {}): VersionRow => ({
    version,
    inForceFrom,
    publishedAtMs: 0,
    hash: '',
    meaning: '',
    comment: '',
    publishedBy: '',
    running: 0,
    ...more,
  });

  it('are in force, were until the day before the next, wait, are withdrawn or tried by some', () => {
    const rows = [
      row(1, '2026-01-12'),
      row(2, '2026-03-01', { withdrawnAtMs: 1 }),
      row(3, '2026-09-01'),
      row(4, '2026-10-01', { pilot: { units: ['works'], until: '2026-10-31' } }),
      row(5, '2026-11-01', { pilot: { units: ['works'], until: '2026-12-31' } }),
      row(6, '2027-01-01'),
    ];
    expect([...versionStates(rows, '2026-11-25', false).values()]).toEqual([
      { is: 'past', until: '2026-08-31' },
      { is: 'withdrawn' },
      { is: 'inForce' },
      { is: 'pilotOver' },
      { is: 'pilot' },
      { is: 'scheduled' },
    ]);
    expect(versionStates(rows, '2026-11-25', true).get(3)).toEqual({ is: 'retired' });
  });
});
