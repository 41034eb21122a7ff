import type { Problem } from '../lint/problem.ts';
import type { Scenario } from '../model/scenario.ts';
import { scenarioSchema } from '../model/scenario-schema.ts';
import { readJson } from './json-reader.ts';
import { plainCopy } from './plain-copy.ts';
import { schemaProblems } from './schema-problems.ts';

export type ScenarioReading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks a JSON value from outside as a scenario, by the same guards as a regulation. Pure; never throws. */
export function parseScenario(input: unknown): ScenarioReading {
  const copy = plainCopy(input);
  if (!copy.ok) return { ok: false, problems: [copy.problem] };
  const checked = scenarioSchema.safeParse(copy.value);
  if (!checked.success) return { ok: false, problems: schemaProblems(checked.error.issues, copy.value) };
  return { ok: true, scenario: checked.data };
}

/** Reads the text of a scenario. Pure; never throws. */
export function readScenario(text: string): ScenarioReading {
  const json = readJson(text);
  return json.ok ? parseScenario(json.value) : json;
}
