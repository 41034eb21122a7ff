import { EmptyState, useI18n } from '@reglament/ui';
import { IconFileUnknown } from '@tabler/icons-react';
import { Link } from 'wouter';
import { links } from './links.ts';
import { usePageTitle } from './pageTitle.ts';

/** An address behind which there is nothing for this person. */
export function NoPage() {
  const { t } = useI18n();
  usePageTitle(t('desk.noPage'));
  return (
    <EmptyState
      page
      icon={IconFileUnknown}
      title={t('desk.noPage')}
      actions={
        <Link className="btn" href={links.tasks}>
          {t('desk.toTasks')}
        </Link>
      }
    >
      {t('desk.noPageWhy')}
    </EmptyState>
  );
}
