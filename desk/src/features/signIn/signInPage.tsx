import { ApiError, type SignInPage as SignInPageData } from '@reglament/api';
import { Avatar, Button, TextField, useI18n } from '@reglament/ui';
import { api, PageProblem, ProblemLine, useApiQuery, useChooseLocale } from '@reglament/web';
import { useEffect, useState } from 'react';
import { Redirect, useSearch } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import './signIn.css';

const MOST_CARDS = 15;

/** Sign-in: the organisation, one form, and in the sample municipality its people as cards. */
export default function SignInPage() {
  const { t, locale } = useI18n();
  const chooseLocale = useChooseLocale();
  const page = useApiQuery('signIn.show', {}, { staleTime: 0 });
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const next = safeNext(new URLSearchParams(useSearch()).get('next'));
  usePageTitle(t('signIn.title'));
  useEffect(() => {
    if (error instanceof ApiError)
      document.querySelector<HTMLInputElement>('.sign-in [type=password]')?.focus();
  }, [error]);

  if (page.data?.setupNeeded) return <Redirect to={links.setup} replace />;
  if (page.error) return <PageProblem error={page.error} retry={() => void page.refetch()} />;

  const enter = async (who: string, secret: string) => {
    setBusy(who);
    setError(null);
    try {
      await api.call('session.create', { body: { login: who, password: secret } });
      // A fresh load: nothing that the person before has read stays in memory.
      window.location.assign(next);
    } catch (cause) {
      setError(cause);
      setPassword('');
      setBusy(null);
    }
  };
  const people = page.data?.samplePeople ?? [];
  const secret = page.data?.samplePassword;
  // Those with a job to show come first; in a big municipality the rest wait behind one press.
  const first = people.length > MOST_CARDS ? people.filter(({ job }) => job !== '') : people;
  const others = people.filter((person) => !first.includes(person));

  return (
    <div className="sign-in-page">
      <main className="sign-in">
        <div className="enter">
          <div>
            <div className="crest" role="img" aria-label={t('signIn.crestLabel')}>
              {t('signIn.crest')}
            </div>
            <h1>{page.data?.organisation || t('desk.product')}</h1>
            <p className="lead">{t('signIn.lead')}</p>
          </div>
          <form
            className="card"
            aria-label={t('signIn.title')}
            onSubmit={(event) => {
              event.preventDefault();
              void enter(login.trim(), password);
            }}
          >
            <TextField
              label={t('signIn.login')}
              value={login}
              onChange={setLogin}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <TextField
              label={t('signIn.password')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
            />
            <ProblemLine error={error} />
            <Button variant="primary" type="submit" busy={busy !== null}>
              {t('signIn.enter')}
            </Button>
            <p className="hint">{t('signIn.forgotten')}</p>
          </form>
        </div>
        {people.length > 0 && secret && (
          <section className="sample" aria-labelledby="sample-title">
            <h2 id="sample-title">{t('signIn.sample')}</h2>
            <p>{t('signIn.sampleWhy')}</p>
            <People people={first} busy={busy} enter={(login) => void enter(login, secret)} />
            {others.length > 0 && (
              <details>
                <summary>{t('signIn.others', { count: others.length })}</summary>
                <People people={others} busy={busy} enter={(login) => void enter(login, secret)} />
              </details>
            )}
          </section>
        )}
      </main>
      <footer>
        {(['ru', 'en'] as const).map((one) => (
          <Button
            key={one}
            variant="quiet"
            size="small"
            lang={one}
            aria-pressed={locale === one}
            onClick={() => chooseLocale(one)}
          >
            {one === 'ru' ? 'Русский' : 'English'}
          </Button>
        ))}
      </footer>
    </div>
  );
}

type SamplePerson = SignInPageData['samplePeople'][number];

/** Sample people as cards: one press signs in as that person. */
function People({
  people,
  busy,
  enter,
}: {
  people: readonly SamplePerson[];
  busy: string | null;
  enter: (login: string) => void;
}) {
  const i18n = useI18n();
  return (
    <ul className="people">
      {people.map((person) => {
        const job = `signIn.job.${person.job}`;
        return (
          <li key={person.login}>
            <button
              className="person"
              type="button"
              aria-busy={busy === person.login || undefined}
              onClick={() => busy === null && enter(person.login)}
            >
              <Avatar name={person.name} />
              <b>{person.name}</b>
              <span className="post">
                {person.post}
                {person.unit && `, ${person.unit}`}
              </span>
              {i18n.has(job) && <span className="try">{i18n.t(job)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Only an address of this desk: never another site. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : links.tasks;
}
