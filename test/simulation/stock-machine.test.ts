import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playScenario } from '@reglament/engine';
import { compile, parseScenario, type Regulation, readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { createActor, createMachine } from 'xstate';

const root = fileURLToPath(new URL('../../regulations/', import.meta.url));

/** The machine as somebody outside would load it: the JSON the API serves, stock XState, a guard of one line. */
function stockActor(regulation: Regulation) {
  const json = JSON.parse(JSON.stringify(compile(regulation).machine));
  const machine = createMachine(json, {
    guards: { rule: ({ event }, params) => event['results'][(params as { name: string }).name] === true },
  });
  return createActor(machine).start();
}

// Seen failing when a move recorded the opposite of what its rules said.
describe.each(['municipal-contract', 'municipal-act'])('%s in stock XState', (id) => {
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { regulation } = reading;

  it.each(readdirSync(`${root}${id}/scenarios`).sort())('goes the way of %s, state by state', (file) => {
    const scenario = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}`, 'utf8')));
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    const { events, instance } = playScenario(scenario.scenario, regulation);
    const actor = stockActor(regulation);
    const started = events[0]?.body;
    expect(started?.type === 'started' && started.machine).toEqual(actor.getSnapshot().value);
    let moves = 0;
    for (const { body } of events) {
      if (body.type !== 'moved') continue;
      actor.send({ type: body.event, results: body.results });
      expect(actor.getSnapshot().value).toEqual(body.machine);
      moves += 1;
    }
    expect(moves).toBeGreaterThan(0);
    expect(actor.getSnapshot().status).toBe(instance?.status === 'ended' ? 'done' : 'active');
  });
});
