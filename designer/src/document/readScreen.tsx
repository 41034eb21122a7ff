import type { Regulation } from '@reglament/regulation';
import { Button, Menu, useI18n } from '@reglament/ui';
import { PageProblem, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { IconDots, IconHistory, IconPencil } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { useExports } from '../exporting/useExports.ts';
import { ReadFrame } from './readFrame.tsx';

/** A published version, to read; a working copy is made from the latest one. */
export function ReadScreen({ id }: { id: string }) {
  const detail = useApiQuery('regulations.show', { params: { id } });
  const latest = detail.data?.versions.at(-1)?.version;
  const shown = detail.data?.row.version;
  const version = useApiQuery(
    'regulations.version',
    { params: { id, version: String(shown) } },
    { enabled: shown !== undefined },
  );
  const error = detail.error ?? version.error;
  if (error) return <PageProblem error={error} retry={() => void detail.refetch()} />;
  if (!version.data || latest === undefined || shown === undefined) return <Loading />;
  return <Reading id={id} document={version.data.regulation} version={shown} latest={latest} />;
}

function Reading({
  id,
  document,
  version,
  latest,
}: {
  id: string;
  document: Record<string, unknown>;
  version: number;
  latest: number;
}) {
  const { t } = useI18n();
  const create = useCommand('workingCopies.create');
  const latestVersion = useApiQuery(
    'regulations.version',
    { params: { id, version: String(latest) } },
    { enabled: latest !== version },
  );
  const edit = async () => {
    const regulation = latest === version ? document : latestVersion.data?.regulation;
    if (!regulation) return;
    const made = await create.send({ body: { regulation, base: latest } });
    if (made) await refresh('workingCopies.show', 'library.list');
  };
  return (
    <ReadFrame
      document={document}
      bar={(regulation) => (
        <>
          <span className="chip">{t('designer.versionInForce', { version })}</span>
          <span className="push" />
          <ProblemLine error={create.error} />
          <VersionMenu regulation={regulation} version={version} />
          <Button
            variant="primary"
            size="small"
            icon={IconPencil}
            busy={create.busy}
            onClick={() => void edit()}
          >
            {t('designer.makeCopy', { version: latest + 1 })}
          </Button>
        </>
      )}
    />
  );
}

/** The versions of a regulation, and this one as files. */
export function VersionMenu({ regulation, version }: { regulation: Regulation; version: number }) {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const exports = useExports(() => regulation, { version, isDraft: false });
  const versions = {
    id: 'versions',
    label: t('versions.open'),
    icon: IconHistory,
    run: () => navigate(links.versions(regulation.id)),
  };
  return (
    <Menu label={t('common.more')} items={[versions, ...exports]} className="icbtn">
      <IconDots className="ic" aria-hidden="true" />
    </Menu>
  );
}
