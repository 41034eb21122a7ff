import { ApiError, type TaskDetail } from '@reglament/api';
import { formatMoney, type Money } from '@reglament/i18n';
import { Button, Chip, StatusIcon, TextField, useI18n } from '@reglament/ui';
import { api, keyOf, refresh, sendCommand, wordError } from '@reglament/web';
import { IconWritingSign } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { links } from '../../app/links.ts';
import { noteDecidedHere } from '../../decision/decidedHere.ts';
import { signWarnings } from '../../decision/signWarnings.tsx';
import { Remarks } from '../../shared/remarks.tsx';
import { Visas } from '../../shared/visas.tsx';
import { needsLook, type SignState, signingOutcome } from './signRow.ts';

/**
 * Signs the picked tasks one after another with one password, each by its own command and key over the version that was
 * shown. What has an open remark or a visa on another version is put aside until it was looked at. The password lives in
 * memory only while the row is being signed.
 */
export function BulkSign({ ids, close }: { ids: readonly string[]; close: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const details = useQueries({
    queries: ids.map((id) => ({
      queryKey: keyOf('tasks.show', { params: { id } }),
      queryFn: () => api.call('tasks.show', { params: { id } }),
      // What is signed is what was shown: the page does not change under the hand.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    })),
  });
  const shown = useRef(new Map<string, TaskDetail>());
  for (const { data } of details)
    if (data && !shown.current.has(data.row.id)) shown.current.set(data.row.id, data);
  const all = ids.flatMap((id) => shown.current.get(id) ?? []);
  const able = all.filter((detail) => signingOutcome(detail) !== undefined);
  const aside = able.filter(needsLook);
  const clean = able.filter((detail) => !needsLook(detail));

  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const [states, setStates] = useState<ReadonlyMap<string, SignState>>(new Map());
  const [password, setPassword] = useState('');
  const [passwordError, setPasswordError] = useState<string>();
  const [running, setRunning] = useState(false);
  const field = useRef<HTMLFormElement>(null);
  const keys = useRef(new Map<string, string>());
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const stateOf = (id: string): SignState => states.get(id) ?? { is: 'waiting' };
  const chosen = [
    ...clean.filter(({ row }) => !off.has(row.id)),
    ...aside.filter(({ row }) => looked.has(row.id)),
  ];
  const ahead = chosen.filter(({ row }) => stateOf(row.id).is !== 'signed');
  const done = all.filter(({ row }) => stateOf(row.id).is === 'signed').length;

  const sign = async () => {
    if (running || ahead.length === 0) return;
    if (password === '') {
      setPasswordError(t('task.passwordMissing'));
      focusPassword(field);
      return;
    }
    setRunning(true);
    setPasswordError(undefined);
    const secret = password;
    setPassword('');
    for (const detail of ahead) {
      if (gone.current) break;
      const { id } = detail.row;
      const put = (state: SignState) => setStates((now) => new Map(now).set(id, state));
      put({ is: 'signing' });
      const key = keys.current.get(id) ?? crypto.randomUUID();
      keys.current.set(id, key);
      try {
        const { revision, digest } = detail.row;
        const outcome = signingOutcome(detail) ?? '';
        await sendCommand(
          'tasks.decide',
          { params: { id }, body: { revision, digest, outcome, password: secret } },
          key,
        );
        noteDecidedHere(id);
        put({ is: 'signed' });
      } catch (error) {
        const code = error instanceof ApiError ? error.code : '';
        // A wrong password is told once, at its field.
        put(code === 'PASSWORD_WRONG' ? { is: 'waiting' } : { is: 'refused', error });
        if (error instanceof ApiError && error.status !== 0 && error.status < 500) keys.current.delete(id);
        // A wrong password or a lost connection would fail for all the rest in the same way.
        if (
          code === 'PASSWORD_WRONG' ||
          code === 'OFFLINE' ||
          code === 'NOT_SIGNED_IN' ||
          code === 'TOO_MANY_TRIES'
        ) {
          if (code === 'PASSWORD_WRONG') setPasswordError(wordError(error, i18n));
          break;
        }
      }
    }
    setRunning(false);
    void refresh('tasks.list', 'tasks.counts');
    focusPassword(field);
  };

  const sum = sumOf(chosen);
  const loading = details.some(({ isPending }) => isPending);
  const failed = details.find(({ error }) => error)?.error;
  return (
    <aside className="pane pane--only decision" aria-label={t('tasks.signSummary')}>
      <form
        ref={field}
        className="bulk"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void sign();
          if (event.key === 'Escape' && !running) close();
        }}
      >
        <div className="ask">
          <div className="kind">
            <IconWritingSign className="ic" aria-hidden="true" />
            <span>{t('tasks.signInRow')}</span>
            <Button variant="quiet" size="small" keys="Esc" disabled={running} onClick={close}>
              {t('tasks.toList')}
            </Button>
          </div>
          <h2>
            {sum
              ? t('tasks.signCountSum', { count: chosen.length, sum: formatMoney(sum, i18n.locale) })
              : t('tasks.signCount', { count: chosen.length })}
          </h2>
          <p className="sub" role="status">
            {running || done > 0
              ? t('tasks.signedOf', { done, all: done + ahead.length })
              : loading
                ? t('common.loading')
                : t('tasks.signChosen', { count: ids.length, aside: aside.length })}
          </p>
          {running && <progress max={done + ahead.length} value={done} aria-label={t('tasks.signInRow')} />}
          {failed && <p className="field-error">{wordError(failed, i18n)}</p>}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll" tabIndex={0} aria-label={t('tasks.whatIsSigned')}>
          {clean.length > 0 && (
            <>
              <h3>
                {t('tasks.signNow')} <span>{t('tasks.signNowWhy')}</span>
              </h3>
              <ul className="sums">
                {clean.map((detail) => (
                  <SignLine
                    key={detail.row.id}
                    detail={detail}
                    state={stateOf(detail.row.id)}
                    checked={!off.has(detail.row.id)}
                    disabled={running}
                    toggle={() => setOff(toggled(off, detail.row.id))}
                  />
                ))}
              </ul>
            </>
          )}
          {aside.length > 0 && (
            <>
              <h3>{t('tasks.lookFirst')}</h3>
              <ul className="sums">
                {aside.map((detail) => (
                  <SignLine
                    key={detail.row.id}
                    detail={detail}
                    state={stateOf(detail.row.id)}
                    checked={looked.has(detail.row.id)}
                    disabled={running}
                    toggle={() => setLooked(toggled(looked, detail.row.id))}
                    warn
                  />
                ))}
              </ul>
            </>
          )}
        </section>
        {done > 0 && ahead.length === 0 && !running ? (
          <div className="sign sign--done">
            <Button variant="primary" onClick={close} autoFocus>
              {t('tasks.toList')}
            </Button>
          </div>
        ) : (
          <div className="sign">
            <TextField
              label={t('task.passwordAgain')}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              error={passwordError}
              disabled={running}
            />
            <Button
              variant="primary"
              type="submit"
              keys="Ctrl ⏎"
              aria-keyshortcuts="Control+Enter"
              busy={running || ahead.length === 0}
            >
              {t('tasks.signButton', { count: ahead.length })}
            </Button>
            <p className="hint">{t('tasks.signHint')}</p>
          </div>
        )}
      </form>
    </aside>
  );
}

function SignLine({
  detail,
  state,
  checked,
  disabled,
  toggle,
  warn = false,
}: {
  detail: TaskDetail;
  state: SignState;
  checked: boolean;
  disabled: boolean;
  toggle: () => void;
  warn?: boolean;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { row } = detail;
  const { remarks, earlier, automatic } = signWarnings(detail);
  const visas = detail.visas.filter(({ replaced }) => !replaced).length;
  return (
    <li className={warn ? 'warn' : undefined} data-state={state.is}>
      <input
        className="cbox"
        type="checkbox"
        checked={checked}
        disabled={disabled || state.is === 'signed'}
        aria-label={t('tasks.signOne', { number: row.number })}
        onChange={toggle}
      />
      <span className="t">{detail.documentTitle}</span>
      <span className="sum">
        {row.price && formatMoney({ minor: row.price.amount, currency: row.price.currency }, i18n.locale)}
      </span>
      <span className="m">
        {[t('tasks.number', { number: row.number }), row.counterparty].filter(Boolean).join(' · ')}
      </span>
      <span className="st" role="status">
        {state.is === 'signing' ? (
          t('tasks.signing')
        ) : state.is === 'signed' ? (
          <>
            <StatusIcon status="approved" /> {t('tasks.signed')}
          </>
        ) : state.is === 'refused' ? (
          <Chip status="rejected">{t('tasks.notSigned')}</Chip>
        ) : remarks.length > 0 ? (
          <Chip status="remarks">{t('tasks.remarksCount', { count: remarks.length })}</Chip>
        ) : (
          <>
            {t('tasks.visasOnVersion', { count: visas, version: detail.version })}
            {automatic.length > 0 && (
              <span className="auto"> · {t('tasks.autoVisas', { count: automatic.length })}</span>
            )}
          </>
        )}
      </span>
      {state.is === 'refused' && <p className="field-error">{wordError(state.error, i18n)}</p>}
      {warn && state.is !== 'signed' && (
        <div className="remark">
          {remarks.length > 0 && <Remarks remarks={remarks} version={detail.version} />}
          {earlier.length > 0 && <Visas visas={earlier} />}
          <Link className="btn btn--small" href={links.task(row.id)}>
            {t('tasks.openAndDecide')}
          </Link>
        </div>
      )}
    </li>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The prices together, when every document has one. */
function sumOf(details: readonly TaskDetail[]): Money | null {
  const prices = details.flatMap(({ row }) => row.price ?? []);
  if (details.length === 0 || prices.length !== details.length) return null;
  return { minor: prices.reduce((sum, { amount }) => sum + amount, 0), currency: 'RUB' };
}

function focusPassword(form: RefObject<HTMLFormElement | null>): void {
  setTimeout(() => form.current?.querySelector<HTMLElement>('[type=password]')?.focus());
}
