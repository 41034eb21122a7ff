import { useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { ReadFrame } from '../document/readFrame.tsx';
import { VersionMenu } from '../document/readScreen.tsx';

/** One published version to read, whichever it is; back leads to the list of versions. */
export default function VersionPage({ id, version }: { id: string; version: string }) {
  const { t } = useI18n();
  const shown = useApiQuery('regulations.version', { params: { id, version } });
  if (shown.error) return <PageProblem error={shown.error} retry={() => void shown.refetch()} />;
  if (!shown.data) return <Loading />;
  const { row, regulation: document } = shown.data;
  return (
    <ReadFrame
      document={document}
      back={{ href: links.versions(id), label: t('versions.toVersions') }}
      bar={(regulation) => (
        <>
          <span className="chip">{t('designer.versionInForce', { version: row.version })}</span>
          <span className="push" />
          <VersionMenu regulation={regulation} version={row.version} />
        </>
      )}
    />
  );
}
