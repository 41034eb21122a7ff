import { useI18n } from '@reglament/ui';
import { useEffect } from 'react';

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  const { t } = useI18n();
  useEffect(() => {
    document.title = [title, t('designer.product')].filter(Boolean).join(' · ');
  }, [title, t]);
}
