import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compile,
  parseScenario,
  printRegulation,
  type Regulation,
  readRegulation,
  type Scenario,
} from '@reglament/regulation';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../regulations/', import.meta.url));

function regulationOf(id: string): Regulation {
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
}

function scenariosOf(id: string): readonly (readonly [string, Scenario])[] {
  return readdirSync(`${root}${id}/scenarios`)
    .sort()
    .map((file) => {
      const reading = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}`, 'utf8')));
      if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.problems)}`);
      return [file.replace(/\.json$/, ''), reading.scenario] as const;
    });
}

describe.each(['municipal-contract', 'municipal-act'])('%s', (id) => {
  const regulation = regulationOf(id);

  it('is kept in canonical form', () => {
    expect(readFileSync(`${root}${id}/regulation.json`, 'utf8')).toBe(printRegulation(regulation));
  });

  it('compiles', () => {
    expect(compile(regulation).machine.id).toBeDefined();
  });

  it.each(scenariosOf(id))('scenario %s is named as its file and says what must hold', (file, scenario) => {
    expect(scenario.id).toBe(file);
    expect(scenario.regulation).toBe(id);
    expect(scenario.must.length).toBeGreaterThan(1);
  });
});
