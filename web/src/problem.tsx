import { ApiError } from '@reglament/api';
import type { I18n } from '@reglament/i18n';
import { Button, useI18n } from '@reglament/ui';
import { IconCopy, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';

/** What happened, in the reader's words: by the error's code and params. */
export function wordError(error: unknown, i18n: I18n): string {
  if (!(error instanceof ApiError)) return i18n.t('errors.UNKNOWN');
  if (error.code === 'OFFLINE') return i18n.t('errors.NETWORK');
  if (!i18n.has(`errors.${error.code}`)) return i18n.t('errors.UNKNOWN');
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(error.params))
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  return i18n.error(error.code, params);
}

/** Code and request of an error, for support: shown when asked for, copied in one press. */
export function ErrorDetails({ error }: { error: unknown }) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  const code = error instanceof ApiError ? error.code : 'CLIENT';
  const request = error instanceof ApiError ? error.request : undefined;
  const words = [code, request, error instanceof ApiError ? '' : String(error)].filter(Boolean).join(' · ');
  const copy = () => {
    void navigator.clipboard?.writeText(words).then(() => setCopied(true));
  };
  return (
    <details className="error-details">
      <summary>{t('common.details')}</summary>
      <code>{words}</code>
      <Button variant="quiet" size="small" icon={IconCopy} onClick={copy}>
        {copied ? t('desk.copied') : t('common.copy')}
      </Button>
    </details>
  );
}

/** An error in its place: a line of words under what was tried. Said at once to a screen reader. */
export function ProblemLine({ error, children }: { error: unknown; children?: React.ReactNode }) {
  const i18n = useI18n();
  if (!error) return null;
  return (
    <div className="problem-line" role="alert">
      <p>{wordError(error, i18n)}</p>
      {children}
      <ErrorDetails error={error} />
    </div>
  );
}

/** A page or a part of it that could not be read: what happened and one button. */
export function PageProblem({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const i18n = useI18n();
  const offline = error instanceof ApiError && error.code === 'OFFLINE';
  const missing = error instanceof ApiError && error.code === 'NOT_FOUND';
  const Shape = offline ? IconPlugConnectedX : IconRefresh;
  return (
    <div className="fail" role="alert">
      <Shape className="ic" aria-hidden="true" />
      <div>
        <h2>{i18n.t(offline ? 'desk.notReadOffline' : missing ? 'desk.notFound' : 'desk.notRead')}</h2>
        <p>
          {missing
            ? i18n.t('desk.notFoundWhy')
            : offline
              ? i18n.t('desk.notReadOfflineWhy')
              : wordError(error, i18n)}
        </p>
        <div className="fail-acts">
          {retry && !missing && (
            <Button variant="primary" onClick={retry}>
              {i18n.t('common.retry')}
            </Button>
          )}
        </div>
        <ErrorDetails error={error} />
      </div>
    </div>
  );
}
