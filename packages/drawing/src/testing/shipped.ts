import { readFileSync } from 'node:fs';
import { parseRegulation, type Regulation } from '@reglament/regulation';

/** A regulation that the product ships. */
export function shipped(id: string): Regulation {
  const file = new URL(`../../../../regulations/${id}/regulation.json`, import.meta.url);
  const reading = parseRegulation(JSON.parse(readFileSync(file, 'utf8')));
  if (!reading.ok) throw new Error(id);
  return reading.regulation;
}
