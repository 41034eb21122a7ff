import { readFileSync } from 'node:fs';
import { type Regulation, readRegulation } from '@reglament/regulation';

/** A regulation that the product ships, read anew for each test. */
export function shipped(id: 'municipal-contract' | 'municipal-act'): Regulation {
  const file = new URL(`../../../regulations/${id}/regulation.json`, import.meta.url);
  const reading = readRegulation(readFileSync(file, 'utf8'));
  if (!reading.ok) throw new Error(`${id} cannot be read`);
  return reading.regulation;
}
