import type { I18n } from '@reglament/i18n';
import type { Parted } from './keys.ts';

/** How many stages and notes: «2 этапа, 1 заметка». Pure. */
export function countWords({ stages, notes }: Parted, { t }: I18n): string {
  return [
    ...(stages.length > 0 ? [t('designer.stageCount', { count: stages.length })] : []),
    ...(notes.length > 0 ? [t('designer.noteCount', { count: notes.length })] : []),
  ].join(', ');
}
