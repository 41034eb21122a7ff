import { Button, useI18n, useToast } from '@reglament/ui';
import { chooseTheme, signOut, type Theme, useChooseLocale, useTheme } from '@reglament/web';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSession } from '../../app/session.tsx';
import { PasswordForm } from '../../shared/passwordForm.tsx';
import './account.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The person's own settings: who he is here, language, theme, password, signing out. */
export default function AccountPage() {
  const { t, locale } = useI18n();
  const session = useSession();
  const theme = useTheme();
  const chooseLocale = useChooseLocale();
  const toast = useToast();
  usePageTitle(t('account.title'));
  return (
    <div className="page account">
      <h1>{session.employee.name}</h1>
      <ul className="account-posts">
        {session.posts.map((post) => (
          <li key={post.position}>
            {post.title}, {post.unit}
            {post.standsInFor && <span>{t('account.standsInFor', { name: post.standsInFor })}</span>}
          </li>
        ))}
      </ul>
      <fieldset>
        <legend>{t('account.language')}</legend>
        <label lang="ru">
          <input type="radio" name="locale" checked={locale === 'ru'} onChange={() => chooseLocale('ru')} />{' '}
          Русский
        </label>
        <label lang="en">
          <input type="radio" name="locale" checked={locale === 'en'} onChange={() => chooseLocale('en')} />{' '}
          English
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('account.theme')}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input type="radio" name="theme" checked={theme === one} onChange={() => chooseTheme(one)} />{' '}
            {t(`account.theme.${one}`)}
          </label>
        ))}
      </fieldset>
      <section>
        <h2>{t('account.password')}</h2>
        <PasswordForm done={() => toast({ text: t('account.passwordChanged') })} />
      </section>
      <Button onClick={() => void signOut()}>{t('account.signOut')}</Button>
    </div>
  );
}
