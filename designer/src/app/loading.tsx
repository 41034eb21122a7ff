import { Skeleton, useI18n, VisuallyHidden } from '@reglament/ui';
import { useEffect, useState } from 'react';

const HIDDEN_MS = 400;

/** The shape of a page while it comes; a quick answer never flashes. */
export function Loading() {
  const { t } = useI18n();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), HIDDEN_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="page-loading" role="status">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      <Skeleton width="32%" height={26} />
      <Skeleton height={240} />
    </div>
  );
}
