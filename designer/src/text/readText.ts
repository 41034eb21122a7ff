import type { I18n } from '@reglament/i18n';
import { type Problem, type Regulation, readRegulation, type Slug, type Text } from '@reglament/regulation';
import { problemInWords } from '../problems/words.ts';
import { mapText, type TextMap, type TextPlace } from './textMap.ts';

/** The id of a document is no text of its author: versions and documents name it. */
interface IdStays {
  readonly code: 'id-stays';
  readonly severity: 'error';
  readonly at: readonly ['id'];
  readonly params: { readonly id: Slug };
}

export type TextProblem = Problem | IdStays;

/** A problem and where it stands in the text. */
export interface PlacedProblem {
  readonly problem: TextProblem;
  readonly place: TextPlace;
}

export type TextReading =
  | { readonly ok: true; readonly regulation: Regulation }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Reads an edited text of the document with this id. Pure; never throws. */
export function readText(text: string, id: Slug): TextReading {
  const reading = readRegulation(text);
  if (reading.ok && reading.regulation.id === id) return reading;
  const problems: readonly TextProblem[] = reading.ok
    ? [{ code: 'id-stays', severity: 'error', at: ['id'], params: { id } }]
    : reading.problems;
  const map = mapText(text);
  return { ok: false, problems: problems.map((problem) => ({ problem, place: placeOf(problem, map) })) };
}

/** Where a problem stands: at its path, or where the reader stopped when it is no JSON. Pure. */
export function placeOf({ code, params, at }: TextProblem, map: TextMap): TextPlace {
  const { line, column } = params as Problem['params'];
  return code === 'not-json' && typeof line === 'number' && typeof column === 'number'
    ? map.placeOfWord(line, column)
    : map.place(at);
}

/** A problem of the text in words; things are called as the last readable document calls them. Pure. */
export function textProblemInWords(
  problem: TextProblem,
  regulation: Regulation,
  i18n: I18n,
  say: (text: Text) => string,
): string {
  return problem.code === 'id-stays'
    ? i18n.t('designer.text.idStays', problem.params)
    : problemInWords(problem, regulation, i18n, say);
}
