import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Regulation, readRegulation } from '@reglament/regulation';

/** A regulation's text and those of the scenarios beside it. */
export interface RegulationFiles {
  readonly text: string;
  readonly scenarios: readonly string[];
}

export interface Template extends RegulationFiles {
  readonly id: string;
  readonly regulation: Regulation;
}

/** Shipped regulations beside the runtime, in the repository or in a deployed folder. */
const folder = fileURLToPath(new URL('../../../regulations/', import.meta.url));

let known: readonly Template[] | undefined;

/** The shipped regulations, read once. @throws Error when one of them cannot be read: it was shipped broken */
export function templates(): readonly Template[] {
  known ??= (existsSync(folder) ? readdirSync(folder) : [])
    .filter((id) => existsSync(join(folder, id, 'regulation.json')))
    .sort()
    .map((id) => {
      const files = readRegulationFiles(join(folder, id, 'regulation.json'))!;
      const reading = readRegulation(files.text);
      if (!reading.ok) throw new Error(`The template ${id} cannot be read: ${reading.problems[0]?.code}`);
      return { ...files, id, regulation: reading.regulation };
    });
  return known;
}

/** A regulation's file and the scenarios in the folder beside it, in the order of names; null when there is no such file. */
export function readRegulationFiles(path: string): RegulationFiles | null {
  if (!existsSync(path)) return null;
  const beside = join(path, '..', 'scenarios');
  const names = existsSync(beside)
    ? readdirSync(beside)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
  return {
    text: readFileSync(path, 'utf8'),
    scenarios: names.map((name) => readFileSync(join(beside, name), 'utf8')),
  };
}
