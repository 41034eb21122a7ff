import { readFileSync } from 'node:fs';
import { diffRegulations, edit, type Operation } from '@reglament/editing';
import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { type Regulation, readRegulation, type Text } from '@reglament/regulation';
import type { StaffNames } from '@reglament/wording';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordDifference } from './wordDifference.ts';

addDesignerWords();
beforeAll(async () => {
  await Promise.all([loadLocale('ru'), loadLocale('en')]);
});

const reading = readRegulation(
  readFileSync(new URL('../../../../regulations/municipal-act/regulation.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const act = reading.regulation;

function after(...operations: readonly Operation[]): Regulation {
  return operations.reduce((now, operation) => {
    const done = edit(now, operation);
    if (!done.ok) throw new Error(`${operation.do}: ${done.code} ${JSON.stringify(done.params)}`);
    return done.next;
  }, act);
}

/** What differs after some edits, each in one sentence; places are said nowhere. */
function said(locale: 'ru' | 'en', ...operations: readonly Operation[]): readonly string[] {
  const b = after(...operations);
  const i18n = createI18n(locale);
  const say = (text: Text) => text[locale];
  return diffRegulations(act, b)
    .filter(({ kind }) => kind !== 'place')
    .map((difference) => wordDifference(difference, act, b, i18n, say).sentence);
}

const ru = (...operations: readonly Operation[]) => said('ru', ...operations);
const title = { ru: 'Проверка оригинала', en: 'Check of the original' };
const legal = act.deadlines['legal']!;

describe('a difference in words', () => {
  it('says a term at the stage whose term it is', () => {
    const value = { ...legal, term: { amount: 2, unit: 'workingDays' } };
    const shorter: Operation = { do: 'setPart', map: 'deadlines', id: 'legal', value };
    expect(ru(shorter)).toEqual(['Правовая и антикоррупционная экспертиза: срок 3 → 2 рабочих дня']);
    expect(said('en', shorter)).toEqual(['Legal and anticorruption examination: term 3 → 2 working days']);
  });

  it('says both units where they differ, and what silence does', () => {
    const value = { ...legal, term: { amount: 5, unit: 'calendarDays' }, onLapse: [] };
    expect(ru({ do: 'setPart', map: 'deadlines', id: 'legal', value })).toEqual([
      expect.stringMatching(/срок 3 рабочих дня → 5 календарных дней; при молчании .+ → ничего$/),
    ]);
  });

  it('says a new stage with what it follows, and the ways that came with it', () => {
    expect(
      ru({
        do: 'insertOnTransition',
        transition: 'norm-control-done',
        alternative: 'on',
        stage: { id: 'check', kind: 'task', title },
      }),
    ).toEqual([
      'Нормоконтроль, «Проверено»: куда Визы заместителя и управляющего делами → Проверка оригинала',
      'Новый этап «Проверка оригинала» после «Нормоконтроль»',
      'Новый переход «Проверка оригинала» → «Визы заместителя и управляющего делами»: Выполнено',
    ]);
  });

  it('says a stage that is gone, and the ways that went with it', () => {
    const lines = ru({ do: 'removeStages', ids: ['acquaintance'] });
    expect(lines).toContain('Убран этап «Ознакомление»');
    expect(lines).toContainEqual(
      expect.stringMatching(/^Убран переход «Ознакомление» → «Постановление издано»/),
    );
  });

  it('says who is asked now, also when both are called alike', () => {
    const set: Operation = {
      do: 'setStage',
      id: 'norm-control',
      path: ['settings', 'performer'],
      value: 'lawyer',
    };
    expect(ru(set)).toEqual(['Нормоконтроль: кто Нормоконтролёр → Юрист правового отдела']);
    const twin = {
      ...act.participants['editor']!,
      type: 'initiator' as const,
      title: act.participants['editor']!.title,
    };
    expect(
      ru(
        { do: 'setPart', map: 'participants', id: 'twin', value: { type: 'initiator', title: twin.title } },
        { do: 'setStage', id: 'norm-control', path: ['settings', 'performer'], value: 'twin' },
      )[0],
    ).toBe('Нормоконтроль: кто Нормоконтролёр (editor) → Нормоконтролёр (twin)');
  });

  it('says how a participant is found', () => {
    const value = { type: 'position', position: 'нк-1', title: act.participants['editor']!.title };
    expect(ru({ do: 'setPart', map: 'participants', id: 'editor', value })).toEqual([
      'Участник «Нормоконтролёр»: находят по роли «Редактор», во всей организации → по должности нк-1',
    ]);
  });

  it('says where a way leads, under which rule, with which round, in which order', () => {
    const way = { transition: 'legal-approved', alternative: 'remarks' };
    expect(ru({ do: 'retarget', ...way, to: 'unit-head' })).toEqual([
      'Правовая и антикоррупционная экспертиза, «Согласовано»: куда Доработка по своду замечаний → Виза начальника отдела',
    ]);
    expect(ru({ do: 'setAlternative', ...way, policy: 'R2' })).toEqual([
      expect.stringMatching(
        /^Правовая и антикоррупционная экспертиза → Доработка по своду замечаний: новый круг .+ → новый круг: спрашивают всех$/,
      ),
    ]);
    expect(
      ru({ do: 'reorderAlternatives', transition: 'legal-approved', order: ['clean', 'remarks'] }),
    ).toEqual([
      expect.stringContaining(
        'порядок вариантов Доработка по своду замечаний, Нормоконтроль → Нормоконтроль, Доработка по своду замечаний',
      ),
    ]);
  });

  it('says a condition as it reads', () => {
    const value = {
      title: act.rules['remarks-open']!.title,
      when: {
        any: [
          { fact: 'remarks.open', operator: 'greaterThan', value: 2 },
          { not: { fact: 'stage.legal.outcome', operator: 'equal', value: 'approved' } },
        ],
      },
    };
    expect(ru({ do: 'setPart', map: 'rules', id: 'remarks-open', value })).toEqual([
      expect.stringMatching(
        /→ число замечаний без ответа больше 2 или неверно, что этап «Правовая и антикоррупционная экспертиза» завершён с исходом «Согласовано»$/,
      ),
    ]);
  });

  it('says an outcome, a field of a form and an option that came or went', () => {
    expect(
      ru({
        do: 'setStage',
        id: 'norm-control',
        path: ['settings', 'outcomes', 'later'],
        value: { title: { ru: 'Отложено', en: 'Put off' }, tone: 'annul' },
      }),
    ).toEqual(['Нормоконтроль: новый исход «Отложено», конец']);
    expect(
      ru({
        do: 'setStage',
        id: 'norm-control',
        path: ['settings', 'form'],
        value: { pages: { type: 'number', title: { ru: 'Листов', en: 'Pages' }, required: true } },
      }),
    ).toEqual(['Нормоконтроль: новое поле формы «Листов»: число, обязательное']);
  });

  it('says the other parts and the keys of the document', () => {
    expect(
      ru(
        {
          do: 'setPart',
          map: 'fields',
          id: 'price',
          value: { type: 'money', title: { ru: 'Цена', en: 'Price' } },
        },
        { do: 'setDocument', path: ['readers'], value: ['controller', 'lawyer'] },
        { do: 'setDocument', path: ['start'], value: 'legal' },
      ),
    ).toEqual([
      'Первый этап: Виза начальника отдела → Правовая и антикоррупционная экспертиза',
      'Кто читает все документы: Регистратор → controller, Юрист',
      'Новое поле «Цена»: вид сумма',
    ]);
  });

  it('calls roles, positions and organisations as the organisation does, else by their codes', () => {
    const staff: StaffNames = {
      role: (code) => (code === 'controller' ? 'Контролёр' : undefined),
      position: (code) => (code === 'mayor' ? 'Глава округа' : undefined),
      organisation: () => undefined,
    };
    const b = after(
      { do: 'setDocument', path: ['readers'], value: ['controller', 'stranger'] },
      {
        do: 'setPart',
        map: 'participants',
        id: 'head',
        value: { title: act.participants['head']!.title, type: 'position', position: 'mayor' },
      },
    );
    const words = (known?: StaffNames) =>
      diffRegulations(act, b)
        .map((one) => wordDifference(one, act, b, createI18n('ru'), ({ ru }) => ru, known).sentence)
        .join('\n');
    expect(words(staff)).toContain('→ Контролёр, stranger');
    expect(words(staff)).toContain('Глава округа');
    expect(words(staff)).not.toContain('mayor');
    expect(words()).toContain('mayor');
  });

  it('says words apart: in the other language where only that was changed', () => {
    const english = { ...act.stages['legal']!.title, en: 'Legal check' };
    expect(ru({ do: 'setStage', id: 'legal', path: ['title'], value: english })).toEqual([
      expect.stringMatching(
        /: название \(по-английски\) Legal and anticorruption examination → Legal check$/,
      ),
    ]);
  });

  // Every kind of difference that edits can make has words of its own, in both languages.
  it('is never without words', () => {
    const b: Regulation = {
      ...act,
      stageOrder: act.stageOrder.toReversed(),
      fieldOrder: act.fieldOrder.toReversed(),
      legalTerms: {
        whole: {
          title,
          term: { amount: 30, unit: 'calendarDays' },
          from: 'sent',
          to: 'legal.closed',
          roundsCounted: true,
          evidence: { tag: 'A' },
        },
      },
      stages: {
        ...act.stages,
        publication: { kind: 'wait', title, settings: { deadline: 'legal', again: 'kept' } },
      },
    };
    for (const locale of ['ru', 'en'] as const) {
      const i18n = createI18n(locale);
      for (const [one, other] of [
        [act, b],
        [b, act],
      ] as const)
        for (const difference of diffRegulations(one, other)) {
          const { head, sentence, lines } = wordDifference(
            difference,
            one,
            other,
            i18n,
            (text) => text[locale],
          );
          const words = [
            head,
            sentence,
            ...lines.flatMap(({ what, from = '', to = '' }) => [what, from, to]),
          ];
          expect(words.join('\n')).not.toMatch(/versions\.|designer\.|methodologist\.|undefined|\{\{/);
          expect(head).not.toBe('');
        }
    }
  });
});
