import type { LegalTerm, Slug } from '@reglament/regulation';
import type { Draft } from './general.ts';
import { marked, plainTitle } from './marks.ts';
import { ruleNamed } from './rule.ts';
import {
  fullStop,
  number,
  own,
  sentenceCase,
  sentences,
  spanOf,
  stageCited,
  t,
  titled,
  type Words,
} from './words.ts';

/** The longest that law or order allows. */
export function legalTermClauses(words: Words): readonly Draft[] {
  return Object.entries(words.regulation.legalTerms).map(([id, legal]) => ({
    id: `legal-term ${id}`,
    element: { legalTerm: id },
    text: legalTermText(words, legal),
  }));
}

function legalTermText(words: Words, legal: LegalTerm): string {
  const { basis } = legal.evidence;
  return sentences(
    t(words, 'legal.term', {
      title: sentenceCase(titled(words, legal.title)),
      from: eventOf(words, legal.from),
      to: eventOf(words, legal.to),
      span: marked(spanOf(words, 'of', legal.term), 'term'),
    }),
    t(words, legal.roundsCounted ? 'legal.roundsIn' : 'legal.roundsOut'),
    basis && t(words, 'legal.basis', { basis: titled(words, basis).replace(/\.$/, '') }),
  );
}

function eventOf(words: Words, event: string): string {
  if (event === 'sent' || event === 'registered') return t(words, `event.${event}`);
  const at = event.lastIndexOf('.');
  const stage = stageCited(words, event.slice(0, Math.max(at, 0)));
  return t(words, event.endsWith('.opened') ? 'event.opened' : 'event.closed', { stage });
}

/** Where numbers come from and what they look like. */
export function recordClauses(words: Words): readonly Draft[] {
  const { registers, documentKind } = words.regulation;
  const kept = Object.entries(registers).map(
    ([id, register]): Draft => ({
      id: `register ${id}`,
      element: { register: id },
      text: sentences(
        t(words, 'records.register', {
          title: titled(words, register.title),
          template: numberWords(words, register.numberTemplate),
        }),
        t(words, 'records.kept'),
      ),
    }),
  );
  const prefix = plainTitle(documentKind.projectPrefix);
  return prefix === ''
    ? kept
    : [...kept, { id: 'records project', text: t(words, 'records.project', { prefix }) }];
}

/** «Д-[порядковый номер]/[две последние цифры года]». */
function numberWords(words: Words, template: string): string {
  return plainTitle(template).replace(
    /\{(seq|year|yy|month)(?::(\d+))?\}/g,
    (_all, name: string, width?: string) =>
      width === undefined
        ? t(words, `number.${name as 'seq' | 'year' | 'yy' | 'month'}`)
        : t(words, 'number.wide', { width }),
  );
}

/** When terms are shorter. */
export function urgencyClauses(words: Words): readonly Draft[] {
  const { urgency } = words.regulation;
  if (urgency === undefined) return [];
  const { factor, roundUpTo } = urgency;
  const round =
    roundUpTo === 0.5
      ? t(words, 'round.half')
      : roundUpTo === 1
        ? t(words, 'round.day')
        : t(words, 'round.other', { count: number(words, roundUpTo) });
  const rule: Slug = urgency.rule;
  return [
    {
      id: 'urgency when',
      ...(own(words.regulation.rules, rule) === undefined ? {} : { element: { rule } }),
      text: fullStop(t(words, 'urgency.when', { rule: ruleNamed(words, rule) })),
    },
    {
      id: 'urgency terms',
      text: sentences(
        factor === 0.5
          ? t(words, 'urgency.half', { round })
          : factor === 1
            ? t(words, 'urgency.same', { round })
            : t(words, 'urgency.factor', { round, factor: number(words, factor) }),
        t(words, 'urgency.moment'),
      ),
    },
  ];
}
