import type { Deadline, Duration, LapseAction, Regulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { paragraphsOfStage, plain, shippedAct, shippedContract, speak, wholeText } from './testing/speak.ts';

const ru = await speak('ru');
const en = await speak('en');

/** The contract with another deadline of the visa of the unit's head. */
function withDeadline(change: Partial<Deadline>): Regulation {
  const { 'unit-head': deadline, ...deadlines } = shippedContract.deadlines;
  return { ...shippedContract, deadlines: { ...deadlines, 'unit-head': { ...deadline!, ...change } } };
}

const sentence = (change: Partial<Deadline>, i18n = ru) =>
  paragraphsOfStage(withDeadline(change), i18n, 'unit-head')[1]!;

describe('a term', () => {
  it.each<[Duration, string]>([
    [{ amount: 0, unit: 'workingDays' }, 'в день поступления'],
    [{ amount: 0.5, unit: 'workingDays' }, 'в течение половины рабочего дня'],
    [{ amount: 1, unit: 'workingDays' }, 'в течение 1 рабочего дня'],
    [{ amount: 1.5, unit: 'workingDays' }, 'в течение 1,5 рабочего дня'],
    [{ amount: 2, unit: 'workingDays' }, 'в течение 2 рабочих дней'],
    [{ amount: 11, unit: 'workingDays' }, 'в течение 11 рабочих дней'],
    [{ amount: 21, unit: 'workingDays' }, 'в течение 21 рабочего дня'],
    [{ amount: 4, unit: 'workingHours' }, 'в течение 4 рабочих часов'],
    [{ amount: 10, unit: 'calendarDays' }, 'в течение 10 календарных дней'],
    [{ amount: 1, unit: 'months' }, 'в течение 1 месяца'],
    [{ amount: 10_000, unit: 'months' }, 'в течение 10 000 месяцев'],
  ])('%j stands in the genitive: %s', (term, words) => {
    expect(sentence({ term, onLapse: [] })).toBe(
      `Начальник отдела автора согласует документ на этапе «Виза начальника отдела» ${words}. Истечение срока последствий не влечёт.`,
    );
  });

  it.each<[Duration, string]>([
    [{ amount: 1, unit: 'workingDays' }, 'через 1 рабочий день'],
    [{ amount: 2, unit: 'workingDays' }, 'через 2 рабочих дня'],
    [{ amount: 5, unit: 'calendarDays' }, 'через 5 календарных дней'],
    [{ amount: 0.5, unit: 'workingDays' }, 'через половину рабочего дня'],
    [{ amount: 0, unit: 'workingDays' }, 'в тот же день'],
  ])('until an escalation, %j stands in the accusative: %s', (after, words) => {
    expect(sentence({ onLapse: [{ do: 'escalate', after }] })).toContain(
      `По истечении срока ${words} уведомляется непосредственный руководитель исполнителя.`,
    );
  });

  it('that ends on a day off is said in the clause only where it is not moved on, as everywhere', () => {
    const term: Duration = { amount: 10, unit: 'calendarDays' };
    expect(sentence({ term })).not.toContain('нерабочий');
    expect(sentence({ term, shift: 'previous' })).toContain('в предшествующий ему рабочий день');
    expect(sentence({ term, shift: 'none' })).toContain('Нерабочий последний день срок не продлевает.');
  });

  it('is worded in English too', () => {
    expect(sentence({ term: { amount: 1.5, unit: 'workingDays' } }, en)).toContain('within 1.5 working days');
    expect(sentence({ term: { amount: 0, unit: 'workingDays' } }, en)).toContain('on the day it arrives');
  });
});

describe('silence', () => {
  it.each<[readonly LapseAction[], string]>([
    [
      [{ do: 'remind', to: ['superior'] }],
      'О сроке непосредственному руководителю исполнителя напоминают в день истечения.',
    ],
    [
      [
        { do: 'remind', before: { amount: 2, unit: 'workingDays' } },
        { do: 'remind' },
        { do: 'remind', to: ['performer', 'superior'], before: { amount: 4, unit: 'workingHours' } },
      ],
      'О сроке исполнителю напоминают за 2 рабочих дня до истечения и в день истечения. О сроке исполнителю и его непосредственному руководителю напоминают за 4 рабочих часа до истечения.',
    ],
    [[{ do: 'mark' }], 'По истечении срока ставится отметка о просрочке.'],
  ])('%j is said once for each who hears of it', (onLapse, words) => {
    expect(sentence({ onLapse })).toContain(words);
  });

  it('never counts as a visa at a stage of a nature that forbids it, whatever its deadline says', () => {
    const { legal } = shippedContract.deadlines;
    const regulation: Regulation = {
      ...shippedContract,
      deadlines: { ...shippedContract.deadlines, legal: { ...legal!, onLapse: [{ do: 'autoVisa' }] } },
    };
    const text = paragraphsOfStage(regulation, ru, 'legal').join('\n');
    expect(text).not.toContain('считается согласовавшим');
    expect(text).toContain('Автовиза не применяется: этап относится к правовой экспертизе.');
  });
});

describe('urgency and terms of the law', () => {
  it('end a sentence with one point, even after «г.»', () => {
    const when = {
      all: [{ fact: 'card.effective', operator: 'dateBefore', value: '2027-01-01' }],
    } as const;
    const { urgent } = shippedAct.rules;
    const regulation: Regulation = {
      ...shippedAct,
      rules: { ...shippedAct.rules, urgent: { ...urgent!, when } },
      urgency: { rule: 'urgent', factor: 0.75, roundUpTo: 2 },
    };
    const text = wholeText(regulation, ru);
    expect(text).toContain(
      'Документ считается срочным, если дата вступления в силу — ранее 1 января 2027 г.\nДля срочного документа сроки в рабочих днях умножаются на 0,75 с округлением до числа дней, кратного 2, в большую сторону.',
    );
  });

  it('say from what to what, how long, and whether rework counts', () => {
    const regulation: Regulation = {
      ...shippedAct,
      legalTerms: {
        issue: {
          title: { ru: 'Срок издания', en: 'Term of issue' },
          term: { amount: 30, unit: 'calendarDays' },
          from: 'sent',
          to: 'registration.closed',
          roundsCounted: false,
          evidence: { tag: 'LAW+', basis: { ru: 'Статья 5 закона.', en: 'Article 5.' } },
        },
      },
    };
    expect(wholeText(regulation, ru)).toContain(
      'Срок издания: от отправки документа до завершения этапа «Регистрация» (пункт 3.7) — не более 30 календарных дней. Время доработки в этот срок не входит. Основание: Статья 5 закона.',
    );
    expect(plain(wholeText(regulation, en))).toContain(
      'Term of issue: from the sending of the document to the end of the stage “Registration” (clause 3.7), at most 30 calendar days. Time of rework does not count. Basis: Article 5.',
    );
  });
});
