import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type HistoryEvent, playScenario } from '@reglament/engine';
import { parseScenario, type Regulation, readRegulation, type Scenario } from '@reglament/regulation';
import { type LocalTime, localTime } from '../../../packages/engine/src/driver/local-time.ts';
import { type ScenarioStaff, scenarioStaff } from '../../../packages/engine/src/driver/scenario-staff.ts';

const root = fileURLToPath(new URL('../../../regulations/', import.meta.url));

/** A shipped scenario with everything that playing it on a server needs. */
export interface Story {
  /** `municipal-act/whole-way`. */
  readonly name: string;
  readonly regulation: Regulation;
  readonly scenario: Scenario;
  readonly staff: ScenarioStaff;
  readonly time: LocalTime;
}

/** Names of all shipped scenarios, in order. */
export const storyNames: readonly string[] = ['municipal-act', 'municipal-contract'].flatMap((id) =>
  readdirSync(`${root}${id}/scenarios`)
    .sort()
    .map((file) => `${id}/${file.replace('.json', '')}`),
);

export function readStory(name: string): Story {
  const [id, file] = name.split('/') as [string, string];
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const parsed = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}.json`, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { regulation } = reading;
  const { scenario } = parsed;
  const time = localTime(scenario.zone);
  if (!time) throw new Error(`${name} is in no zone`);
  return { name, regulation, scenario, staff: scenarioStaff(scenario, regulation), time };
}

/** What the engine's own driver tells of the story, event by event: the server's history must tell the same. */
export function toldByDriver({ scenario, regulation }: Story): readonly string[] {
  return playScenario(scenario, regulation).events.map(told);
}

/** An event by what does not depend on ids and digests. */
export function told({ atMs, body }: HistoryEvent): string {
  const detail = (() => {
    switch (body.type) {
      case 'visitOpened':
      case 'visitClosed':
        return body.visit;
      case 'taskOpened':
        return `${body.task.stage} ${body.task.positions.join(' ')} until ${body.task.dueAtMs}`;
      case 'decided':
        return `${body.decision.stage} ${body.decision.position} ${body.decision.outcome}`;
      case 'timerFired':
        return body.action;
      case 'moved':
        return body.event;
      case 'ended':
        return body.as;
      default:
        return '';
    }
  })();
  return `${atMs} ${body.type} ${detail}`.trim();
}
