import { Button, TextField, useI18n } from '@reglament/ui';
import { api, ProblemLine } from '@reglament/web';
import { useState } from 'react';

const SHORTEST = 8;

/** The present password, then a new one twice. */
export function PasswordForm({ done }: { done: () => void }) {
  const { t } = useI18n();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const short = next.length < SHORTEST;
  const differs = next !== again;

  const save = async () => {
    setTried(true);
    if (short || differs) return;
    setBusy(true);
    setError(null);
    try {
      await api.call('session.password', { body: { current, next } });
      setCurrent('');
      setNext('');
      setAgain('');
      setTried(false);
      done();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('account.currentPassword')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label={t('account.newPassword')}
        hint={t('account.newPasswordHint', { count: SHORTEST })}
        error={tried && short ? t('account.tooShort', { count: SHORTEST }) : undefined}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
      />
      <TextField
        label={t('account.againPassword')}
        error={tried && !short && differs ? t('account.differs') : undefined}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
      />
      <ProblemLine error={error} />
      <div className="acts">
        <Button variant="primary" type="submit" busy={busy}>
          {t('account.changePassword')}
        </Button>
      </div>
    </form>
  );
}
