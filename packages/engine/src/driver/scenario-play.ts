import {
  type Card,
  type CardValue,
  canonicalJson,
  fileHash,
  type Regulation,
  type Scenario,
  type ScenarioStep,
  type Slug,
  sha256Hex,
} from '@reglament/regulation';
import { compileForEngine } from '../compile-for-engine.ts';
import type { Command, NewVersion } from '../model/command.ts';
import type { Actor, Instance, Task } from '../model/instance.ts';
import type { StepResult } from '../model/step.ts';
import { currentVersion } from '../state.ts';
import { countingIds } from './counting-ids.ts';
import { createDriver, type Driver } from './driver.ts';
import type { LocalTime } from './local-time.ts';
import type { FailureCode, FailureParams } from './scenario-failure.ts';
import { employeeOf, type ScenarioStaff, scenarioStaff } from './scenario-staff.ts';

/** What a step could not do. */
export interface Trouble {
  readonly code: FailureCode;
  readonly expected?: FailureParams;
  readonly found: FailureParams;
}

/** A scenario on its driver, step by step. */
export interface ScenarioPlay {
  readonly staff: ScenarioStaff;
  readonly driver: Driver;
  readonly start: () => Trouble | null;
  readonly take: (step: ScenarioStep) => Trouble | null;
}

type DecideStep = ScenarioStep & { readonly do: 'decide' };

export function createPlay(scenario: Scenario, regulation: Regulation, time: LocalTime): ScenarioPlay {
  const staff = scenarioStaff(scenario, regulation);
  const compiled = compileForEngine(regulation, 1, fileHash(regulation));
  const driver = createDriver({
    regulation: compiled,
    directory: staff.directory,
    startMs: time.msOf(scenario.startAt),
    newId: countingIds('id-'),
  });
  let filesMade = 0;

  const mainPost = (member: Slug) => staff.postsOf(member)[0] ?? member;

  function newFiles(): NewVersion['files'] {
    filesMade += 1;
    return [{ name: 'document', digest: sha256Hex(`file ${filesMade}`) }];
  }

  /** A card as the engine keeps it: members named in fields of posts become their posts. */
  function cardOf(card: Readonly<Record<Slug, CardValue>>): Card {
    const isPosts = (field: Slug) => regulation.fields[field]?.type === 'posts';
    return mapValues(card, (value, field) =>
      isPosts(field) && Array.isArray(value) ? value.map(mainPost) : value,
    );
  }

  function start(): Trouble | null {
    if (staff.postsOf(scenario.initiator).length === 0) {
      return { code: 'not-in-cast', found: { by: scenario.initiator } };
    }
    const result = driver.send(
      {
        type: 'start',
        instance: 'instance',
        document: 'document',
        organisation: staff.organisation,
        regulation: { id: regulation.id, version: compiled.version, hash: compiled.hash },
        initiator: {
          employee: employeeOf(scenario.initiator),
          position: mainPost(scenario.initiator),
          unit: staff.unit,
        },
        version: versionOf(cardOf(scenario.card), newFiles()),
        chosen: mapValues(scenario.chosen ?? {}, (members) => members.map(mainPost)),
      },
      driver.nowMs,
    );
    return told(result, 'start-refused');
  }

  function take(step: ScenarioStep): Trouble | null {
    const atMs = time.msOf(step.at);
    if (atMs < driver.nowMs) {
      return {
        code: 'time-backwards',
        expected: { at: time.momentOf(driver.nowMs) },
        found: { at: step.at },
      };
    }
    if (step.do === 'runClock') {
      driver.runTo(atMs);
      return null;
    }
    if (staff.postsOf(step.by).length === 0) return { code: 'not-in-cast', found: { by: step.by } };
    if (step.do === 'decide') return decide(step, atMs);
    const by: Actor = { employee: employeeOf(step.by), position: mainPost(step.by) };
    return told(driver.send({ type: step.do, by, reason: step.reason }, atMs), 'step-refused');
  }

  function decide(step: DecideStep, atMs: number): Trouble | null {
    // What is due before him comes first: it may close his task, or open it.
    if (atMs > driver.nowMs) driver.runTo(atMs - 1);
    const { instance } = driver;
    const found = instance === null ? null : taskFor(instance, staff, step, atMs);
    if (instance === null || found === null) {
      return { code: 'no-open-task', expected: { stage: step.stage, by: step.by }, found: {} };
    }
    return told(driver.send(decisionOf(step, found.task, found.by, instance), atMs), 'step-refused');
  }

  function decisionOf(step: DecideStep, task: Task, by: Actor, instance: Instance): Command {
    const stage = regulation.stages[step.stage];
    const before = currentVersion(instance);
    const version = newVersion(step, before);
    const signs = stage?.kind === 'signing' && step.outcome === 'signed';
    const registers = stage?.kind === 'registration' && step.outcome === 'registered';
    const sendsForward =
      stage?.kind === 'task' &&
      stage.settings.rework === true &&
      stage.settings.outcomes[step.outcome]?.tone === 'forward';
    return {
      type: 'decide',
      task: task.id,
      by,
      outcome: stage?.kind === 'approval' && step.outcome === 'refused' ? 'rejected' : step.outcome,
      digest: before.digest,
      ...(step.text === undefined ? {} : { text: step.text }),
      ...(step.remarks === undefined ? {} : { remarks: step.remarks.map((text) => ({ text })) }),
      ...(step.form === undefined ? {} : { form: step.form }),
      ...(sendsForward ? { answers: answersTo(instance, step, version !== null) } : {}),
      ...(version === null ? {} : { version }),
      ...(signs ? { signature: { kind: 'simple', digest: before.digest } } : {}),
      // A number once given stays the document's.
      ...(registers && instance.registration === undefined
        ? { registration: { number: '1', sequence: 1, date: step.at.slice(0, 10) } }
        : {}),
    };
  }

  /** The document as the step leaves it; `null` when it changes nothing. */
  function newVersion(step: DecideStep, before: Pick<NewVersion, 'card' | 'files'>): NewVersion | null {
    if (step.card === undefined && step.files !== true) return null;
    const changes = step.card ?? {};
    const given = Object.entries(changes).filter((entry): entry is [Slug, CardValue] => entry[1] !== null);
    const kept = Object.entries(before.card).filter(([field]) => !Object.hasOwn(changes, field));
    const card = { ...Object.fromEntries(kept), ...cardOf(Object.fromEntries(given)) };
    return versionOf(card, step.files === true ? newFiles() : before.files);
  }

  return { staff, driver, start, take };
}

