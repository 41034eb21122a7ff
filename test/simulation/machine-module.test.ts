import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { playScenario } from '@reglament/engine';
import { machineModule, parseScenario, type Regulation, readRegulation } from '@reglament/regulation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnyStateMachine, createActor } from 'xstate';

const root = fileURLToPath(new URL('../../regulations/', import.meta.url));
// Beside the tests, so that it finds `xstate` as a project of somebody outside would.
const folder = mkdtempSync(fileURLToPath(new URL('../machine-module-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(id: string): Regulation {
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
}

const ids = ['municipal-contract', 'municipal-act'];
const hostile: Regulation = {
  ...read('municipal-act'),
  title: { ru: 'Акт */ \n throw 1', en: 'Act\u2028throw new Error();\n*/' },
};

describe('the exported module', () => {
  // Seen failing with a guard that was given `params` of its own type.
  it('compiles in a strict project that has nothing but xstate', () => {
    for (const id of ids) writeFileSync(join(folder, `${id}.ts`), machineModule(read(id)));
    writeFileSync(join(folder, 'hostile.ts'), machineModule(hostile));
    const config = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        target: 'es2022',
        skipLibCheck: true,
        types: [],
      },
      files: [...ids, 'hostile'].map((id) => `${id}.ts`),
    };
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
    expect(execFileSync(tsc, ['-p', folder], { encoding: 'utf8' })).toBe('');
  }, 60_000);

  describe.each(ids)('%s', (id) => {
    let machine: AnyStateMachine;
    const regulation = read(id);
    beforeAll(async () => {
      const path = join(folder, `${id}.ts`);
      writeFileSync(path, machineModule(regulation));
      machine = ((await import(/* @vite-ignore */ pathToFileURL(path).href)) as { machine: AnyStateMachine })
        .machine;
    });

    // Seen failing with a guard that held whatever the results said.
    it.each(readdirSync(`${root}${id}/scenarios`).sort())('goes the way of %s in plain XState', (file) => {
      const scenario = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}`, 'utf8')));
      if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
      const { events, instance } = playScenario(scenario.scenario, regulation);
      const actor = createActor(machine).start();
      for (const { body } of events) {
        if (body.type !== 'moved') continue;
        actor.send({ type: body.event, results: body.results });
        expect(actor.getSnapshot().value).toEqual(body.machine);
      }
      expect(actor.getSnapshot().status).toBe(instance?.status === 'ended' ? 'done' : 'active');
    });
  });

  it('of a hostile title is the same machine', async () => {
    const path = join(folder, 'hostile.ts');
    writeFileSync(path, machineModule(hostile));
    const { machine } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      machine: AnyStateMachine;
    };
    expect(createActor(machine).start().getSnapshot().value).toBe('unit-head');
  });
});
