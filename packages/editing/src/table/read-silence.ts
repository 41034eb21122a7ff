import type { Question, Silence, SilenceAct, StageMeaning } from './meaning.ts';
import { plain, saysNone } from './plain.ts';

/** What silence does where nothing is said: it is marked. */
export const usualSilence: Silence = ['mark'];

const codes: Readonly<Record<string, Silence>> = {
  l1: ['remind', 'mark'],
  l2: ['mark'],
  l3: ['mark', 'escalate'],
  l4: ['remind', 'autoVisa'],
  l5: ['statutory', 'mark'],
};

const words: readonly (readonly [SilenceAct, RegExp])[] = [
  ['remind', /напомин|напомн|remind/u],
  ['mark', /отмет|просроч|отчет|(?:^|[^a-z])mark|overdue/u],
  [
    'escalate',
    /эскал|долож|сообщ|уведом|руководител|начальник|куратор|escal|superior|manager|inform|notify/u,
  ],
  [
    'autoVisa',
    /автовиз|автоматич|молчани[ея] ?(?:-|=)? ?(?:знак )?соглас|считать? ?(?:ся)? ?согласован|считается|по умолчанию|^согласован|auto-?visa|deemed|automatic/u,
  ],
];

/**
 * What silence does by the words of a cell. A visa by silence is asked about wherever it may not be: at an examination, a
 * signature, anything but an approval. Pure.
 */
export function readSilence(
  cell: string,
  stage: StageMeaning,
): { readonly value: Silence; readonly question?: Question<Silence>; readonly assumed?: true } {
  const said = plain(cell);
  if (said === '') return { value: stage.kind === 'wait' ? [] : usualSilence, assumed: true };
  if (saysNone(said)) return { value: [] };
  const coded = [...said.matchAll(/(?:^|[^a-zа-я0-9])[lл]\s?([1-5])(?![0-9])/gu)].flatMap(
    ([, digit]) => codes[`l${digit}`] ?? [],
  );
  // «просрочка» in «напоминание до просрочки» marks nothing.
  const named = coded.length > 0 ? coded : words.filter(([, one]) => one.test(said)).map(([act]) => act);
  const acts = order.filter((act) => named.includes(act));
  if (stage.kind === 'wait' && /дальше|переход|go(?:es)? on|next/u.test(said)) return { value: [] };
  if (acts.length === 0)
    return { value: usualSilence, question: { code: 'silenceUnknown', offers: offersFor(stage) } };
  if (!acts.includes('autoVisa') || mayBeSilent(stage)) return { value: acts };
  const code = stage.kind === 'approval' || stage.kind === 'signing' ? 'autoVisaForbidden' : 'autoVisaKind';
  const offers = offersFor(stage);
  return { value: offers[0]!, question: { code, offers } };
}

/** Whether silence may decide at a stage. Pure. */
export function mayBeSilent({ kind, nature }: StageMeaning): boolean {
  return kind === 'approval' && nature.length === 0;
}

/** What silence may do at a stage, the usual first. Pure. */
export function offersFor(stage: StageMeaning): readonly Silence[] {
  return [
    ['mark', 'escalate'],
    ['mark'],
    ['remind', 'mark'],
    ...(mayBeSilent(stage) ? [['remind', 'autoVisa'] as const] : []),
    [],
  ];
}

const order: readonly SilenceAct[] = ['remind', 'statutory', 'mark', 'escalate', 'autoVisa'];
