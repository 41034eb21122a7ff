import { useI18n } from '@reglament/ui';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { links } from '../../app/links.ts';
import { Notices } from './notices.tsx';

/** The notices under the bell. */
export default function Panel() {
  const { t } = useI18n();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="notices" role="dialog" aria-labelledby="notices-title" tabIndex={-1} ref={place}>
      <Notices title={t('bell.title')} level={2} />
      <Link className="btn btn--quiet older" href={links.notices}>
        {t('bell.all')}
      </Link>
    </section>
  );
}
