import type { DocumentDetail } from '@reglament/api';
import { formatMoment, formatSize, shortName } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { ProblemLine, useApiQuery } from '@reglament/web';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useWhen } from '../../app/clock.ts';
import { Changes } from '../../shared/changes.tsx';
import { fileAddress, fileShape } from '../../shared/fileAddress.ts';
import { useSay } from '../../shared/text.ts';

/** Every version, the newest open: who made it and when, its files under their own names, what differs from the one before. */
export function Versions({ detail }: { detail: DocumentDetail }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const versions = [...detail.versions].sort((a, b) => b.no - a.no);
  return (
    <aside className="files" aria-label={t('document.versionsAndFiles')}>
      <h2>{t('document.versionsAndFiles')}</h2>
      {versions.map((version, index) => (
        <details key={version.no} className="card ver" open={index === 0}>
          <summary>
            <b>{t('task.version', { no: version.no })}</b>
            <span>{formatMoment(version.madeAtMs, when, i18n)}</span>
          </summary>
          <p className="by">
            {shortName(version.madeBy.name)}
            {version.stageTitle && `, ${say(version.stageTitle)}`}
          </p>
          <ul>
            {version.files.map((file) => {
              const inPlace = fileShape(file) !== 'other';
              return (
                <li key={file.name + file.digest}>
                  <a
                    href={fileAddress({ kind: 'document', id: detail.row.id }, file, inPlace)}
                    {...(inPlace ? { target: '_blank', rel: 'noreferrer' } : { download: file.name })}
                  >
                    <IconFileText className="ic" aria-hidden="true" />
                    <span>
                      {file.name}
                      <small>{formatSize(file.size, i18n)}</small>
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
          {version.no > 1 && <Compare detail={detail} to={version.no} />}
        </details>
      ))}
    </aside>
  );
}

function Compare({ detail, to }: { detail: DocumentDetail; to: number }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const compared = useApiQuery(
    'documents.compare',
    { params: { id: detail.row.id }, query: { from: String(to - 1), to: String(to) } },
    { enabled: open },
  );
  return (
    <details className="compare" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('document.compareWith', { version: to - 1 })}</summary>
      <ProblemLine error={compared.error} />
      {compared.data && <Changes changes={compared.data} fields={detail.fields} posts={detail.posts} />}
    </details>
  );
}
