import { outcomesOf, type Stage } from '@reglament/regulation';
import type { Directory } from '../directory/directory.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Instance, Visit } from '../model/instance.ts';
import type { CompiledRegulation } from '../model/step.ts';
import { slotsOf, stageOf } from '../state.ts';
import { withShift } from '../timers/term.ts';
import { type PeopleView, peopleOf, type SlotTask } from './people.ts';
import type { PlannedStage, PlannedState, RoutePlan } from './route-plan.ts';
import { routeRules } from './route-rules.ts';
import { isStandIn } from './stand-ins.ts';
import { warningsOf } from './warnings.ts';

export interface PlanView {
  readonly regulation: CompiledRegulation;
  readonly directory: Directory;
  readonly nowMs: number;
  /** As it is now; `null` before the sending. */
  readonly present: Instance | null;
  /** As it is expected to end, and what happens until then. */
  readonly future: Instance;
  readonly ahead: readonly HistoryEvent[];
  /** What happened, where it is at hand: it tells which rules chose the way so far. */
  readonly history: readonly HistoryEvent[];
}

/** Puts a played route in words and dates. Pure. */
export function presentPlan(view: PlanView): RoutePlan {
  const { present, future, ahead, nowMs } = view;
  const tasks = slotTasks(present, ahead);
  const people: PeopleView = { present, directory: view.directory, nowMs, taskOf: (slot) => tasks.get(slot) };
  const rules = routeRules([...view.history, ...ahead], view.regulation);
  const visited = Object.values(future.visits).map((visit) =>
    presentVisit(visit, rules.ruleOf.get(visit.id), view, people),
  );
  const skipped = [
    ...Object.values(future.visits).flatMap((visit) => skippedBranches(visit, view)),
    ...rules.passedBy.map(({ stage, atMs, rule }) => skippedStage(stage, atMs, future.round, rule, view)),
  ];
  const stages = [...visited, ...skipped].toSorted(byTime(view.regulation.regulation.stageOrder));
  const endMs = future.ending?.atMs ?? Math.max(nowMs, ...stages.map((stage) => stage.endMs));
  const registered = stages.findLast(
    (stage) => stage.kind === 'registration' && stage.visit !== undefined && !stage.returned,
  );
  const promisedMs = registered?.endMs ?? endMs;
  const calendar = view.directory.organisationCalendar(future.organisation);
  const provisional = provisionalStage(stages, tasks, view);
  return {
    nowMs,
    stages,
    warnings: warningsOf(stages, provisional, view),
    promisedMs,
    endMs,
    workingDays: calendar
      .days(calendar.dayOf(future.startedAtMs), calendar.dayOf(promisedMs))
      .slice(1)
      .filter(({ working }) => working).length,
    provisional: provisional !== null,
  };
}

/** The task of each slot: open now, or as it is going to be opened. */
function slotTasks(present: Instance | null, ahead: readonly HistoryEvent[]): ReadonlyMap<string, SlotTask> {
  const tasks = new Map<string, SlotTask>();
  for (const task of Object.values(present?.tasks ?? {})) {
    const timers = Object.values(present?.timers ?? {}).filter((timer) => timer.task === task.id);
    tasks.set(task.slot, { task, timers });
  }
  for (const { body } of ahead) {
    if (body.type === 'taskOpened') tasks.set(body.task.slot, { task: body.task, timers: body.timers });
  }
  return tasks;
}

function presentVisit(
  visit: Visit,
  rule: string | undefined,
  view: PlanView,
  people: PeopleView,
): PlannedStage {
  const stage = stageOf(view.regulation, visit.stage);
  const now = view.present?.visits[visit.id];
  const slots = slotsOf(view.future, visit);
  const dues = [
    ...slots.flatMap(({ id }) => people.taskOf(id)?.task.dueAtMs ?? []),
    ...(view.present?.decisions ?? [])
      .filter((decision) => decision.visit === visit.id)
      .map(({ dueAtMs }) => dueAtMs),
    ...waitDue(stage, visit, view).map(({ atMs }) => atMs),
  ];
  const dueMs = dues.length === 0 ? undefined : Math.max(...dues);
  const vacant = slots.find(
    ({ positions, status }) => status === 'vacant' || positions.some((id) => isVacant(id, view.directory)),
  );
  const over = now !== undefined && now.status !== 'open';
  return {
    ...headOf(visit.stage, stage, visit.round, rule, view),
    visit: visit.id,
    state: stateOf(visit, now),
    startMs: visit.openedAtMs,
    endMs: visit.closedAtMs ?? Math.max(visit.openedAtMs, dueMs ?? 0),
    ...(dueMs === undefined ? {} : { dueMs }),
    people: slots.flatMap((slot) => peopleOf(slot, people)),
    ...(vacant === undefined || over ? {} : { vacant: vacancy(vacant.participant, view) }),
    returned: outcomesOf(stage).find(({ id }) => id === visit.outcome)?.tone === 'return',
  };
}

