import type { Deadline, LapseAction } from '@reglament/regulation';
import { marked } from './marks.ts';
import { joined, spanOf, t, type Words } from './words.ts';

type Remind = Extract<LapseAction, { do: 'remind' }>;

/** Reminders, then what the lapse itself brings, an auto-visa aside. */
export function lapseSentences(words: Words, { onLapse }: Deadline): readonly string[] {
  if (onLapse.length === 0) return [t(words, 'lapse.nothing')];
  const reminders = onLapse.filter((action) => action.do === 'remind');
  const after = onLapse.flatMap((action) => {
    if (action.do === 'mark') return [t(words, 'lapse.mark')];
    if (action.do !== 'escalate') return [];
    const span = spanOf(words, 'span', action.after);
    return [
      action.after.amount === 0 ? t(words, 'lapse.escalateToday') : t(words, 'lapse.escalate', { span }),
    ];
  });
  return [
    ...[...Map.groupBy(reminders, whom)].map(([to, list]) =>
      t(words, 'lapse.remind', { whom: t(words, to), when: whenOf(words, list) }),
    ),
    ...(after.length > 0 ? [t(words, 'lapse.after', { what: after.join(t(words, 'lapse.join')) })] : []),
  ];
}

function whom({ to = ['performer'] }: Remind): 'lapse.toPerformer' | 'lapse.toSuperior' | 'lapse.toBoth' {
  if (to.length > 1) return 'lapse.toBoth';
  return to[0] === 'superior' ? 'lapse.toSuperior' : 'lapse.toPerformer';
}

/** «за 10 календарных дней, 1 календарный день до истечения и в день истечения». */
function whenOf(words: Words, reminders: readonly Remind[]): string {
  const before = reminders.flatMap((action) =>
    action.before === undefined || action.before.amount === 0 ? [] : [spanOf(words, 'span', action.before)],
  );
  const onTheDay = reminders.length > before.length;
  return joined(
    [
      ...(before.length > 0 ? [t(words, 'lapse.before', { spans: joined(before, t(words, 'and')) })] : []),
      ...(onTheDay ? [t(words, 'lapse.onTheDay')] : []),
    ],
    t(words, 'and'),
  );
}

/** What silence counts as, with what it leaves out; nothing when the deadline has no auto-visa. */
export function autoVisaSentences(words: Words, { onLapse }: Deadline, late: boolean): readonly string[] {
  if (!onLapse.some((action) => action.do === 'autoVisa')) return [];
  return [
    t(words, 'lapse.autoVisa', { deemed: marked(t(words, 'lapse.deemed'), 'auto') }),
    t(words, late ? 'lapse.lateYes' : 'lapse.lateNo'),
  ];
}
