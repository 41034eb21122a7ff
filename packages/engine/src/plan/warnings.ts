import type { LegalTerm } from '@reglament/regulation';
import type { PlanView } from './present-plan.ts';
import type { PlannedStage, PlanWarning } from './route-plan.ts';

/** What the author should know before he sends, in the order of the route. Pure. */
export function warningsOf(
  stages: readonly PlannedStage[],
  provisional: string | null,
  view: PlanView,
): readonly PlanWarning[] {
  const ahead = stages.filter(({ state }) => state === 'now' || state === 'planned');
  return [
    ...ahead.flatMap(({ stage, vacant }): PlanWarning[] =>
      vacant === undefined ? [] : [{ code: 'vacant', stage, params: { participant: vacant.participant } }],
    ),
    ...ahead.flatMap(({ stage, people }): PlanWarning[] =>
      people.flatMap(({ position, name, absentUntil }) =>
        absentUntil === undefined
          ? []
          : [{ code: 'absent', stage, params: { position, name, until: absentUntil } }],
      ),
    ),
    ...(provisional === null
      ? []
      : [{ code: 'provisional-calendar' as const, stage: provisional, params: {} }]),
    ...Object.entries(view.regulation.regulation.legalTerms).flatMap(([id, term]) =>
      exceeded(id, term, stages, view),
    ),
  ];
}

/** A legal term that the plan would break. Time in rework is added to a term that does not count rounds. */
function exceeded(
  id: string,
  term: LegalTerm,
  stages: readonly PlannedStage[],
  view: PlanView,
): readonly PlanWarning[] {
  const from = momentOf(term.from, 'first', stages, view);
  const to = momentOf(term.to, 'last', stages, view);
  if (from === null || to === null || to.atMs < from.atMs) return [];
  const calendar = view.directory.organisationCalendar(view.future.organisation);
  const dueMs = calendar.due(from.atMs, term.term).atMs;
  const limitMs = dueMs + (term.roundsCounted ? 0 : reworkMs(stages, view));
  return to.atMs <= limitMs
    ? []
    : [{ code: 'legal-term', stage: to.stage, params: { term: id, limitMs, endMs: to.atMs } }];
}

/** When an event of a legal term happens: `sent`, `registered`, `<stage>.opened`, `<stage>.closed`. */
function momentOf(
  event: string,
  which: 'first' | 'last',
  stages: readonly PlannedStage[],
  { future, regulation }: PlanView,
): { readonly atMs: number; readonly stage: string } | null {
  if (event === 'sent') return { atMs: future.startedAtMs, stage: regulation.regulation.start };
  const [stage, edge] = event.split('.');
  const visits = stages.filter((one) =>
    one.visit === undefined
      ? false
      : event === 'registered'
        ? one.kind === 'registration' && !one.returned
        : one.stage === stage,
  );
  const visit = which === 'first' ? visits[0] : visits.at(-1);
  if (visit === undefined) return null;
  return { atMs: edge === 'opened' ? visit.startMs : visit.endMs, stage: visit.stage };
}

function reworkMs(stages: readonly PlannedStage[], { regulation }: PlanView): number {
  return stages
    .filter(({ stage }) => {
      const drawn = regulation.regulation.stages[stage];
      return drawn?.kind === 'task' && drawn.settings.rework === true;
    })
    .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}
