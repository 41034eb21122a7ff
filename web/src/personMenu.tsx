import { shortName } from '@reglament/i18n';
import { Avatar, Menu, type MenuItem, useI18n } from '@reglament/ui';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { api } from './client.ts';
import { useChooseLocale } from './locale.tsx';
import { chooseTheme, useTheme } from './theme.ts';

/** The person at the top of every page: the app's own places, theme, language, signing out. */
export function PersonMenu({ name, places }: { name: string; places: readonly MenuItem[] }) {
  const { t, locale } = useI18n();
  const chooseLocale = useChooseLocale();
  const theme = useTheme();
  const dark = theme === 'system' ? document.documentElement.dataset['theme'] === 'dark' : theme === 'dark';
  const items: MenuItem[] = [
    ...places,
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
    <Menu label={t('desk.person', { name: shortName(name) })} items={items} className="me">
      <Avatar name={name} small />
      <span className="name">{shortName(name)}</span>
    </Menu>
  );
}

/** Ends the session on the server; the page is loaded anew, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await api.call('session.delete', {}).catch(() => undefined);
  window.location.assign('/sign-in');
}
