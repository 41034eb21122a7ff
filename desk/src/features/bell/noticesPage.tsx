import { useI18n } from '@reglament/ui';
import { usePageTitle } from '../../app/pageTitle.ts';
import { Notices } from './notices.tsx';

/** All notices, on a page of their own. */
export default function NoticesPage() {
  const { t } = useI18n();
  usePageTitle(t('bell.title'));
  return (
    <div className="page page--narrow notices-page">
      <Notices title={t('bell.title')} level={1} />
    </div>
  );
}
