import type { EditLabel } from '@reglament/editing';
import { useI18n } from '@reglament/ui';
import { useCallback } from 'react';

/** What a gesture did, in words: «новый этап «Нормоконтроль»». */
export function useGestureWords(): (label: EditLabel) => string {
  const i18n = useI18n();
  return useCallback(
    ({ operation, subject, by }: EditLabel) => {
      const key = `designer.gesture.${by ?? operation}`;
      const words = i18n.has(key) ? i18n.t(key) : i18n.t('designer.gesture.other');
      return subject === undefined ? words : `${words} «${subject}»`;
    },
    [i18n],
  );
}
