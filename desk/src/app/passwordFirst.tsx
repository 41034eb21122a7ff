import { useI18n } from '@reglament/ui';
import { refresh } from '@reglament/web';
import { PasswordForm } from '../shared/passwordForm.tsx';
import { usePageTitle } from './pageTitle.ts';

/** A password that somebody else gave is changed before anything else. */
export function PasswordFirst() {
  const { t } = useI18n();
  usePageTitle(t('desk.passwordFirst'));
  return (
    <main className="page page--narrow">
      <h1>{t('desk.passwordFirst')}</h1>
      <p className="soft">{t('desk.passwordFirstWhy')}</p>
      <PasswordForm done={() => void refresh('session.show')} />
    </main>
  );
}
