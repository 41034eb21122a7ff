import { shortName } from '@reglament/i18n';
import { Avatar, Menu, type MenuItem, useI18n } from '@reglament/ui';
import { chooseTheme, useChooseLocale, useTheme } from '@reglament/web';
import { IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { links } from './links.ts';
import { useSections } from './sections.ts';
import { useSession } from './session.tsx';
import { signOut } from './signOut.ts';

/** The person: account, theme, language, signing out; on a phone also the rarer places of the rail. */
export function PersonMenu() {
  const { t, locale } = useI18n();
  const session = useSession();
  const chooseLocale = useChooseLocale();
  const theme = useTheme();
  const [, navigate] = useLocation();
  const rarer = useSections().filter((section) => section.secondary);
  const phone = window.matchMedia?.('(max-width: 719px)').matches ?? false;
  const dark = theme === 'system' ? document.documentElement.dataset['theme'] === 'dark' : theme === 'dark';

  const items: MenuItem[] = [
    ...(phone
      ? rarer.map(({ href, label, icon }) => ({ id: href, label: t(label), icon, run: () => navigate(href) }))
      : []),
    { id: 'account', label: t('desk.account'), icon: IconUserCircle, run: () => navigate(links.account) },
    {
      id: 'theme',
      label: t(dark ? 'desk.themeLight' : 'desk.themeDark'),
      icon: dark ? IconSun : IconMoon,
      run: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    { id: 'ru', label: 'Русский', checked: locale === 'ru', run: () => chooseLocale('ru') },
    { id: 'en', label: 'English', checked: locale === 'en', run: () => chooseLocale('en') },
    { id: 'out', label: t('desk.signOut'), icon: IconLogout, run: () => void signOut() },
  ];
  return (
    <Menu label={t('desk.person', { name: shortName(session.employee.name) })} items={items} className="me">
      <Avatar name={session.employee.name} small />
      <span className="name">{shortName(session.employee.name)}</span>
    </Menu>
  );
}
