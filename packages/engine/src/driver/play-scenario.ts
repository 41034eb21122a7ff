import { CalendarError } from '@reglament/calendar';
import type { Regulation, Scenario, ScenarioStep } from '@reglament/regulation';
import { EngineError } from '../errors.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Instance } from '../model/instance.ts';
import { checkMust } from './check-must.ts';
import { localTime } from './local-time.ts';
import type { ScenarioFailure } from './scenario-failure.ts';
import { createPlay, type ScenarioPlay, type Trouble } from './scenario-play.ts';

export interface ScenarioResult {
  readonly ok: boolean;
  /** The one step that could not be taken, which ends the play; sentences about the state up to it that do not hold. */
  readonly failures: readonly ScenarioFailure[];
  readonly events: readonly HistoryEvent[];
  readonly instance: Instance | null;
}

/**
 * Plays a scenario through the driver over a directory made of its cast, and checks every `must`. Pure: the same
 * scenario gives byte-equal history. What a scenario says wrongly is a failure, never a throw; the regulation has
 * passed lint.
 */
export function playScenario(scenario: Scenario, regulation: Regulation): ScenarioResult {
  const time = localTime(scenario.zone);
  if (time === null) {
    const found = { zone: scenario.zone };
    return {
      ok: false,
      failures: [{ code: 'zone-unknown', index: -1, expected: {}, found }],
      events: [],
      instance: null,
    };
  }
  const play = createPlay(scenario, regulation, time);
  const failures: ScenarioFailure[] = [];
  const states = playSteps(play, scenario.steps, failures);
  const stopped = failures.length > 0;
  scenario.must.forEach((must, index) => {
    const instance =
      must.after === undefined && !stopped ? states.at(-1) : states[(must.after ?? Infinity) + 1];
    if (instance !== undefined) {
      const failure = checkMust(must, index, { instance, staff: play.staff, time });
      if (failure !== null) failures.push(failure);
    } else if (!stopped) {
      // No step has that number; after a stop the sentence is simply not reached.
      const found = { steps: scenario.steps.length };
      failures.push({ code: must.that, must, index, expected: { after: must.after ?? -1 }, found });
    }
  });
  return {
    ok: failures.length === 0,
    failures,
    events: play.driver.events,
    instance: play.driver.instance,
  };
}

/** The state after the sending and after each step; stops at the first that cannot be taken. */
function playSteps(
  play: ScenarioPlay,
  steps: readonly ScenarioStep[],
  failures: ScenarioFailure[],
): readonly Instance[] {
  const states: Instance[] = [];
  for (let index = -1; index < steps.length; index += 1) {
    const step = steps[index];
    const trouble = guarded(() => (step === undefined ? play.start() : play.take(step)));
    if (trouble !== null) {
      const { code, expected = {}, found } = trouble;
      failures.push({ code, index, ...(step === undefined ? {} : { step }), expected, found });
      break;
    }
    if (play.driver.instance !== null) states.push(play.driver.instance);
  }
  return states;
}

/** Errors with codes are what a scenario may run into, as a year without data; anything else is ours and is thrown. */
function guarded(play: () => Trouble | null): Trouble | null {
  try {
    return play();
  } catch (error) {
    if (!(error instanceof CalendarError || error instanceof EngineError)) throw error;
    return { code: 'broken', found: { ...error.params, code: error.code } };
  }
}
