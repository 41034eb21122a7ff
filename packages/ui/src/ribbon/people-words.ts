import { formatDue, formatPlainDate, initials, shortName } from '@reglament/i18n';
import type { Bead, BeadLook } from './model.ts';
import type { PersonStatus, PlanDay, PlanPerson, PlanStage } from './plan.ts';
import { dateOf, type Wording } from './wording.ts';

const LOOK: Record<PersonStatus, BeadLook> = {
  approved: 'approved',
  remarks: 'remarks',
  rejected: 'rejected',
  autoVisa: 'auto',
  kept: 'kept',
  done: 'done',
  asked: 'waiting',
  waiting: 'planned',
};

/** Everybody of a stage as beads, and its vacant post. Pure. */
export function beadsOf(stage: PlanStage, wording: Wording): Bead[] {
  const key = stage.visit ?? stage.stage;
  const beads = stage.people.map((person, i) =>
    beadOf(`${key}/${i}/${person.position}`, stage, person, wording),
  );
  if (!stage.vacant) return beads;
  const post = stage.vacant.title[wording.i18n.locale];
  const words = wording.i18n.t('route.vacant');
  return [...beads, { key: `${key}/?`, inside: '?', look: 'vacant', name: post, words, tip: [post, words] }];
}

function beadOf(key: string, stage: PlanStage, person: PlanPerson, wording: Wording): Bead {
  const { name, status, atMs, autoVisaAtMs } = person;
  const dueMs = person.dueMs ?? stage.dueMs;
  const asked = status === 'asked';
  const left =
    asked && dueMs !== undefined
      ? shareLeft(wording.plan.days, stage.startMs, wording.plan.nowMs, dueMs)
      : undefined;
  return {
    key,
    inside: initials(name),
    look: LOOK[status],
    name: shortName(name),
    words: wordsOf(stage, person, dueMs, wording),
    tip: tipOf(stage, person, dueMs, wording),
    ...(atMs !== undefined && status !== 'kept' && { atMs }),
    ...(asked && dueMs !== undefined && { dueMs }),
    ...(asked && autoVisaAtMs !== undefined && { autoVisaAtMs }),
    ...(left !== undefined && { left }),
  };
}

function wordsOf(
  { kind }: PlanStage,
  { status, atMs, autoVisaAtMs }: PlanPerson,
  dueMs: number | undefined,
  wording: Wording,
): string {
  const { i18n, when } = wording;
  const { t } = i18n;
  const date = atMs === undefined ? '' : dateOf(atMs, wording);
  if (status === 'waiting' || status === 'kept') return t(`route.person.${status}`);
  if (status !== 'asked')
    return t(`route.person.${status === 'approved' && kind === 'signing' ? 'signed' : status}`, {
      date,
    }).trim();
  const due = dueMs === undefined ? '' : formatDue(dueMs, when, i18n);
  return t(autoVisaAtMs === undefined ? 'route.person.asked' : 'route.person.askedAuto', { due }).trim();
}

/** Who, instead of whom, when, why. */
function tipOf(stage: PlanStage, person: PlanPerson, dueMs: number | undefined, wording: Wording): string[] {
  const { i18n, when } = wording;
  const { t, locale } = i18n;
  const { name, post, unit, standsInFor, absentUntil, autoVisaAtMs, status } = person;
  return [
    name,
    [post, unit].filter(Boolean).join(', '),
    standsInFor && t('route.tip.standsIn', { name: shortName(standsInFor) }),
    absentUntil && t('route.tip.absent', { date: formatPlainDate(absentUntil, locale) }),
    wordsOf(stage, autoVisaAtMs === dueMs ? person : { ...person, autoVisaAtMs: undefined }, dueMs, wording),
    autoVisaAtMs !== undefined && autoVisaAtMs !== dueMs && (status === 'asked' || status === 'waiting')
      ? t('route.tip.autoVisa', { due: formatDue(autoVisaAtMs, when, i18n) })
      : '',
    stage.rule && t('route.tip.why', { rule: stage.rule[locale] }),
  ].filter((words): words is string => Boolean(words));
}

/** What is left of a term, 0 to 1, counted in the working time of the ruler. */
function shareLeft(days: readonly PlanDay[], fromMs: number, nowMs: number, dueMs: number): number {
  const work = (from: number, to: number) =>
    days.reduce(
      (sum, day) =>
        sum + (day.working ? Math.max(0, Math.min(to, day.endMs) - Math.max(from, day.startMs)) : 0),
      0,
    );
  const whole = work(fromMs, dueMs);
  return whole === 0 ? 0 : Math.min(1, work(nowMs, dueMs) / whole);
}
