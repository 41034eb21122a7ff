import type { Question, RefusalWay, StageMeaning } from './meaning.ts';
import { plain, saysNone } from './plain.ts';

type Reading = {
  readonly value: RefusalWay;
  readonly question?: Question<RefusalWay>;
  readonly assumed?: true;
};

const toRework: RefusalWay = { to: 'rework', policy: 'R1' };
const sameAgain: RefusalWay = { to: 'rework', policy: 'R5' };
const offers: readonly RefusalWay[] = [
  toRework,
  { to: 'rework', policy: 'R2' },
  sameAgain,
  { to: 'start' },
  { to: 'annul' },
];

/** Whether a stage of the kind can end with a refusal, must, or never does. */
export const refusalOf: Readonly<Record<StageMeaning['kind'], 'always' | 'may' | 'never'>> = {
  approval: 'always',
  signing: 'always',
  registration: 'always',
  task: 'may',
  acquaintance: 'never',
  wait: 'never',
};

/**
 * Where a refusal leads by the words of a cell. `rows` are the numbers and names of the rows before this one. Pure.
 */
export function readRefusal(
  cell: string,
  stage: StageMeaning,
  rows: readonly { readonly row: number; readonly number: string; readonly name: string }[],
): Reading {
  const said = plain(cell);
  const can = stage.rework ? 'never' : refusalOf[stage.kind];
  if (can === 'never') return { value: { to: 'none' }, ...(said === '' && { assumed: true as const }) };
  if (said === '') return { value: usualRefusal(stage.kind), assumed: true };
  if (saysNone(said))
    return can === 'may'
      ? { value: { to: 'none' } }
      : { value: usualRefusal(stage.kind), question: { code: 'refusalMissing', offers } };

  if (/аннулир|прекра[щт]|снять с|закрыть|(?:^|[^а-я])отказать|annul|cancel|terminate|stop/u.test(said))
    return { value: { to: 'annul' } };
  const code = /(?:^|[^a-zа-я0-9])[rр]\s?([1-6])(?![0-9])/u.exec(said)?.[1];
  if (code === '1' || code === '2' || code === '5') return { value: { to: 'rework', policy: `R${code}` } };
  if (code === '4') return { value: { to: 'annul' } };
  if (code !== undefined) return { value: toRework, question: { code: 'refusalUnknown', offers } };

  const number = /(?:этап\S*|пункт\S*|п\.|шаг\S*|step|stage)\s*(?:№\s*)?(\d{1,3})/u.exec(said)?.[1];
  const target =
    rows.find((row) => number !== undefined && row.number === number) ??
    rows.find(({ name }) => plain(name).length > 5 && said.includes(plain(name)));
  if (target) return { value: { to: 'row', row: target.row } };
  if (number !== undefined) return { value: toRework, question: { code: 'refusalUnknown', offers } };

  if (/в начало|на начало|с начала|первый этап|first stage|from the start|to the start|beginning/u.test(said))
    return { value: { to: 'start' } };
  const rework =
    /доработ|исправл|автор|исполнител|инициатор|разработчик|возврат|вернуть|rework|return|author|revise/u;
  if (/виз\S* (?:сохр|оста)|без повторн|по форме|keep|kept|only this|form defect/u.test(said))
    return { value: sameAgain };
  if (/заново|все повторно|полный круг|новый круг|full round|everyone again|all again/u.test(said))
    return { value: { to: 'rework', policy: 'R2' } };
  if (rework.test(said)) return { value: toRework };
  return { value: toRework, question: { code: 'refusalUnknown', offers } };
}

/** Where a refusal leads when nothing is said of it. Pure. */
export function usualRefusal(kind: StageMeaning['kind']): RefusalWay {
  if (refusalOf[kind] !== 'always') return { to: 'none' };
  return kind === 'registration' ? sameAgain : toRework;
}

/** Where a refusal may be led. Pure. */
export const refusalOffers = offers;
