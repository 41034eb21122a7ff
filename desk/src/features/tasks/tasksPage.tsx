import type { TaskRow } from '@reglament/api';
import { Button, EmptyState, Kbd, Skeleton, useI18n, useToast, VisuallyHidden } from '@reglament/ui';
import { PageProblem, refresh, useCommand, wordError } from '@reglament/web';
import { IconArrowNarrowUp, IconInbox, IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { useCounts } from '../../app/counts.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { AfterAWhile } from '../../app/skeleton.tsx';
import { useTaskList } from '../../decision/taskList.ts';
import { useMedia } from '../../shared/useMedia.ts';
import { GROUPS, grouped } from './groups.ts';
import type { Asked } from './pane.tsx';
import { togglePick } from './selection.ts';
import { TaskLine } from './taskLine.tsx';
import { useListKeys } from './useListKeys.ts';
import { useShown } from './useShown.ts';
import './tasks.css';

const Pane = lazy(() => import('./pane.tsx').then(({ Pane: view }) => ({ default: view })));
const BulkSign = lazy(() => import('./bulkSign.tsx').then(({ BulkSign: view }) => ({ default: view })));
const KeysHelp = lazy(() => import('./keysHelp.tsx').then(({ KeysHelp: view }) => ({ default: view })));

/** «Сделать» and «Решённые мной»: the live list with its reading pane from 1000 px. */
export function TasksPage() {
  const [path] = useLocation();
  const view = path === links.decided ? 'decided' : 'todo';
  return <TaskListPage key={view} view={view} />;
}

function TaskListPage({ view }: { view: 'todo' | 'decided' }) {
  const i18n = useI18n();
  const { t } = i18n;
  const list = useTaskList(view);
  const counts = useCounts();
  const when = useWhen();
  const toast = useToast();
  const [, navigate] = useLocation();
  const wide = useMedia('(min-width: 1000px)');
  const shown = useShown(list.rows, list.pages, !list.loading);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [lastPicked, setLastPicked] = useState<string | null>(null);
  const [signing, setSigning] = useState<readonly string[] | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [help, setHelp] = useState(false);
  const listRef = useRef<HTMLDivElement>(null);
  const takeCommand = useCommand('tasks.take');
  const releaseCommand = useCommand('tasks.release');
  usePageTitle(t(view === 'todo' ? 'tasks.section' : 'tasks.decidedByMe'));

  const rows = shown.rows;
  const ids = rows.map(({ id }) => id);
  const at = currentId === null ? -1 : ids.indexOf(currentId);
  const current = rows[at];
  const lastAt = useRef(0);
  if (at >= 0) lastAt.current = at;
  // The current row went away (decided, closed): the one that took its place is the next.
  const fallback = rows[Math.min(lastAt.current, rows.length - 1)];
  const now = current ?? fallback;
  const nowId = now?.id ?? null;
  const wasFocused = useRef(false);
  useEffect(() => {
    if (nowId === null || nowId === currentId) return;
    setCurrentId(nowId);
    if (wasFocused.current) focusRow(listRef.current, nowId);
  }, [nowId, currentId]);

  const move = (step: number, run = false) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, (at < 0 ? lastAt.current : at) + step))];
    if (!next) return;
    if (run && now) setPicked((set) => new Set([...set, now.id, next.id].filter((id) => pickable(rows, id))));
    setCurrentId(next.id);
    focusRow(listRef.current, next.id);
  };
  const pick = (row: TaskRow, run: boolean) => {
    setPicked(
      togglePick(
        picked,
        ids.filter((id) => pickable(rows, id)),
        row.id,
        lastPicked,
        run,
      ),
    );
    setLastPicked(row.id);
  };
  const take = async (row: TaskRow) => {
    const command = row.abilities.take ? takeCommand : releaseCommand;
    const answer = await command.send({ params: { id: row.id }, body: { revision: row.revision } });
    await refresh('tasks.list', 'tasks.show', 'tasks.counts');
    if (answer)
      toast({ text: t(row.abilities.take ? 'tasks.taken' : 'tasks.released', { title: row.title }) });
  };
  const takeError = takeCommand.error ?? releaseCommand.error;
  useEffect(() => {
    if (takeError) toast({ text: wordError(takeError, i18n) });
  }, [takeError, toast, i18n]);
  // What was signed or left the list is picked no more.
  const chosen = ids.filter((id) => picked.has(id) && pickable(rows, id));
  const unpick = () => {
    setPicked(new Set());
    setSigning(null);
  };

  useListKeys({
    move,
    open: () => {
      if (now) navigate(links.task(now.id));
    },
    showNew: shown.showAll,
    take: () => {
      if (now && (now.abilities.take || now.abilities.release)) void take(now);
    },
    pick: () => {
      if (now && pickable(rows, now.id)) pick(now, false);
    },
    unpick,
    help: () => setHelp(true),
  });
  const onArrows = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length };
    const step = moves[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  };

  const more = useMore(list.hasMore && !list.loadingMore ? () => void list.more() : undefined);
  const groups = grouped(rows, when);
  const line = (row: TaskRow) => (
    <TaskLine
      key={row.id}
      row={row}
      current={row.id === nowId}
      picked={picked.has(row.id)}
      fresh={shown.fresh.has(row.id)}
      pane={wide}
      select={() => setCurrentId(row.id)}
      pick={pickable(rows, row.id) ? (run) => pick(row, run) : undefined}
      take={(one) => void take(one)}
      ask={
        wide && signing === null
          ? (choice) => setAsked((was) => ({ choice, no: (was?.no ?? 0) + 1 }))
          : undefined
      }
    />
  );

  const onlySigning = signing !== null && !wide;
  return (
    <div className="tasks-page" data-alone={view === 'todo' && rows.length === 0 ? true : undefined}>
      {!onlySigning && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold the arrivals back; arrows move between the links
        <div
          className="list"
          ref={listRef}
          data-picking={chosen.length > 0 || undefined}
          onPointerEnter={(event) => event.pointerType === 'mouse' && shown.hold('pointer', true)}
          onPointerLeave={() => shown.hold('pointer', false)}
          onFocus={() => {
            wasFocused.current = true;
            shown.hold('focus', true);
          }}
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget)) return;
            wasFocused.current = event.relatedTarget === null;
            shown.hold('focus', false);
          }}
          onKeyDown={onArrows}
        >
          {chosen.length > 0 ? (
            <div className="bulkbar" role="toolbar" aria-label={t('tasks.pickedActs')}>
              <h1>{t('tasks.picked', { count: chosen.length })}</h1>
              <Button size="small" aria-expanded={signing !== null} onClick={() => setSigning(chosen)}>
                {t('tasks.signPicked', { count: chosen.length })}
              </Button>
              <Button variant="quiet" size="small" keys="Esc" onClick={unpick}>
                {t('tasks.unpick')}
              </Button>
            </div>
          ) : (
            <div className="list-head">
              <h1>{t('tasks.section')}</h1>
              <nav className="tabs" aria-label={t('tasks.which')}>
                <Link href={links.tasks} aria-current={view === 'todo' ? 'page' : undefined}>
                  {t('tasks.toDo')}
                </Link>
                <Link href={links.decided} aria-current={view === 'decided' ? 'page' : undefined}>
                  {t('tasks.decidedByMe')}
                </Link>
              </nav>
              <Button variant="quiet" size="small" className="end" keys="?" onClick={() => setHelp(true)}>
                <IconKeyboard className="ic" aria-hidden="true" />
                {t('tasks.keys')}
              </Button>
            </div>
          )}
          <div aria-live="polite" className="arrivals-region">
            {shown.waiting.length > 0 && (
              <button className="arrivals" type="button" aria-keyshortcuts="n" onClick={shown.showAll}>
                <IconArrowNarrowUp className="ic" aria-hidden="true" />
                {t('tasks.arrived', { count: shown.waiting.length })}
                <Kbd>n</Kbd>
              </button>
            )}
          </div>
          <div className="scroll">
            {list.loading ? (
              <ListSkeleton />
            ) : list.error && rows.length === 0 ? (
              <PageProblem error={list.error} retry={() => void list.retry()} />
            ) : rows.length === 0 ? (
              <Nothing view={view} />
            ) : view === 'decided' ? (
              <ul className="rows">{rows.map(line)}</ul>
            ) : (
              GROUPS.map((group) => {
                const members = groups.get(group);
                if (!members) return null;
                const counted = counts?.todo[group] ?? 0;
                return (
                  <section
                    key={group}
                    className={group === 'overdue' ? 'group group--late' : 'group'}
                    aria-labelledby={`group-${group}`}
                  >
                    <h2 id={`group-${group}`}>
                      {t(`tasks.group.${group}`)}{' '}
                      <span>{list.hasMore ? Math.max(counted, members.length) : members.length}</span>
                    </h2>
                    <ul>{members.map(line)}</ul>
                  </section>
                );
              })
            )}
            {list.hasMore && (
              <div className="more" ref={more}>
                <Button size="small" busy={list.loadingMore} onClick={() => void list.more()}>
                  {t('common.more')}
                </Button>
              </div>
            )}
          </div>
        </div>
      )}
      <Suspense fallback={<aside className="pane" aria-label={t('tasks.pane')} />}>
        {signing !== null ? (
          <BulkSign ids={signing} close={unpick} />
        ) : wide && nowId !== null ? (
          <Pane id={nowId} asked={asked} />
        ) : null}
      </Suspense>
      {help && (
        <Suspense>
          <KeysHelp close={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Only signings are picked: nothing else is decided in a row. */
function pickable(rows: readonly TaskRow[], id: string): boolean {
  const row = rows.find((one) => one.id === id);
  return row?.kind === 'signing' && row.state === 'open' && row.abilities.decide.length > 0;
}

function focusRow(list: HTMLElement | null, id: string): void {
  // After the row has become the current one and may take the focus.
  requestAnimationFrame(() => {
    const link = list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] .what`);
    link?.focus({ preventScroll: true });
    link?.closest('li')?.scrollIntoView({ block: 'nearest' });
  });
}

/** Asks for the next page when its place comes into sight. */
function useMore(run: (() => void) | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const now = useRef(run);
  now.current = run;
  const able = run !== undefined;
  useEffect(() => {
    const place = ref.current;
    if (!place || !able || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && now.current?.(), {
      rootMargin: '400px',
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [able]);
  return ref;
}

function Nothing({ view }: { view: 'todo' | 'decided' }) {
  const { t } = useI18n();
  return view === 'todo' ? (
    <EmptyState icon={IconInbox} title={t('tasks.empty')}>
      {t('tasks.emptyWhy')}
    </EmptyState>
  ) : (
    <EmptyState title={t('tasks.emptyDecided')}>{t('tasks.emptyDecidedWhy')}</EmptyState>
  );
}

function ListSkeleton() {
  const { t } = useI18n();
  return (
    <AfterAWhile>
      <div role="status">
        <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
        {[62, 74, 55, 68, 80, 60, 71].map((width) => (
          <div className="trow" key={width}>
            <Skeleton width={20} height={20} />
            <span className="what">
              <Skeleton width={`${width}%`} />
            </span>
            <span className="meta">
              <Skeleton width={`${width - 20}%`} height={12} />
            </span>
            <span className="left">
              <Skeleton width={90} />
            </span>
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
