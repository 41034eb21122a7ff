import { parseRegulation, type Regulation } from '@reglament/regulation';
import { Button, Menu, useI18n } from '@reglament/ui';
import { PageProblem, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { IconArrowLeft, IconDots, IconHistory, IconPencil } from '@tabler/icons-react';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { Drawer } from '../drawer/drawer.tsx';
import { useExports } from '../exporting/useExports.ts';
import { SidePanel } from '../panel/panel.tsx';
import { ProblemsProvider } from '../problems/problems.ts';
import { type DrawerPart, FrameProvider } from './frame.ts';
import { createEditor, EditorProvider } from './store.ts';

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
  const say = useSay();
  const create = useCommand('workingCopies.create');
  const latestVersion = useApiQuery(
    'regulations.version',
    { params: { id, version: String(latest) } },
    { enabled: latest !== version },
  );
  const store = useMemo(() => {
    const reading = parseRegulation(document);
    return reading.ok ? createEditor({ regulation: reading.regulation, readOnly: true }) : null;
  }, [document]);
  const [drawer, setDrawer] = useState<DrawerPart | null>(null);
  const frame = useMemo(
    () => ({
      ...plainFrame,
      drawer,
      toggleDrawer: (part: DrawerPart) => setDrawer((open) => (open === part ? null : part)),
    }),
    [drawer],
  );
  const title = store ? say(store.getState().regulation.title) : '';
  usePageTitle(title);
  if (!store) return <PageProblem error={new Error(id)} />;
  const edit = async () => {
    const regulation = latest === version ? document : latestVersion.data?.regulation;
    if (!regulation) return;
    const made = await create.send({ body: { regulation, base: latest } });
    if (made) await refresh('workingCopies.show', 'library.list');
  };
  return (
    <EditorProvider value={store}>
      <ReactFlowProvider>
        <FrameProvider value={frame}>
          <ProblemsProvider value={none}>
            <div className="ed ed--read">
              <header className="ed-bar">
                <Link
                  className="icbtn"
                  href={links.library}
                  aria-label={t('designer.toLibrary')}
                  title={t('designer.toLibrary')}
                >
                  <IconArrowLeft className="ic" aria-hidden="true" />
                </Link>
                <h1>{title}</h1>
                <span className="chip">{t('designer.versionInForce', { version })}</span>
                <span className="push" />
                <ProblemLine error={create.error} />
                <MoreMenu regulation={store.getState().regulation} version={version} />
                <Button
                  variant="primary"
                  size="small"
                  icon={IconPencil}
                  busy={create.busy}
                  onClick={() => void edit()}
                >
                  {t('designer.makeCopy', { version: latest + 1 })}
                </Button>
              </header>
              <Canvas label={t('designer.canvasOf', { title })} />
              <SidePanel />
              <Drawer />
            </div>
          </ProblemsProvider>
        </FrameProvider>
      </ReactFlowProvider>
    </EditorProvider>
  );
}

function MoreMenu({ regulation, version }: { regulation: Regulation; version: number }) {
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

const none: readonly never[] = [];
const nothingToDo = () => undefined;
const plainFrame = { projector: false, toggleProjector: nothingToDo, publish: nothingToDo };
