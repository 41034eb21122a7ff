import type { Silence, TaskRow } from '@reglament/api';
import { dayKey, formatDue, formatLeft, formatTime, type I18n, shortName, type When } from '@reglament/i18n';
import type { Choice } from './choices.ts';

const MINUTE_MS = 60_000;

/** «ещё 3 ч 40 мин», counted down from the moment the list was read. Pure. */
export function leftWords(row: Pick<TaskRow, 'workingMinutesLeft'>, i18n: I18n): string {
  return formatLeft(row.workingMinutesLeft * MINUTE_MS, i18n);
}

/** What becomes of the document and of the remarks after this choice; empty when it just goes on. Pure. */
export function becomesWords({ outcome, withRemarks }: Choice, author: string, { t }: I18n): string {
  const name = shortName(author);
  if (outcome.tone === 'annul') return t('task.thenAnnul', { author: name });
  if (withRemarks) return t('task.thenRemarks', { author: name });
  return outcome.tone === 'forward' ? '' : t('task.thenReturn', { author: name });
}

/** What comes by silence, for the end of a row: «потом автовиза», «в 18:00 узнает глава», «глава уже знает». Pure. */
export function thenWords(silence: Silence, when: When, i18n: I18n): string {
  const { kind, atMs } = silence;
  if (kind === 'autoVisa') return i18n.t('tasks.thenAuto');
  if (kind === 'none') return '';
  if (kind === 'mark') return i18n.t('tasks.thenMark');
  const name = silence.superior ? shortName(silence.superior) : i18n.t('tasks.superior');
  if (atMs === undefined) return i18n.t('tasks.thenTells', { name });
  if (atMs <= when.nowMs) return i18n.t('tasks.alreadyKnows', { name });
  return dayKey(atMs, when.zone) === dayKey(when.nowMs, when.zone)
    ? i18n.t('tasks.tellsAt', { name, time: formatTime(atMs, when.zone, i18n.locale) })
    : i18n.t('tasks.thenTells', { name });
}

/** What comes by silence, as a sentence of the panel. Pure. */
export function silenceSentence(silence: Silence, when: When, i18n: I18n): string {
  const at = silence.atMs === undefined ? '' : formatDue(silence.atMs, when, i18n);
  const name = silence.superior ? shortName(silence.superior) : i18n.t('tasks.superior');
  switch (silence.kind) {
    case 'autoVisa':
      return at ? i18n.t('task.silenceAutoAt', { at }) : i18n.t('task.silenceAuto');
    case 'escalation':
      if (silence.atMs !== undefined && silence.atMs <= when.nowMs)
        return i18n.t('tasks.alreadyKnows', { name });
      return at ? i18n.t('task.silenceTellsAt', { at, name }) : i18n.t('task.silenceTells', { name });
    case 'mark':
      return i18n.t('task.silenceMark');
    case 'none':
      return i18n.t('task.silenceNone');
  }
}
