import type { SessionRow } from '@reglament/api';
import { shortName } from '@reglament/i18n';
import { Avatar, Button, Dialog, TextField, useI18n } from '@reglament/ui';
import { api, noteSessionEnded, ProblemLine, queryClient, signOut } from '@reglament/web';
import { useState } from 'react';
import { useSessionEnded } from './session.tsx';

/**
 * The session ended while a page was open: asks for the password over it. The page below keeps what was typed and goes on
 * after signing in as the same person.
 */
export function SessionAgain({ session }: { session: SessionRow }) {
  const ended = useSessionEnded();
  const { t } = useI18n();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (!ended) return null;

  const enter = async () => {
    setBusy(true);
    setError(null);
    try {
      await api.call('session.create', { body: { login: session.login, password } });
      setPassword('');
      noteSessionEnded(false);
      await queryClient.invalidateQueries();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('desk.sessionEnded')} onClose={() => undefined}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <p className="soft">{t('desk.sessionEndedWhy')}</p>
        <p className="again-who">
          <Avatar name={session.employee.name} />
          <span>
            <b>{shortName(session.employee.name)}</b> <small>{session.login}</small>
          </span>
        </p>
        <TextField
          label={t('desk.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
        />
        <ProblemLine error={error} />
        <div className="acts">
          <Button variant="primary" type="submit" busy={busy}>
            {t('desk.signInAgain')}
          </Button>
          <Button variant="quiet" onClick={() => void signOut()}>
            {t('desk.otherPerson')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
