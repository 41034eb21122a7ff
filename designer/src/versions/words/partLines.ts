import type { PartDifference, SettingDifference } from '@reglament/editing';
import type {
  Deadline,
  Field,
  LegalTerm,
  Participant,
  Register,
  RuleConditions,
} from '@reglament/regulation';
import { wordRule } from '@reglament/wording';
import { fieldLines } from './fieldLines.ts';
import { groundLine } from './stageLines.ts';
import { eventWords, fieldWords, foundWords, silenceWords, termPair, termWords } from './values.ts';
import { type Line, textLine, valueLine, type Wording } from './wording.ts';

type Rule = { readonly when: RuleConditions };

/** What a part is, for one that came or went. */
export function wholePartLines(
  map: Exclude<PartDifference['map'], 'stages'>,
  part: object,
  side: 'a' | 'b',
  wording: Wording,
): readonly Line[] {
  const { i18n, say } = wording;
  const regulation = wording[side];
  const end = side === 'a' ? 'from' : 'to';
  const line = (what: string, words: string): Line => ({ what, [end]: words });
  switch (map) {
    case 'participants':
      return [line(i18n.t('versions.what.found'), foundWords(part as Participant, regulation, wording))];
    case 'deadlines':
      return [
        line(i18n.t('versions.what.term'), termWords((part as Deadline).term, i18n)),
        line(i18n.t('versions.what.silence'), silenceWords(part as Deadline, i18n)),
      ];
    case 'rules':
      return [line(i18n.t('versions.what.when'), wordRule((part as Rule).when, regulation, i18n))];
    case 'fields':
      return [
        line(i18n.t('versions.what.type'), fieldWords(part as Field, i18n, say).replace(/^«.*?»: /, '')),
      ];
    case 'registers':
      return [line(i18n.t('versions.what.numberTemplate'), (part as Register).numberTemplate)];
    case 'legalTerms':
      return [line(i18n.t('versions.what.term'), termWords((part as LegalTerm).term, i18n))];
  }
}

/** What of a part that stayed differs in meaning. */
export function partLines(
  map: Exclude<PartDifference['map'], 'stages'>,
  before: object,
  after: object,
  settings: readonly SettingDifference[],
  wording: Wording,
): readonly Line[] {
  const { a, b, i18n } = wording;
  const keys = new Set(settings.map(({ path }) => path[0]));
  switch (map) {
    case 'participants':
      return [
        valueLine(
          i18n.t('versions.what.found'),
          [foundWords(before as Participant, a, wording), JSON.stringify({ ...before, title: undefined })],
          [foundWords(after as Participant, b, wording), JSON.stringify({ ...after, title: undefined })],
          wording,
        ),
      ];
    case 'deadlines':
      return deadlineLines(before as Deadline, after as Deadline, keys, wording);
    case 'rules':
      return [
        {
          what: i18n.t('versions.what.when'),
          from: wordRule((before as Rule).when, a, i18n),
          to: wordRule((after as Rule).when, b, i18n),
        },
      ];
    case 'fields':
      return fieldLines(before as Field, after as Field, wording);
    case 'registers':
      return [
        {
          what: i18n.t('versions.what.numberTemplate'),
          from: (before as Register).numberTemplate,
          to: (after as Register).numberTemplate,
        },
      ];
    case 'legalTerms':
      return legalTermLines(before as LegalTerm, after as LegalTerm, keys, wording);
  }
}

function deadlineLines(
  before: Deadline,
  after: Deadline,
  keys: ReadonlySet<string | undefined>,
  { i18n }: Wording,
): readonly Line[] {
  const lines: Line[] = [];
  if (keys.has('term')) {
    const [from, to] = termPair(before.term, after.term, i18n);
    lines.push({ what: i18n.t('versions.what.term'), from, to });
  }
  if (keys.has('onLapse'))
    lines.push({
      what: i18n.t('versions.what.silence'),
      from: silenceWords(before, i18n),
      to: silenceWords(after, i18n),
    });
  if (keys.has('shift'))
    lines.push({
      what: i18n.t('versions.what.shift'),
      from: i18n.t(`designer.shifts.${before.shift ?? 'next'}`),
      to: i18n.t(`designer.shifts.${after.shift ?? 'next'}`),
    });
  return lines;
}

function legalTermLines(
  before: LegalTerm,
  after: LegalTerm,
  keys: ReadonlySet<string | undefined>,
  { a, b, i18n, say }: Wording,
): readonly Line[] {
  const lines: Line[] = [];
  if (keys.has('term')) {
    const [from, to] = termPair(before.term, after.term, i18n);
    lines.push({ what: i18n.t('versions.what.term'), from, to });
  }
  for (const end of ['from', 'to'] as const)
    if (keys.has(end))
      lines.push({
        what: i18n.t(`versions.what.${end}`),
        from: eventWords(before[end], a, i18n, say),
        to: eventWords(after[end], b, i18n, say),
      });
  const rounds = ({ roundsCounted }: LegalTerm) =>
    i18n.t(roundsCounted ? 'designer.roundsCounted' : 'designer.roundsNotCounted');
  if (keys.has('roundsCounted'))
    lines.push({ what: i18n.t('versions.what.rounds'), from: rounds(before), to: rounds(after) });
  return lines;
}

/** What of a part's words differs. */
export function partTextLines(settings: readonly SettingDifference[], wording: Wording): readonly Line[] {
  const { i18n } = wording;
  return settings.map(({ path, from, to }) => {
    const [head = '', option = ''] = path;
    if (head === 'evidence') return groundLine(from, to, wording);
    if (head === 'hint') return textLine(i18n.t('versions.what.hint'), from, to, wording);
    if (head === 'options')
      return textLine(i18n.t('versions.what.option', { title: option }), from, to, wording);
    return textLine(i18n.t('versions.what.title'), from, to, wording);
  });
}
