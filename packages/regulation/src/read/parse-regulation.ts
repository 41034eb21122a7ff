import { type Problem, problem } from '../lint/problem.ts';
import { knownNeeds, type Regulation, regulationFormat, regulationSchema } from '../model/regulation.ts';
import { omitDefaults } from './canonical-form.ts';
import { readJson } from './json-reader.ts';
import { plainCopy } from './plain-copy.ts';
import { schemaProblems } from './schema-problems.ts';

export type RegulationReading =
  | { readonly ok: true; readonly regulation: Regulation }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a JSON value from outside and gives the regulation in canonical form (defaults left out). Pure; never throws.
 * A newer format and an unknown need are named alone, before anything else could be blamed on them.
 */
export function parseRegulation(input: unknown): RegulationReading {
  const copy = plainCopy(input);
  if (!copy.ok) return { ok: false, problems: [copy.problem] };
  const newer = newerProblems(copy.value);
  if (newer.length > 0) return { ok: false, problems: newer };
  const checked = regulationSchema.safeParse(copy.value);
  if (!checked.success) return { ok: false, problems: schemaProblems(checked.error.issues, copy.value) };
  return { ok: true, regulation: omitDefaults(checked.data) };
}

/** Reads the text of a regulation; see `readJson` for what text is refused. Pure; never throws. */
export function readRegulation(text: string): RegulationReading {
  const json = readJson(text);
  return json.ok ? parseRegulation(json.value) : json;
}

function newerProblems(value: unknown): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { format, needs } = value as { format?: unknown; needs?: unknown };
  if (typeof format === 'string' && format !== regulationFormat) {
    return [
      problem('format-unknown', 'error', ['format'], {
        format: format.slice(0, 80),
        known: regulationFormat,
      }),
    ];
  }
  if (!Array.isArray(needs)) return [];
  return needs.flatMap((need: unknown, index) =>
    typeof need === 'string' && !knownNeeds.includes(need) && index < 100
      ? [problem('needs-unknown', 'error', ['needs', index], { need: need.slice(0, 80) })]
      : [],
  );
}
