import { dayKey, formatTime, type I18n, INTL_TAG, shortName } from '@reglament/i18n';
import { endsOf } from './ends.ts';
import type { Bead, RibbonFlag, RibbonModel, RibbonRow, RibbonStage, RibbonVisit } from './model.ts';
import { beadsOf } from './people-words.ts';
import type { PlanStage, RoutePlan } from './plan.ts';
import { namedFolds, rulerOf } from './ruler.ts';
import { dateOf, type Wording, wordingOf } from './wording.ts';

/**
 * The plan in the reader's words. Pure. What is skipped or stands from an earlier round takes no time and is not drawn
 * (the list names it); a block that is over is one bar with the number of its people.
 */
export function wordPlan(plan: RoutePlan, i18n: I18n): RibbonModel {
  const wording = wordingOf(plan, i18n);
  const shift = shiftOf(wording);
  const stages = plan.stages
    .filter((stage) => isDrawn(stage) && stage.block === undefined)
    .map((stage) => stageOf(stage, wording));
  const model: RibbonModel = {
    stages,
    gathered: gather(stages, wording),
    flags: flagsOf(wording),
    shift,
    shiftToPlan: shift && i18n.t('route.toPlan', { shift }),
    now: i18n.t('route.now', { time: formatTime(plan.nowMs, plan.zone, i18n.locale) }),
    clock: formatTime(plan.nowMs, plan.zone, i18n.locale),
    nowMs: plan.nowMs,
    months: Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat(INTL_TAG[i18n.locale], { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2026, month, 1),
      ),
    ),
    folds: {},
  };
  const say = (dates: string, count: number) => i18n.t('route.fold', { dates, count });
  return { ...model, folds: namedFolds(rulerOf(model, plan.days, plan.zone), model, say) };
}

/** So many stages of one day, from which on they may be drawn as one. */
const CROWD = 3;

/** Runs of stages that began and ended on the same day become one bar; its bead names them all. */
function gather(stages: readonly RibbonStage[], wording: Wording): RibbonStage[] | null {
  const { zone } = wording.when;
  const runs: RibbonStage[][] = [];
  let day = '';
  for (const stage of stages) {
    const began = dayKey(stage.startMs, zone);
    const short = stage.state === 'done' && !stage.rows && began === dayKey(stage.endMs, zone);
    if (short && began === day) runs.at(-1)?.push(stage);
    else runs.push([stage]);
    day = short ? began : '';
  }
  if (runs.every(({ length }) => length < CROWD)) return null;
  return runs.flatMap((run) => (run.length < CROWD ? run : [gathered(run, wording)]));
}

function gathered(run: readonly RibbonStage[], { i18n }: Wording): RibbonStage {
  const [first, last] = [run[0], run.at(-1)] as [RibbonStage, RibbonStage];
  const beads = run.flatMap((stage) => stage.beads);
  const look = (['rejected', 'remarks', 'auto'] as const).find((one) =>
    beads.some((bead) => bead.look === one),
  );
  const name = i18n.t('route.stages', { count: run.length });
  const said = run.map((stage) =>
    [stage.name, ...stage.beads.map((bead) => [bead.name, bead.words].filter(Boolean).join(', '))].join(': '),
  );
  return {
    key: `${first.key}…${last.key}`,
    kind: last.kind,
    name,
    note: last.note,
    who: '',
    state: 'done',
    startMs: first.startMs,
    endMs: last.endMs,
    beads: [
      {
        key: `${first.key}…${last.key}/all`,
        inside: String(run.length),
        look: look ?? 'done',
        name: `${name}, ${last.note}`,
        words: said.join('; '),
        tip: [`${name}, ${last.note}`, ...said],
        atMs: last.endMs,
      },
    ],
  };
}

const isDrawn = ({ state }: PlanStage) => state === 'done' || state === 'now' || state === 'planned';

/** What a block holds in the same round, in order of time. */
export function childrenOf(block: PlanStage, { stages }: RoutePlan): readonly PlanStage[] {
  return stages.filter((stage) => stage.block === block.stage && stage.round === block.round);
}

/** The name of a stage, with its round when it is not the first. */
export function nameOf({ title, round, kind, returned }: PlanStage, { i18n }: Wording): string {
  const words = title[i18n.locale];
  return kind === 'parallel' && (round > 1 || returned)
    ? i18n.t('route.inRound', { title: words, round })
    : words;
}

/** Until when, or when it was. */
export function noteOf({ state, startMs, endMs, dueMs, returned }: PlanStage, wording: Wording): string {
  const { t } = wording.i18n;
  const { zone } = wording.when;
  if (state === 'done') {
    const date = dateOf(endMs, wording);
    return returned ? t('route.returned', { date }) : date;
  }
  const until = state === 'now' ? (dueMs ?? endMs) : endMs;
  const date = dateOf(until, wording);
  const oneDay = dayKey(startMs, zone) === dayKey(until, zone);
  return state === 'planned' && oneDay ? date : t('route.until', { date });
}

