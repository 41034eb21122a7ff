import { ApiError } from '@reglament/api';
import { Button, SelectField, TextField, useI18n } from '@reglament/ui';
import { api, ProblemLine, useApiQuery } from '@reglament/web';
import { useState } from 'react';
import { Link } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import '../signIn/signIn.css';

/** Zones of Russia, from the west; the browser's own comes first. */
const ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Tomsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];
const SHORTEST_PASSWORD = 8;

/** The first administrator of an empty deployment, by the one-time link that the server printed. The token stays in the address's fragment, which no server sees. */
export default function SetupPage() {
  const { t } = useI18n();
  const page = useApiQuery('signIn.show', {}, { staleTime: 0 });
  const token = window.location.hash.slice(1);
  usePageTitle(t('setup.title'));
  const closed = page.data && !page.data.setupNeeded;
  return (
    <div className="sign-in-page">
      <main className="sign-in">
        <div className="enter">
          <div>
            <h1>{t('setup.title')}</h1>
            <p className="lead">
              {closed ? t('setup.closed') : token ? t('setup.lead') : t('setup.noToken')}
            </p>
            {closed && (
              <p>
                <Link className="btn btn--primary" href={links.signIn}>
                  {t('signIn.enter')}
                </Link>
              </p>
            )}
            {!closed && token && (
              <>
                <p className="lead">{t('setup.after')}</p>
                <ol className="lead">
                  <li>{t('setup.afterPeople')}</li>
                  <li>
                    {t('setup.afterRegulation')} <code>npm run regulation -- publish</code>
                  </li>
                </ol>
              </>
            )}
          </div>
          {!closed && token && <Form token={token} />}
        </div>
      </main>
    </div>
  );
}

function Form({ token }: { token: string }) {
  const { t } = useI18n();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([own, ...ZONES])];
  const [values, setValues] = useState({
    organisation: '',
    zone: own,
    name: '',
    post: '',
    login: '',
    password: '',
  });
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (field: keyof typeof values) => (value: string) =>
    setValues((now) => ({ ...now, [field]: value }));
  const lacks = (field: keyof typeof values, least = 1) =>
    tried && values[field].trim().length < least ? { error: t('people.fill') } : {};
  const short = values.password.length < SHORTEST_PASSWORD;

  const send = async () => {
    setTried(true);
    const { organisation, name, post, login } = values;
    if (!organisation.trim() || name.trim().length < 3 || !post.trim() || login.trim().length < 2) return;
    if (short || values.password !== again) return;
    setBusy(true);
    setError(null);
    try {
      await api.call('setup.create', { body: { token, ...values } });
      // A fresh load: the session begins, and the token leaves the address.
      window.location.assign(links.people);
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  const wrongToken = error instanceof ApiError && error.code === 'SETUP_TOKEN_WRONG';
  return (
    <form
      className="card"
      aria-label={t('setup.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('setup.organisation')}
        hint={t('setup.organisationHint')}
        value={values.organisation}
        onChange={set('organisation')}
        required
        {...lacks('organisation')}
      />
      <SelectField
        label={t('setup.zone')}
        value={values.zone}
        onChange={set('zone')}
        options={zones.map((zone) => ({ value: zone, label: zone.replace('_', ' ') }))}
      />
      <TextField
        label={t('people.fullName')}
        value={values.name}
        onChange={set('name')}
        autoComplete="name"
        required
        {...lacks('name', 3)}
      />
      <TextField
        label={t('people.post')}
        value={values.post}
        onChange={set('post')}
        required
        {...lacks('post')}
      />
      <TextField
        label={t('signIn.login')}
        hint={t('setup.loginHint')}
        value={values.login}
        onChange={set('login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...lacks('login', 2)}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={values.password}
        onChange={set('password')}
        autoComplete="new-password"
        required
        {...(tried && short && { error: t('setup.short', { count: SHORTEST_PASSWORD }) })}
      />
      <TextField
        label={t('setup.again')}
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        required
        {...(tried && values.password !== again && { error: t('setup.differs') })}
      />
      <ProblemLine error={error}>{wrongToken && <p>{t('setup.tokenHint')}</p>}</ProblemLine>
      <Button variant="primary" type="submit" busy={busy}>
        {t('setup.begin')}
      </Button>
    </form>
  );
}
