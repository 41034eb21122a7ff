import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playScenario } from '@reglament/engine';
import { canonicalJson, parseScenario, readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../regulations/', import.meta.url));

describe.each(['municipal-contract', 'municipal-act'])('%s', (id) => {
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { regulation } = reading;

  it.each(readdirSync(`${root}${id}/scenarios`).sort())(
    'holds in %s, with the same history each time',
    (file) => {
      const scenario = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}`, 'utf8')));
      if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
      const first = playScenario(scenario.scenario, regulation);
      expect(first.failures).toEqual([]);
      const second = playScenario(scenario.scenario, regulation);
      expect(canonicalJson(second.events)).toBe(canonicalJson(first.events));
      expect(canonicalJson(second.instance)).toBe(canonicalJson(first.instance));
    },
  );
});