function stateOf(visit: Visit, now: Visit | undefined): PlannedState {
  if (visit.status === 'kept' && (now === undefined || now.status === 'kept')) return 'kept';
  if (now === undefined) return 'planned';
  return now.status === 'open' ? 'now' : 'done';
}

function isVacant(position: string, directory: Directory): boolean {
  return isStandIn(position) || directory.position(position)?.holder === undefined;
}

function vacancy(participant: string, { regulation }: PlanView) {
  const title = regulation.regulation.participants[participant]?.title ?? { ru: '', en: '' };
  return { participant, title };
}

function headOf(id: string, stage: Stage, round: number, ruleId: string | undefined, view: PlanView) {
  const { stages, rules } = view.regulation.regulation;
  const block = stage.parent === undefined ? undefined : stages[stage.parent.block];
  const branch = block?.kind === 'parallel' ? block.settings.branches[stage.parent?.branch ?? ''] : undefined;
  const rule = ruleId === undefined ? undefined : rules[ruleId];
  return {
    stage: id,
    kind: stage.kind,
    title: stage.title,
    round,
    ...(stage.parent === undefined ? {} : stage.parent),
    ...(branch === undefined ? {} : { branchTitle: branch.title }),
    ...(rule === undefined || ruleId === undefined ? {} : { rule: { id: ruleId, title: rule.title } }),
  };
}

function skippedStage(
  id: string,
  atMs: number,
  round: number,
  rule: string | undefined,
  view: PlanView,
): PlannedStage {
  return {
    ...headOf(id, stageOf(view.regulation, id), round, rule, view),
    state: 'skipped',
    startMs: atMs,
    endMs: atMs,
    people: [],
    returned: false,
  };
}

function skippedBranches(visit: Visit, view: PlanView): readonly PlannedStage[] {
  const stage = stageOf(view.regulation, visit.stage);
  if (stage.kind !== 'parallel') return [];
  return Object.entries(stage.settings.branches)
    .filter(([id]) => visit.branches?.[id] === 'skipped')
    .map(([, { first, when }]) => skippedStage(first, visit.openedAtMs, visit.round, when, view));
}

function waitDue(stage: Stage, visit: Visit, { regulation, directory, future }: PlanView) {
  const deadline =
    stage.kind === 'wait' ? regulation.regulation.deadlines[stage.settings.deadline] : undefined;
  if (deadline === undefined) return [];
  return [directory.organisationCalendar(future.organisation).due(visit.openedAtMs, withShift(deadline))];
}

/** The first stage not yet over whose term was counted over a computed year. */
function provisionalStage(
  stages: readonly PlannedStage[],
  tasks: ReadonlyMap<string, SlotTask>,
  view: PlanView,
): string | null {
  const found = stages.find(({ stage, visit, state }) => {
    const planned = visit === undefined ? undefined : view.future.visits[visit];
    if (planned === undefined || (state !== 'now' && state !== 'planned')) return false;
    return (
      planned.slots.some((slot) => tasks.get(slot)?.task.term.provisional === true) ||
      waitDue(stageOf(view.regulation, stage), planned, view).some(({ provisional }) => provisional)
    );
  });
  return found?.stage ?? null;
}

/** By opening; of what opens together, in the drawn order, a block before what it holds. */
function byTime(stageOrder: readonly string[]) {
  const place = new Map(stageOrder.map((id, index) => [id, index]));
  const rank = ({ stage, block }: PlannedStage) => place.get(block ?? stage) ?? 0;
  const inside = ({ stage, block }: PlannedStage) => (block === undefined ? -1 : (place.get(stage) ?? 0));
  return (one: PlannedStage, other: PlannedStage) =>
    one.startMs - other.startMs || rank(one) - rank(other) || inside(one) - inside(other);
}
