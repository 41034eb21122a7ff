import { formatSize } from '@reglament/i18n';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n-context.tsx';
import { IconFileText } from '../icons.ts';
import './file-row.css';

/** A file of a document, as a list item: name, size, what is said of it, and what can be done with it. */
export function FileRow({
  name,
  sizeBytes,
  href,
  note,
  uploaded,
  error,
  actions,
}: {
  name: string;
  sizeBytes: number;
  /** opens the file; without it the row is plain text (an upload that goes on) */
  href?: string;
  /** said after the size, e.g. «основной текст», «изменён» */
  note?: string;
  /** share of an upload, 0 to 1 */
  uploaded?: number;
  error?: string;
  actions?: ReactNode;
}) {
  const i18n = useI18n();
  const size = formatSize(sizeBytes, i18n);
  const percent = uploaded === undefined ? undefined : Math.round(uploaded * 100);
  return (
    <li className={error ? 'file-row file-row--bad' : 'file-row'}>
      <IconFileText className="ic" aria-hidden="true" />
      <span className="file-row-words">
        {href ? (
          <a href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
        {percent !== undefined && !error ? (
          <>
            <small>{i18n.t('common.fileUploading', { percent, size })}</small>
            <progress max={100} value={percent} aria-label={name} />
          </>
        ) : (
          <small>{[size, note].filter(Boolean).join(', ')}</small>
        )}
        {error && <em>{error}</em>}
      </span>
      {actions}
    </li>
  );
}
