import { type Duration, durationSchema, type TermUnit } from '@reglament/regulation';
import type { Question } from './meaning.ts';
import { plain, saysNone } from './plain.ts';

/** The usual term, for a stage of which nothing is said. */
export const usualTerm: Duration = { amount: 2, unit: 'workingDays' };

type Reading = { readonly value: Duration; readonly question?: Question<Duration> };

const sameDay =
  /день в день|в (?:тот|этот) же день|в день|в течение (?:рабочего )?дня|(?:^|[^а-я])сразу|немедленно|незамедлительно|same day|at once|immediately/u;
const working =
  /рабоч|(?:^|[^а-я])раб(?:$|[^а-я])|(?:^|[^а-я])р\.? ?д(?:$|[^а-я])|working|business|(?:^|[^a-z])w\.?d\.?(?:$|[^a-z])/u;
const calendar =
  /календ|(?:^|[^а-я])кал(?:$|[^а-я])|(?:^|[^а-я])к\.? ?д(?:$|[^а-я])|сут(?:ок|ки|ками)|calendar|(?:^|[^a-z])c\.?d\.?(?:$|[^a-z])/u;
const days = /(?:^|[^а-я])д(?:ень|ня|ней|ни|н|\.)|(?:^|[^a-z])days?/u;
const hours = /час|(?:^|[^а-я])ч(?:$|[^а-я])|hour|(?:^|[^a-z])hrs?(?:$|[^a-z])|(?:^|[^a-z])h(?:$|[^a-z])/u;
const months = /мес(?:яц|$|[^а-я])|month/u;
const weeks = /недел|(?:^|[^а-я])нед(?:$|[^а-я])|week/u;

const numbers: readonly (readonly [RegExp, number])[] = [
  [/полтора|полутора/u, 1.5],
  [/полдня|половин/u, 0.5],
  [/(?:^|[^а-я])(?:один|одного|одн[ау])(?:$|[^а-я])|(?:^|[^a-z])one(?:$|[^a-z])/u, 1],
  [/(?:^|[^а-я])(?:два|две|двух)(?:$|[^а-я])|(?:^|[^a-z])two(?:$|[^a-z])/u, 2],
  [/(?:^|[^а-я])(?:три|трех)(?:$|[^а-я])|(?:^|[^a-z])three(?:$|[^a-z])/u, 3],
  [/четыре|(?:^|[^a-z])four(?:$|[^a-z])/u, 4],
  [/(?:^|[^а-я])пят(?:ь|и)(?:$|[^а-я])|(?:^|[^a-z])five(?:$|[^a-z])/u, 5],
  [/(?:^|[^а-я])семи?(?:$|[^а-я])|(?:^|[^а-я])семь|(?:^|[^a-z])seven(?:$|[^a-z])/u, 7],
  [/(?:^|[^а-я])десят(?:ь|и)(?:$|[^а-я])|(?:^|[^a-z])ten(?:$|[^a-z])/u, 10],
  [/пятнадцат|fifteen/u, 15],
  [/тридцат|thirty/u, 30],
];

/**
 * A term by the words of a cell; `heading` may name the unit for all («Срок, раб. дней»). What says neither amount nor unit,
 * or an amount of days without a word which days, is asked. Pure.
 */
export function readTerm(cell: string, heading = ''): Reading {
  const said = plain(cell);
  if (said === '' || saysNone(said)) return asked('termMissing', usualTerm, usual);
  const unit = unitOf(said) ?? (days.test(said) ? undefined : unitOf(plain(heading)));
  const amounts = amountsOf(said);
  const [first, last] = amounts;
  if (first === undefined) {
    if (sameDay.test(said)) return { value: { amount: 0, unit: 'workingDays' } };
    const named = numbers.find(([words]) => words.test(said))?.[1];
    const amount = named ?? (unit !== undefined || weeks.test(said) ? 1 : undefined);
    if (amount === undefined) return asked('termUnknown', usualTerm, usual);
    return withUnit(amount, unit, said);
  }
  if (last !== undefined) {
    const offers = [last, first]
      .map((amount) => ({ amount, unit: unit ?? 'workingDays' }) as const)
      .filter(fits);
    return offers.length > 0
      ? asked('termRange', offers[0]!, offers)
      : asked('termUnknown', usualTerm, usual);
  }
  return withUnit(first, unit, said);
}

const usual: readonly Duration[] = [
  { amount: 1, unit: 'workingDays' },
  { amount: 2, unit: 'workingDays' },
  { amount: 3, unit: 'workingDays' },
  { amount: 5, unit: 'workingDays' },
];

function withUnit(amount: number, unit: TermUnit | undefined, said: string): Reading {
  if (unit === undefined) {
    const week = weeks.test(said);
    const offers = [
      { amount: week ? amount * 5 : amount, unit: 'workingDays' } as const,
      { amount: week ? amount * 7 : amount, unit: 'calendarDays' } as const,
      ...(week || days.test(said) ? [] : [{ amount, unit: 'workingHours' } as const]),
    ].filter(fits);
    // Days of which nothing more is said are counted by the calendar in law; ten and more nobody means as working days.
    const likely = amount >= 10 || week ? offers.toReversed() : offers;
    return likely.length > 0 ? asked('termUnit', likely[0]!, likely) : asked('termUnknown', usualTerm, usual);
  }
  const value = { amount, unit };
  // Nothing of another unit than a working day is no term.
  return fits(value) ? { value } : asked('termUnknown', usualTerm, usual);
}

function asked(
  code: 'termMissing' | 'termUnknown' | 'termUnit' | 'termRange',
  value: Duration,
  offers: readonly Duration[],
): Reading {
  return { value, question: { code, offers } };
}

function fits(duration: Duration): boolean {
  return (
    durationSchema.safeParse(duration).success && (duration.amount > 0 || duration.unit === 'workingDays')
  );
}

function unitOf(said: string): TermUnit | undefined {
  if (working.test(said)) return hours.test(said) && !days.test(said) ? 'workingHours' : 'workingDays';
  if (calendar.test(said)) return 'calendarDays';
  if (hours.test(said)) return 'workingHours';
  return months.test(said) ? 'months' : undefined;
}

/** The one amount of a text, or its two when it is a range; «3 (три)» is one. */
function amountsOf(said: string): readonly number[] {
  const found = [...said.matchAll(/\d{1,5}(?:[.,]\d)?(?![.,]?\d)/g)].map(([number]) =>
    Number(number.replace(',', '.')),
  );
  const range = /\d\s*(?:-|\.\.|до|to)\s*\d/u.test(said);
  const [first, second] = found;
  if (first === undefined) return [];
  if (second === undefined || second === first) return [first];
  return range && found.length === 2 && second > first
    ? [first, second]
    : found.length > 1
      ? [first, second]
      : [first];
}
