import { parseRegulation, type Regulation } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { PageProblem } from '@reglament/web';
import { IconArrowLeft } from '@tabler/icons-react';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { links } from '../app/links.ts';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { Drawer } from '../drawer/drawer.tsx';
import { SidePanel } from '../panel/panel.tsx';
import { ProblemsProvider } from '../problems/problems.ts';
import { type DrawerPart, FrameProvider } from './frame.ts';
import { createEditor, EditorProvider } from './store.ts';
import './editor.css';

/** A published version to read: its drawing, words and text, with what may be done about it in the bar. */
export function ReadFrame({
  document,
  bar,
  back,
}: {
  document: Record<string, unknown>;
  /** Where the arrow leads; to the list of regulations when absent. */
  back?: { readonly href: string; readonly label: string };
  bar: (regulation: Regulation) => ReactNode;
}) {
  const { t } = useI18n();
  const say = useSay();
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
  const to = back ?? { href: links.library, label: t('designer.toLibrary') };
  const title = store ? say(store.getState().regulation.title) : '';
  usePageTitle(title);
  if (!store) return <PageProblem error={new Error(String(document['id']))} />;
  return (
    <EditorProvider value={store}>
      <ReactFlowProvider>
        <FrameProvider value={frame}>
          <ProblemsProvider value={none}>
            <div className="ed ed--read">
              <header className="ed-bar">
                <Link className="icbtn" href={to.href} aria-label={to.label} title={to.label}>
                  <IconArrowLeft className="ic" aria-hidden="true" />
                </Link>
                <h1>{title}</h1>
                {bar(store.getState().regulation)}
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

const none: readonly never[] = [];
const nothingToDo = () => undefined;
const plainFrame = { projector: false, toggleProjector: nothingToDo, publish: nothingToDo };
