import { formatTime } from '@reglament/i18n';
import { Banner, Button, Menu, type MenuItem, useHotkeys, useI18n, useToast } from '@reglament/ui';
import { PageFailure, useConnection } from '@reglament/web';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconColumns2,
  IconCommand,
  IconDots,
  IconHistory,
  IconLayoutGrid,
  IconPresentation,
} from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { deskLinks, links } from '../app/links.ts';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { Canvas } from '../canvas/canvas.tsx';
import { Choosers } from '../choosing/choosers.tsx';
import { useCommands } from '../choosing/commands.tsx';
import { Drawer } from '../drawer/drawer.tsx';
import { useExports } from '../exporting/useExports.ts';
import { Palette } from '../palette/palette.tsx';
import { SidePanel } from '../panel/panel.tsx';
import { ProblemsProvider } from '../problems/problems.ts';
import { useLint } from '../problems/useLint.ts';
import { LocalCopyBanners } from '../saving/localCopyBanner.tsx';
import type { Saving, WorkingCopy } from '../saving/useSaving.ts';
import { TextLockNote } from '../text/lockNote.tsx';
import { useGrantedRestore } from '../versions/restore.ts';
import { type DrawerPart, FrameProvider, useFrame } from './frame.ts';
import { useGestureWords } from './gestureWords.ts';
import { useEditor, useEditorStore } from './store.ts';
import './editor.css';

// It compares and words two versions, which nobody needs before.
const PublishDialog = lazy(() => import('../publishing/publishDialog.tsx'));