function stageOf(stage: PlanStage, wording: Wording): RibbonStage {
  const children = stage.kind === 'parallel' ? childrenOf(stage, wording.plan).filter(isDrawn) : [];
  if (children.length === 0) return visitOf(stage, wording);
  if (stage.state === 'done') return closedBlock(stage, children, wording);
  const branches = Map.groupBy(children, ({ branch, stage: id }) => branch ?? id);
  const rows = [...branches].map(([branch, stages]) =>
    rowOf(`${stage.visit ?? stage.stage}/${branch}`, stages, wording),
  );
  const endMs = Math.max(stage.endMs, ...children.map((child) => child.endMs));
  return { ...visitOf({ ...stage, people: [], endMs }, wording), rows };
}

function closedBlock(stage: PlanStage, children: readonly PlanStage[], wording: Wording): RibbonStage {
  const beads = children.flatMap((child) => beadsOf(child, wording));
  const refused = beads.filter(({ look }) => look === 'rejected').length;
  const note =
    refused > 0
      ? wording.i18n.t('route.refusedOf', { count: refused, all: beads.length })
      : noteOf(stage, wording);
  const one: Bead[] =
    beads.length === 0
      ? []
      : [
          {
            key: `${stage.visit ?? stage.stage}/all`,
            inside: String(beads.length),
            look: refused > 0 ? 'rejected' : 'approved',
            name: nameOf(stage, wording),
            words: note,
            tip: [nameOf(stage, wording), ...beads.map(({ name, words }) => `${name}: ${words}`)],
          },
        ];
  return { ...visitOf({ ...stage, people: [] }, wording), note, beads: one };
}

function rowOf(key: string, stages: readonly PlanStage[], wording: Wording): RibbonRow {
  const first = stages[0];
  const title = (first?.branchTitle ?? first?.title)?.[wording.i18n.locale] ?? '';
  const visits = stages.map((stage) => visitOf(stage, wording));
  const beads = visits.flatMap((visit) => visit.beads);
  const done = beads.filter(({ look }) => !['waiting', 'planned', 'vacant'].includes(look)).length;
  const counted = beads.length > 1 && done > 0;
  return {
    key,
    name: counted ? wording.i18n.t('route.decidedOf', { title, done, all: beads.length }) : title,
    visits,
  };
}

function visitOf(stage: PlanStage, wording: Wording): RibbonVisit {
  const { kind, state, startMs, endMs, dueMs, people } = stage;
  const vacant = stage.vacant && wording.i18n.t('route.vacant');
  const names = [...new Set(people.map(({ name }) => shortName(name)))];
  const who = names.length > 3 ? wording.i18n.t('route.people', { count: names.length }) : names.join(', ');
  return {
    key: stage.visit ?? `${stage.stage}@${startMs}`,
    kind,
    name: nameOf(stage, wording),
    note: noteOf(stage, wording),
    who: [vacant, who].filter(Boolean).join(', '),
    state: state === 'now' || state === 'planned' ? state : 'done',
    startMs,
    endMs: state === 'now' ? Math.max(endMs, wording.plan.nowMs) : endMs,
    ...(dueMs !== undefined && { dueMs }),
    beads: beadsOf(stage, wording),
  };
}

function flagsOf(wording: Wording): RibbonFlag[] {
  const { plan, i18n } = wording;
  const { t } = i18n;
  const say = (ms: number) => ({ date: dateOf(ms, wording) });
  const flags: RibbonFlag[] = [];
  for (const { code, params } of plan.warnings) {
    const limitMs = code === 'legal-term' ? Number(params['limitMs']) : Number.NaN;
    if (Number.isFinite(limitMs))
      flags.push({ kind: 'law', atMs: limitMs, text: t('route.legalTerm', say(limitMs)) });
  }
  const { promisedMs, forecastMs } = endsOf(plan);
  const words = forecastMs !== null && forecastMs <= plan.nowMs ? 'route.ready' : 'route.forecast';
  if (promisedMs !== null)
    flags.push({
      kind: forecastMs === null ? 'promise' : 'plan',
      atMs: promisedMs,
      text: t('route.promised', say(promisedMs)),
    });
  if (forecastMs !== null)
    flags.push({ kind: 'promise', forecast: true, atMs: forecastMs, text: t(words, say(forecastMs)) });
  return flags;
}

/** «+3 раб. дня»; empty when promise and forecast are the same day or one of them is not there. */
function shiftOf({ plan: { promisedMs, plannedMs, days, zone }, i18n }: Wording): string {
  if (promisedMs === null || !plannedMs) return '';
  const [promised, planned] = [dayKey(promisedMs, zone), dayKey(plannedMs, zone)];
  const [from, to] = promised < planned ? [promised, planned] : [planned, promised];
  const count = days.filter(({ date, working }) => working && date > from && date <= to).length;
  if (count === 0) return '';
  return i18n.t(promised > planned ? 'route.later' : 'route.earlier', { count });
}
