import type { HistoryEntry, TextRow } from '@reglament/api';
import { formatDue, formatWorkTime, type I18n, shortName, type When } from '@reglament/i18n';

const MINUTE_MS = 60_000;

/** How an entry looks: only decisions wear a status. */
export type HistoryLook = 'plain' | 'approved' | 'remarks' | 'rejected' | 'auto' | 'trouble';

/** The look of an entry. Pure. */
export function historyLook({ type, params }: Pick<HistoryEntry, 'type' | 'params'>): HistoryLook {
  if (type === 'decided.automatic') return 'auto';
  if (type.startsWith('incidentRaised') || type === 'timerFired.mark' || type === 'timerFired.escalate')
    return 'trouble';
  if (type !== 'decided' && type !== 'decided.onBehalf') return 'plain';
  if (params['tone'] !== 'forward') return 'rejected';
  return Number(params['remarks']) > 0 ? 'remarks' : 'approved';
}

/**
 * An entry as a sentence, without the name it begins with: `history.<type>` with its places filled. Pure.
 *
 * @returns null when this program has no words for the type (a newer server wrote it)
 */
export function historyWords(
  entry: HistoryEntry,
  say: (text: TextRow) => string,
  when: When,
  i18n: I18n,
): string | null {
  const key = `history.${entry.type}`;
  if (!i18n.has(key)) return null;
  const words: Record<string, string | number> = { stage: entry.stageTitle ? say(entry.stageTitle) : '' };
  for (const [name, value] of Object.entries(entry.params)) {
    if (typeof value === 'string' || typeof value === 'number') words[name] = value;
    else if (isText(value)) words[name] = say(value);
  }
  const { dueAtMs, workMinutes, absent } = entry.params;
  if (typeof dueAtMs === 'number') words['due'] = formatDue(dueAtMs, when, i18n);
  if (typeof workMinutes === 'number') words['time'] = formatWorkTime(workMinutes * MINUTE_MS, i18n);
  if (typeof absent === 'string') words['absent'] = shortName(absent);
  const sentence = i18n.t(key, words);
  return entry.params['late'] === true ? i18n.t('history.late', { sentence }) : sentence;
}

function isText(value: unknown): value is TextRow {
  return typeof value === 'object' && value !== null && 'ru' in value && 'en' in value;
}