function versionOf(card: Card, files: NewVersion['files']): NewVersion {
  return { card, files, digest: sha256Hex(canonicalJson({ card, files })) };
}

/** One answer to each open remark: taken when the document changed, declined in the step's words when it did not. */
function answersTo(instance: Instance, { text }: DecideStep, changed: boolean) {
  return instance.remarks
    .filter(({ status }) => status === 'open')
    .map(({ id }) => ({
      remark: id,
      disposition: changed ? ('accepted' as const) : ('declined' as const),
      ...(text === undefined ? {} : { text }),
    }));
}

function told(result: StepResult, code: FailureCode): Trouble | null {
  return result.ok ? null : { code, found: { ...result.params, refusal: result.refusal } };
}

/** The member's task at the stage by a post he holds or acts for; one that waits for him before one decided by silence. */
function taskFor(
  instance: Instance,
  { directory }: ScenarioStaff,
  { stage, by }: DecideStep,
  atMs: number,
): { readonly task: Task; readonly by: Actor } | null {
  const employee = employeeOf(by);
  const tasks = Object.values(instance.tasks).filter((task) => task.stage === stage);
  for (const task of [...tasks.filter(({ lapsed }) => !lapsed), ...tasks.filter(({ lapsed }) => lapsed)]) {
    for (const position of task.positions) {
      if (directory.position(position)?.holder === employee) return { task, by: { employee, position } };
      const acting = directory.acting(position, atMs);
      if (acting?.employee === employee && acting.standsInFor !== undefined) {
        return { task, by: { employee, position, onBehalfOf: acting.standsInFor } };
      }
    }
  }
  return null;
}

function mapValues<V, W>(
  map: Readonly<Record<string, V>>,
  change: (value: V, key: string) => W,
): Record<string, W> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
