import { useI18n } from '@reglament/ui';
import { PersonMenu as Person } from '@reglament/web';
import { IconUserCircle } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { links } from './links.ts';
import { useSections } from './sections.ts';
import { useSession } from './session.tsx';

/** The person: account, theme, language, signing out; on a phone also the rarer places of the rail. */
export function PersonMenu() {
  const { t } = useI18n();
  const session = useSession();
  const [, navigate] = useLocation();
  const rarer = useSections().filter((section) => section.secondary);
  const phone = window.matchMedia?.('(max-width: 719px)').matches ?? false;
  return (
    <Person
      name={session.employee.name}
      places={[
        ...(phone
          ? rarer.map(({ href, label, icon }) => ({
              id: href,
              label: t(label),
              icon,
              run: () => navigate(href),
            }))
          : []),
        { id: 'account', label: t('desk.account'), icon: IconUserCircle, run: () => navigate(links.account) },
      ]}
    />
  );
}