/** The designer: palette, drawing, properties, problems; above them whose copy it is and whether it is saved. */
export function EditorScreen({ copy, saving }: { copy: WorkingCopy; saving: Saving }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const title = useEditor(({ regulation }) => say(regulation.title));
  const problems = useLint();
  const [projector, setProjector] = useState(false);
  const [drawer, setDrawer] = useState<DrawerPart | null>(null);
  const [publishing, setPublishing] = useState(false);
  usePageTitle(title);
  useRefusals();
  const help = () => store.getState().choose({ ask: 'command' });
  useHotkeys({ F1: help, 'Shift+Slash': help });
  useGrantedRestore(copy.id, saving.holder);

  const publish = useCallback(() => setPublishing(true), []);
  const frame = useMemo(
    () => ({
      projector,
      drawer,
      toggleProjector: () => setProjector((on) => !on),
      toggleDrawer: (part: DrawerPart) => setDrawer((open) => (open === part ? null : part)),
      publish,
    }),
    [projector, drawer, publish],
  );
  useEffect(() => {
    if (!projector) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setProjector(false);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [projector]);

  return (
    <FrameProvider value={frame}>
      <ProblemsProvider value={problems ?? none}>
        <div className={projector ? 'ed ed--projector' : 'ed'}>
          <Bar copy={copy} saving={saving} />
          <Palette />
          <Canvas label={t('designer.canvasOf', { title })} />
          <TextLockNote />
          <SidePanel />
          <Drawer problems={problems === null ? 'sought' : 'known'} />
        </div>
        <Choosers />
        {publishing && (
          <PageFailure>
            <Suspense fallback={null}>
              <PublishDialog copy={copy} saving={saving} onClose={() => setPublishing(false)} />
            </Suspense>
          </PageFailure>
        )}
      </ProblemsProvider>
    </FrameProvider>
  );
}

function Bar({ copy, saving }: { copy: WorkingCopy; saving: Saving }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const title = useEditor(({ regulation }) => say(regulation.title));
  const history = useEditor((editor) => editor.history);
  const readOnly = useEditor((editor) => editor.readOnly);
  const word = useGestureWords();
  const last = history.entries[history.at - 1];
  const next = history.entries[history.at];
  const undoWords = last ? t('designer.undoWhat', { what: word(last.label) }) : t('designer.undo');
  const redoWords = next ? t('designer.redoWhat', { what: word(next.label) }) : t('designer.redo');
  return (
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
      <span className="chip">{t('designer.copyChip', { version: (copy.base ?? 0) + 1 })}</span>
      {copy.base !== null && <span className="meta">{t('designer.baseIs', { version: copy.base })}</span>}
      <i className="sep" />
      <SavedWords saving={saving} />
      <span className="push" />
      <button
        type="button"
        className="icbtn"
        aria-label={undoWords}
        title={undoWords}
        disabled={!last || readOnly}
        onClick={() => store.getState().undo()}
      >
        <IconArrowBackUp className="ic" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icbtn"
        aria-label={redoWords}
        title={redoWords}
        disabled={!next || readOnly}
        onClick={() => store.getState().redo()}
      >
        <IconArrowForwardUp className="ic" aria-hidden="true" />
      </button>
      <ProjectorButton />
      <MoreMenu copy={copy} saving={saving} />
      <i className="sep" />
      <PublishButton disabled={readOnly} />
      <div className="ed-banners">
        <Banners copy={copy} saving={saving} />
      </div>
    </header>
  );
}

/** Versions, comparison, files to take away. */
function MoreMenu({ copy, saving }: { copy: WorkingCopy; saving: Saving }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const [, navigate] = useLocation();
  const { id, base } = copy;
  const commands = useCommands();
  const exports = useExports(() => store.getState().regulation, { version: (base ?? 0) + 1, isDraft: true });
  // What is compared is what the server has, so it is given everything first.
  const leave = (href: string) => void saving.flush().then(() => navigate(href));
  const items: MenuItem[] = [
    {
      id: 'versions',
      label: t('versions.open'),
      icon: IconHistory,
      run: () => leave(links.versions(id)),
    },
  ];
  for (const { label, run } of commands.filter(({ id }) => id === 'layout'))
    items.unshift({ id: 'layout', label, icon: IconLayoutGrid, run });
  items.unshift({
    id: 'commands',
    label: t('designer.commands'),
    icon: IconCommand,
    keys: '?',
    run: () => store.getState().choose({ ask: 'command' }),
  });
  if (base !== null)
    items.push({
      id: 'compare',
      label: t('versions.compareWithLatest', { version: base }),
      icon: IconColumns2,
      run: () => leave(links.diff(id, base, 'copy')),
    });
  return (
    <Menu label={t('common.more')} items={[...items, ...exports]} className="icbtn">
      <IconDots className="ic" aria-hidden="true" />
    </Menu>
  );
}

function ProjectorButton() {
  const { t } = useI18n();
  const frame = useFrame();
  return (
    <button
      type="button"
      className="icbtn"
      aria-label={t('designer.projector')}
      title={t('designer.projector')}
      aria-pressed={frame.projector}
      onClick={frame.toggleProjector}
    >
      <IconPresentation className="ic" aria-hidden="true" />
    </button>
  );
}

function PublishButton({ disabled }: { disabled: boolean }) {
  const { t } = useI18n();
  const frame = useFrame();
  return (
    <Button variant="primary" size="small" disabled={disabled} aria-haspopup="dialog" onClick={frame.publish}>
      {t('designer.publish')}
    </Button>
  );
}

function SavedWords({ saving }: { saving: Saving }) {
  const { t, locale } = useI18n();
  const { zone } = useSession().organisation;
  const words =
    saving.state === 'saved'
      ? t('designer.saved', { time: formatTime(saving.savedAtMs, zone, locale) })
      : t(`designer.saving.${saving.state}`);
  return (
    <span className="meta" role="status">
      {words}
    </span>
  );
}

function Banners({ copy, saving }: { copy: WorkingCopy; saving: Saving }) {
  const { t } = useI18n();
  const offline = useConnection() === 'offline';
  const signedOut =
    saving.error instanceof Error && 'code' in saving.error && saving.error.code === 'NOT_SIGNED_IN';
  return (
    <>
      {saving.holder === '' && (
        <Banner
          kind="conflict"
          actions={
            <Button size="small" onClick={() => window.location.reload()}>
              {t('designer.openAnew')}
            </Button>
          }
        >
          {t('designer.movedOn')}
        </Banner>
      )}
      {saving.holder && (
        <Banner
          kind="conflict"
          actions={
            <Button size="small" onClick={() => void saving.takeOver()}>
              {t('designer.takeOver')}
            </Button>
          }
        >
          {t('designer.heldBy', { name: saving.holder })}
        </Banner>
      )}
      {offline && <Banner kind="offline">{t('designer.offline')}</Banner>}
      {signedOut && (
        <Banner
          kind="conflict"
          actions={
            <a className="btn btn--small" href={deskLinks.signIn(window.location.pathname)}>
              {t('designer.signInAgain')}
            </a>
          }
        >
          {t('designer.signedOut')}
        </Banner>
      )}
      <LocalCopyBanners id={copy.id} saving={saving} />
    </>
  );
}

/** A gesture that changed nothing says why. */
function useRefusals(): void {
  const i18n = useI18n();
  const toast = useToast();
  const refusal = useEditor((editor) => editor.refusal);
  useEffect(() => {
    if (!refusal) return;
    const key = `designer.refused.${refusal.code}`;
    toast({ text: i18n.has(key) ? i18n.t(key, wordable(refusal.params)) : i18n.t('designer.refused.other') });
  }, [refusal, i18n, toast]);
}

/** What words can be filled with; the rest is for programs. */
function wordable(params: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

const none: readonly never[] = [];
