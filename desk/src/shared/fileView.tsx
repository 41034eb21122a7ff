import type { FileRow } from '@reglament/api';
import { formatSize } from '@reglament/i18n';
import { FileRow as FileLine, useI18n } from '@reglament/ui';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { type FileOwner, fileAddress, fileShape } from './fileAddress.ts';
import './shared.css';

/** The file itself: a PDF in a plain frame (its response carries the sandbox), an image in place, others to download. */
export function FileView({ owner, file }: { owner: FileOwner; file: FileRow }) {
  const i18n = useI18n();
  const shape = fileShape(file);
  const inline = fileAddress(owner, file, true);
  if (shape === 'pdf')
    return (
      <>
        {/* A `sandbox` attribute here would block the browser's own PDF viewer. */}
        <iframe className="file-frame" src={inline} title={file.name} />
        <p className="file-under">
          <a href={inline} target="_blank" rel="noreferrer">
            {i18n.t('desk.openApart')}
          </a>
        </p>
      </>
    );
  if (shape === 'image') return <img className="file-image" src={inline} alt={file.name} />;
  return (
    <div className="file-other card">
      <IconFileText className="ic" aria-hidden="true" />
      <div>
        <b>{file.name}</b>
        <p className="soft">{i18n.t('desk.onlyDownload', { size: formatSize(file.size, i18n) })}</p>
      </div>
      <a className="btn" href={fileAddress(owner, file)} download={file.name}>
        <IconDownload className="ic" aria-hidden="true" />
        {i18n.t('common.download')}
      </a>
    </div>
  );
}

/** Files as rows: what can be shown opens in a new tab, the rest is downloaded under its own name. */
export function FileList({ owner, files }: { owner: FileOwner; files: readonly FileRow[] }) {
  const { t } = useI18n();
  if (files.length === 0) return <p className="soft">{t('desk.noFiles')}</p>;
  return (
    <ul className="file-list card">
      {files.map((file) => (
        <FileLine
          key={file.name + file.digest}
          name={file.name}
          sizeBytes={file.size}
          href={fileAddress(owner, file, fileShape(file) !== 'other')}
        />
      ))}
    </ul>
  );
}
