import { Skeleton, useI18n, VisuallyHidden } from '@reglament/ui';
import { useEffect, useState } from 'react';

const HIDDEN_MS = 400;

/** Shows its children only when the wait has lasted 0.4 s: a quick answer never flashes. */
export function AfterAWhile({ children }: { children: React.ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), HIDDEN_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}

/** The shape of an ordinary page while it comes. */
export function PageSkeleton() {
  const { t } = useI18n();
  return (
    <AfterAWhile>
      <div className="page page-skeleton" role="status">
        <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
        <Skeleton width="40%" height={26} />
        <Skeleton width="64%" />
        <Skeleton height={180} />
        <Skeleton width="80%" />
        <Skeleton width="72%" />
      </div>
    </AfterAWhile>
  );
}
