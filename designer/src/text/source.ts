import type { Operation } from '@reglament/editing';
import {
  parseRegulation,
  printPart,
  printRegulation,
  type Regulation,
  readJson,
  type Slug,
} from '@reglament/regulation';
import { type PlacedProblem, placeOf, readText, type TextProblem } from './readText.ts';
import { mapText, type TextMap, type TextPath } from './textMap.ts';

export type SourceReading =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** What a text says of the document: the whole of it, or one rule. */
export interface TextSource {
  /** The rule whose own text it is; of the whole document without it. */
  readonly rule?: Slug;
  /** Where in the document lies what the text says. */
  readonly base: TextPath;
  /** The text of the document as it stands; null when the document no longer has what it says. */
  print(regulation: Regulation): string | null;
  /** Reads an edited text: the one operation that makes it so, or why there is none. Never throws. */
  read(text: string, regulation: Regulation): SourceReading;
}

export const wholeDocument: TextSource = {
  base: [],
  print: printRegulation,
  read(text, { id }) {
    const reading = readText(text, id);
    return reading.ok
      ? { ok: true, operation: { do: 'replaceAll', regulation: reading.regulation } }
      : reading;
  },
};

/** The longest line of a rule: it is shown in a narrow column. */
const ruleWidth = 40;

export function oneRule(id: Slug): TextSource {
  const base = ['rules', id];
  return {
    rule: id,
    base,
    print(regulation) {
      const rule = Object.hasOwn(regulation.rules, id) ? regulation.rules[id] : undefined;
      return rule ? printPart(rule, ruleWidth) : null;
    },
    read(text, regulation) {
      const json = readJson(text);
      const map = mapText(text);
      const failed = (problems: readonly TextProblem[]) => ({
        ok: false as const,
        problems: problems.map((problem) => ({ problem, place: placeOf(problem, map) })),
      });
      if (!json.ok) return failed(json.problems);
      // A rule is checked where it stands, by the one reader of the format.
      const reading = parseRegulation({ ...regulation, rules: { ...regulation.rules, [id]: json.value } });
      if (reading.ok)
        return {
          ok: true,
          operation: { do: 'setPart', map: 'rules', id, value: reading.regulation.rules[id] },
        };
      return failed(problemsUnder(base, reading.problems));
    },
  };
}

/** Problems of what lies at a path of the document, with their places in a text of that alone. Pure. */
export function problemsUnder<P extends TextProblem>(base: TextPath, problems: readonly P[]): readonly P[] {
  return problems
    .filter(({ at }) => base.every((key, index) => at[index] === key))
    .map((problem) => ({ ...problem, at: problem.at.slice(base.length) }));
}

/** Problems of a document where a text of a part of it has them. Pure. */
export function placedUnder(
  base: TextPath,
  problems: readonly TextProblem[],
  map: TextMap,
): readonly PlacedProblem[] {
  return problemsUnder(base, problems).map((problem) => ({ problem, place: placeOf(problem, map) }));
}
