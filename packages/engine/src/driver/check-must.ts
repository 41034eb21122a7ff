import type { Must } from '@reglament/regulation';
import type { Decision, Instance, Visit } from '../model/instance.ts';
import type { LocalTime } from './local-time.ts';
import type { FailureParams, ScenarioFailure } from './scenario-failure.ts';
import { employeeOf, type ScenarioStaff } from './scenario-staff.ts';

/** How approvers' words are written in scenarios: as the outcomes of the stage. */
export const scenarioOutcome: Readonly<Record<string, string>> = {
  approvedWithRemarks: 'approved',
  rejected: 'refused',
};

export interface MustView {
  readonly instance: Instance;
  readonly staff: ScenarioStaff;
  readonly time: LocalTime;
}

/** Whether a sentence holds for the state after its step; `null` when it does. Pure. */
export function checkMust(must: Must, index: number, view: MustView): ScenarioFailure | null {
  const { expected, found } = compare(must, view);
  const holds = Object.entries(expected).every(([key, value]) => found[key] === value);
  return holds ? null : { code: must.that, must, index, expected, found };
}

interface Comparison {
  readonly expected: FailureParams;
  readonly found: FailureParams;
}

function compare(must: Must, view: MustView): Comparison {
  const { instance } = view;
  switch (must.that) {
    case 'open':
      return compareOpen(must, view);
    case 'notOpen': {
      const open = lastVisit(instance, must.stage)?.status === 'open';
      return { expected: { stage: must.stage, open: false }, found: { stage: must.stage, open } };
    }
    case 'visited': {
      const { stage, times } = must;
      return { expected: { stage, times }, found: { stage, times: instance.stages[stage]?.visits ?? 0 } };
    }
    case 'decision':
      return compareDecision(must, view);
    case 'kept': {
      const status = lastVisit(instance, must.stage)?.status ?? 'notVisited';
      return { expected: { stage: must.stage, status: 'kept' }, found: { stage: must.stage, status } };
    }
    case 'endsAs':
      return { expected: { as: must.as }, found: { as: instance.ending?.as ?? 'running' } };
    case 'endsBy': {
      const date = instance.ending === undefined ? '' : dateOf(instance.ending.atMs, view);
      const inTime = date !== '' && date <= must.date;
      return { expected: { date: must.date }, found: { date: inTime ? must.date : date } };
    }
    case 'endsWithin': {
      const days = workingDaysTaken(view);
      const within = days !== null && days <= must.workingDays;
      return {
        expected: { workingDays: must.workingDays },
        found: { workingDays: within ? must.workingDays : (days ?? -1) },
      };
    }
    case 'incident': {
      const { stage, reason } = must;
      const reasons = Object.values(instance.incidents)
        .filter((incident) => incident.stage === stage)
        .map((incident) => incident.reason as string);
      const found = reasons.includes(reason) ? reason : listed(reasons);
      return { expected: { stage, reason }, found: { stage, reason: found } };
    }
    case 'round':
      return { expected: { round: must.round }, found: { round: instance.round } };
  }
}

function compareOpen(must: Must & { readonly that: 'open' }, view: MustView): Comparison {
  const { instance, staff, time } = view;
  const visit = lastVisit(instance, must.stage);
  const tasks = Object.values(instance.tasks).filter(
    (task) => task.visit === visit?.id && visit.status === 'open' && !task.lapsed,
  );
  const members = tasks.flatMap((task) => task.positions.map((id) => staff.memberAt(id) ?? id));
  const waits = Object.values(instance.timers).filter(
    (timer) => timer.visit === visit?.id && timer.action === 'elapse',
  );
  const dues = [...tasks, ...waits].map(({ dueAtMs }) => time.momentOf(dueAtMs));
  return {
    expected: {
      open: true,
      at: listed(must.at),
      ...(must.due === undefined ? {} : { due: must.due }),
    },
    found: { open: visit?.status === 'open', at: listed(members), due: listed(dues) },
  };
}

function compareDecision(must: Must & { readonly that: 'decision' }, view: MustView): Comparison {
  const { instance, staff } = view;
  const by = (decision: Decision) =>
    decision.automatic === undefined
      ? decision.person.employee === employeeOf(must.by)
      : staff.memberAt(decision.position) === must.by;
  const last = instance.decisions.findLast((decision) => decision.stage === must.stage && by(decision));
  const { stage, outcome, withRemarks, automatic, late } = must;
  const flags = {
    ...(withRemarks === undefined ? {} : { withRemarks }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(late === undefined ? {} : { late }),
  };
  return {
    expected: { stage, by: must.by, outcome, ...flags },
    found:
      last === undefined
        ? { stage, by: must.by, outcome: '' }
        : {
            stage,
            by: must.by,
            outcome: scenarioOutcome[last.outcome] ?? last.outcome,
            withRemarks: last.remarks.length > 0,
            automatic: last.automatic !== undefined,
            late: last.late,
          },
  };
}

function lastVisit(instance: Instance, stage: string): Visit | undefined {
  return instance.visits[`${stage}#${instance.stages[stage]?.visits ?? 0}`];
}

function listed(values: readonly string[]): string {
  return [...new Set(values)].sort().join(', ');
}

function dateOf(ms: number, { time }: MustView): string {
  return time.momentOf(ms).slice(0, 10);
}

/** Working days after the day of sending up to the day of the end; `null` while it runs. */
function workingDaysTaken(view: MustView): number | null {
  const { instance, staff } = view;
  if (instance.ending === undefined) return null;
  const calendar = staff.directory.organisationCalendar(staff.organisation);
  const [first, ...rest] = calendar.days(
    dateOf(instance.startedAtMs, view),
    dateOf(instance.ending.atMs, view),
  );
  return first === undefined ? 0 : rest.filter(({ working }) => working).length;
}
