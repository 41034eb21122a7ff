import type { RoutePlanRow } from '@reglament/api';
import type { Directory, PlannedPerson, PlannedStage, RoutePlan } from '@reglament/engine';
import type { Text } from '@reglament/regulation';

export interface PlanOf {
  readonly regulation: { readonly id: string; readonly version: number; readonly title: Text };
  readonly organisation: string;
  readonly directory: Directory;
  readonly plannedMs?: number | undefined;
}

const dayMs = 24 * 3_600_000;

/** A plan as RouteRibbon draws it: stages with people, over the days of the organisation's calendar. */
export function presentRoute(
  plan: RoutePlan,
  { regulation, organisation, directory, plannedMs }: PlanOf,
): RoutePlanRow {
  const calendar = directory.organisationCalendar(organisation);
  const startMs = Math.min(plan.nowMs, ...plan.stages.map((stage) => stage.startMs));
  const endMs = Math.max(plan.nowMs, plan.endMs, plannedMs ?? 0, ...plan.stages.map((stage) => stage.endMs));
  return {
    regulation,
    stages: plan.stages.map(presentStage),
    days: calendar
      .days(calendar.dayOf(startMs), calendar.dayOf(endMs))
      .map(({ date, working, provisional }) => {
        const from = startOfDay(date, calendar.zone);
        return { date, working, provisional, startMs: from, endMs: from + dayMs };
      }),
    warnings: plan.warnings.map(({ code, stage, params }) => ({
      code,
      ...(stage === undefined ? {} : { stage }),
      params: { ...params },
    })),
    nowMs: plan.nowMs,
    promisedMs: plan.promisedMs,
    plannedMs: plannedMs ?? null,
    endMs: plan.endMs,
    workingDays: plan.workingDays,
    zone: calendar.zone,
  };
}

function presentStage(stage: PlannedStage): RoutePlanRow['stages'][number] {
  const { people, vacant, rule, ...rest } = stage;
  return {
    ...rest,
    people: people.map(presentPerson),
    ...(vacant ? { vacant: { title: vacant.title } } : {}),
    ...(rule ? { rule: rule.title } : {}),
  };
}

function presentPerson({ slot, dueMs, ...person }: PlannedPerson) {
  return person;
}

/** The first moment of a plain date in a zone; Russian zones keep no summer time, others are asked twice. */
function startOfDay(date: string, zone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const first = utc - offsetAt(utc, zone);
  return utc - offsetAt(first, zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  return (
    Date.UTC(
      part['year']!,
      part['month']! - 1,
      part['day']!,
      part['hour']!,
      part['minute']!,
      part['second']!,
    ) -
    Math.floor(ms / 1000) * 1000
  );
}
