import { type Box, boundsWithNotes, place, route } from '@reglament/drawing';
import { formatPlainDate, shortName } from '@reglament/i18n';
import { fileHash, type Regulation, type Slug } from '@reglament/regulation';
import { Button, EmptyState, useI18n, useToast } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { IconArrowLeft, IconLink, IconMaximize, IconMinus, IconPlus, IconRestore } from '@tabler/icons-react';
import type { Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { useStaffNames } from '../app/staff.ts';
import { todayIn } from '../app/today.ts';
import { useMoment } from '../app/useMoment.ts';
import { openingView, wholeIn } from '../canvas/opening.ts';
import { type LocalCopy, useLocalCopies } from '../saving/localCopies.ts';
import { useLocalCopyActs } from '../saving/useLocalCopyActs.ts';
import { actWords } from './actWords.ts';
import { Changes } from './changeList.tsx';
import { type ListedChange, listChanges } from './changes.ts';
import { around, boundsOf, placeOf } from './marks.ts';
import { Pane } from './pane.tsx';
import { usePutBack, useRestore } from './restore.ts';
import { type Side, useSide } from './useSide.ts';
import { type VersionRow, type VersionState, versionStates } from './versionStates.ts';
import { localMoment, readWhich, type Which } from './which.ts';
import '../document/editor.css';
import './compare.css';

/** Two of a regulation side by side: `?from=3&to=4`, where either may be `copy` or a local copy of this computer. */
export default function ComparePage({ id }: { id: string }) {
  const { t } = useI18n();
  const search = new URLSearchParams(useSearch());
  const [from, to] = [readWhich(search.get('from')), readWhich(search.get('to'))];
  if (from === null || to === null)
    return (
      <main>
        <EmptyState
          title={t('versions.notThere')}
          page
          actions={<Link href={links.versions(id)}>{t('versions.toVersions')}</Link>}
        >
          {t('versions.notThereWhy')}
        </EmptyState>
      </main>
    );
  const change = Number(search.get('change') ?? Number.NaN);
  return <Loaded id={id} from={from} to={to} change={Number.isInteger(change) ? change : undefined} />;
}

function Loaded({
  id,
  from,
  to,
  change,
}: {
  id: string;
  from: Which;
  to: Which;
  change: number | undefined;
}) {
  const { t } = useI18n();
  const left = useSide(id, from);
  const right = useSide(id, to);
  if (left.local === null || right.local === null)
    return (
      <main>
        <EmptyState
          title={t('versions.localGone')}
          page
          actions={<Link href={links.editor(id)}>{t('versions.toCopy')}</Link>}
        />
      </main>
    );
  const error = left.error ?? right.error;
  if (error) return <PageProblem error={error} retry={() => window.location.reload()} />;
  if (!left.regulation || !right.regulation) return <Loading />;
  return (
    <Comparison
      key={`${from} ${to}`}
      id={id}
      left={left}
      right={right}
      a={left.regulation}
      b={right.regulation}
      change={change}
    />
  );
}

const noView: Viewport = { x: 0, y: 0, zoom: 0.7 };

function Comparison({
  id,
  left,
  right,
  a,
  b,
  change,
}: {
  id: string;
  left: Side;
  right: Side;
  a: Regulation;
  b: Regulation;
  change: number | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const staff = useStaffNames();
  const toast = useToast();
  const [, navigate] = useLocation();
  const detail = useApiQuery('regulations.show', { params: { id } });
  const latest = detail.data?.versions.at(-1)?.version;
  const restore = useRestore(id, latest);
  const list = useMemo(() => listChanges(a, b, i18n, say, staff), [a, b, i18n, say, staff]);
  const isSame = useMemo(() => fileHash(a) === fileHash(b), [a, b]);
  const current = list.changes.some(({ number }) => number === change) ? change : list.changes[0]?.number;
  const [placeA, placeB] = useMemo(() => {
    const startTitle = t('drawing.start');
    return [place(a, { startTitle }), place(b, { startTitle })] as const;
  }, [a, b, t]);
  const lines = useMemo(
    () => [route(a, placeA, { i18n }), route(b, placeB, { i18n })] as const,
    [a, b, placeA, placeB, i18n],
  );
  const title = say(b.title);
  const name = useNameOf();
  usePageTitle(t('versions.compareTitle', { one: name(left.which), other: name(right.which), title }));

  const box = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(noView);
  const whole = useMemo(
    () =>
      lines
        .flat()
        .map(({ points }) => boundsOf(points))
        .reduce(around, around(boundsWithNotes(a, placeA.bounds), boundsWithNotes(b, placeB.bounds))),
    [lines, a, b, placeA, placeB],
  );
  const fit = useCallback(() => {
    const see = box.current?.getBoundingClientRect();
    if (see && see.width > 0) setViewport(wholeIn(whole, see));
  }, [whole]);

  const places = useMemo(
    () => new Map(list.changes.map((one) => [one.number, changePlace(one, [placeA, placeB], lines)])),
    [list, placeA, placeB, lines],
  );
  // Both open where something is different, when not all of them can be read at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for two drawings, though their changes may be worded again
  useLayoutEffect(() => {
    const see = box.current?.getBoundingClientRect();
    const first = places.get(list.changes[0]?.number ?? 0);
    if (see && see.width > 0) setViewport(openingView(whole, first ?? placeB.start, see));
  }, [whole]);
  // The change that is shown is brought before the eyes, where it is not there already.
  useEffect(() => {
    const at = current === undefined ? undefined : places.get(current);
    const see = box.current?.getBoundingClientRect();
    if (!at || !see) return;
    setViewport((now) => (isSeen(at, now, see) ? now : centred(at, now, see)));
  }, [current, places]);

  const choose = useCallback(
    (number: number) => navigate(links.diff(id, left.which, right.which, number), { replace: true }),
    [navigate, id, left.which, right.which],
  );
  const pick = (side: 'left' | 'right', which: Which) =>
    navigate(side === 'left' ? links.diff(id, which, right.which) : links.diff(id, left.which, which));
  const copyLink = async () => {
    await navigator.clipboard?.writeText(window.location.href).catch(() => undefined);
    toast({ text: t('versions.linkCopied') });
  };
  const absent = useMemo(
    () => ({ left: missing(b, a, placeB.boxes), right: missing(a, b, placeA.boxes) }),
    [a, b, placeA, placeB],
  );
  const zoomTo = (by: number) =>
    setViewport((now) => {
      const see = box.current?.getBoundingClientRect();
      const zoom = Math.min(2, Math.max(0.1, now.zoom * by));
      const [x, y] = [(see?.width ?? 0) / 2, (see?.height ?? 0) / 2];
      return { zoom, x: x - ((x - now.x) / now.zoom) * zoom, y: y - ((y - now.y) / now.zoom) * zoom };
    });
  const restorable = typeof left.which === 'number' ? left.which : undefined;
  // What lies on this computer only has no address for others; one returns from it to the working copy.
  const local = left.local ? left : right.local ? right : undefined;
  const back = local
    ? { href: links.editor(id), label: t('versions.toCopy') }
    : { href: links.versions(id), label: t('versions.toVersions') };

  return (
    <div className="cmp">
      <header className="ed-bar">
        <Link className="icbtn" href={back.href} aria-label={back.label} title={back.label}>
          <IconArrowLeft className="ic" aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        <span className="meta">{t('versions.comparing')}</span>
        <span className="push" />
        {local?.local && local.regulation ? (
          <LocalCopyActs id={id} copy={local.local} regulation={local.regulation} />
        ) : (
          <Button size="small" variant="quiet" icon={IconLink} onClick={() => void copyLink()}>
            {t('versions.link')}
          </Button>
        )}
        {restorable !== undefined && (
          <Button size="small" icon={IconRestore} onClick={() => restore(restorable)}>
            {t('versions.restoreOf', { version: restorable })}
          </Button>
        )}
      </header>
      <main className="cmp-in">
        <SideHead
          id={id}
          side="left"
          shown={left}
          versions={detail.data?.versions}
          onPick={(which) => pick('left', which)}
        />
        <div className="cmp-pane cmp-pane--left">
          <Pane
            side="left"
            box={box}
            regulation={a}
            label={t('versions.drawing', { version: name(left.which) })}
            changes={list.changes}
            notes={list.notes.marks}
            current={current}
            absent={absent.left}
            viewport={viewport}
            onViewport={setViewport}
            onChoose={choose}
          />
          <div className="legend-pan zoom">
            <button
              type="button"
              className="icbtn"
              aria-label={t('designer.zoomOut')}
              title={t('designer.zoomOut')}
              onClick={() => zoomTo(1 / 1.2)}
            >
              <IconMinus className="ic" aria-hidden="true" />
            </button>
            <output aria-label={t('designer.zoom')}>{Math.round(viewport.zoom * 100)} %</output>
            <button
              type="button"
              className="icbtn"
              aria-label={t('designer.zoomIn')}
              title={t('designer.zoomIn')}
              onClick={() => zoomTo(1.2)}
            >
              <IconPlus className="ic" aria-hidden="true" />
            </button>
            <button
              type="button"
              className="icbtn"
              aria-label={t('designer.fit')}
              title={t('designer.fit')}
              onClick={fit}
            >
              <IconMaximize className="ic" aria-hidden="true" />
            </button>
            <i className="sep" />
            <span>{t('versions.together')}</span>
          </div>
        </div>
        <Changes list={list} current={current} isSame={isSame} onChoose={choose} />
        <SideHead
          id={id}
          side="right"
          shown={right}
          versions={detail.data?.versions}
          onPick={(which) => pick('right', which)}
        />
        <div className="cmp-pane cmp-pane--right">
          <Pane
            side="right"
            regulation={b}
            label={t('versions.drawing', { version: name(right.which) })}
            changes={list.changes}
            notes={list.notes.marks}
            current={current}
            absent={absent.right}
            viewport={viewport}
            onViewport={setViewport}
            onChoose={choose}
          />
        </div>
      </main>
    </div>
  );
}

/** What is done with a local copy once one has seen what is different in it. */
function LocalCopyActs({ id, copy, regulation }: { id: string; copy: LocalCopy; regulation: Regulation }) {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const putBack = usePutBack(id);
  const acts = useLocalCopyActs(id);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        onClick={() => acts.discard(copy, () => navigate(links.editor(id)))}
      >
        {t('designer.localDrop')}
      </Button>
      <Button size="small" variant="quiet" onClick={() => acts.save(copy)}>
        {t('designer.localSave')}
      </Button>
      <Button size="small" variant="primary" onClick={() => putBack(copy, regulation)}>
        {t('designer.localPut')}
      </Button>
    </>
  );
}

/** `name(which)`: «Версия 3», «Черновик», «Ваши правки, сегодня, 10:30». */
function useNameOf(): (which: Which) => string {
  const { t } = useI18n();
  const moment = useMoment();
  return (which) => {
    const atMs = localMoment(which);
    if (atMs !== undefined) return t('versions.local', { when: moment(atMs) });
    return which === 'copy' ? t('versions.copy') : t('versions.version', { version: which });
  };
}

/** Which version a drawing is, since when it is in force, who published it by which act. */
function SideHead({
  id,
  side,
  shown,
  versions,
  onPick,
}: {
  id: string;
  side: 'left' | 'right';
  shown: Side;
  versions: readonly VersionRow[] | undefined;
  onPick: (which: Which) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { organisation } = useSession();
  const library = useApiQuery('library.list', {}, { staleTime: 60_000 });
  const about = library.data?.rows.find((row) => row.id === id);
  const states = versionStates(versions ?? [], todayIn(organisation.zone), about?.retired !== undefined);
  const row = versions?.find(({ version }) => version === shown.which);
  const state = row && states.get(row.version);
  const locals = useLocalCopies(id);
  const name = useNameOf();
  const label = t(side === 'left' ? 'versions.chooseLeft' : 'versions.chooseRight');
  return (
    <section
      className={`side-head side-head--${side}`}
      aria-label={t(side === 'left' ? 'versions.left' : 'versions.right')}
    >
      <select
        className="input pick"
        aria-label={label}
        value={String(shown.which)}
        onChange={(event) => onPick(readWhich(event.target.value) ?? shown.which)}
      >
        {(versions ?? []).map(({ version }) => (
          <option key={version} value={version}>
            {name(version)}
          </option>
        ))}
        {(about?.workingCopy || shown.which === 'copy') && <option value="copy">{name('copy')}</option>}
        {locals.map(({ atMs }) => (
          <option key={atMs} value={`local-${atMs}`}>
            {name(`local-${atMs}`)}
          </option>
        ))}
      </select>
      <div>
        {row && state && (
          <>
            <p>
              <b>{stateWords(state, row, i18n)}</b>
              {row.running > 0 && `, ${t('methodologist.running', { count: row.running })}`}
            </p>
            <p>{[shortName(row.publishedBy), actWords(row.act, i18n)].filter(Boolean).join(', ')}</p>
          </>
        )}
        {shown.which === 'copy' && (
          <p>{t('versions.copySavedBy', { name: shortName(shown.savedBy ?? '') })}</p>
        )}
        {shown.local && <p>{t('versions.localWhere')}</p>}
      </div>
    </section>
  );
}

function stateWords(state: VersionState, row: VersionRow, { t, locale }: ReturnType<typeof useI18n>): string {
  const date = formatPlainDate(row.inForceFrom, locale);
  switch (state.is) {
    case 'inForce':
      return t('versions.inForceFrom', { date });
    case 'past':
      return state.until < row.inForceFrom
        ? t('versions.replacedSameDay', { date })
        : t('versions.wasInForce', { from: date, until: formatPlainDate(state.until, locale) });
    case 'scheduled':
      return t('versions.scheduledFrom', { date });
    case 'withdrawn':
      return t('versions.withdrawnFrom', { date });
    case 'retired':
      return t('versions.retiredFrom', { date });
    case 'pilot':
    case 'pilotOver':
      return t('versions.pilotFrom', {
        from: date,
        until: formatPlainDate(row.pilot?.until ?? row.inForceFrom, locale),
      });
  }
}

/** Stages of one drawing that the other does not have, with their places. */
function missing(there: Regulation, here: Regulation, boxes: ReadonlyMap<Slug, Box>): ReadonlyMap<Slug, Box> {
  return new Map(
    [...boxes].filter(([id]) => Object.hasOwn(there.stages, id) && !Object.hasOwn(here.stages, id)),
  );
}

function changePlace(
  change: ListedChange,
  [left, right]: readonly [Parameters<typeof placeOf>[1], Parameters<typeof placeOf>[1]],
  [leftLines, rightLines]: readonly [ReturnType<typeof route>, ReturnType<typeof route>],
): Box | undefined {
  const boxes = (
    [
      [change.left, left, leftLines],
      [change.right, right, rightLines],
    ] as const
  ).flatMap(([touched, placement, lines]) => [
    ...touched.stages.flatMap((id) => placeOf(id, placement) ?? []),
    ...touched.ways.flatMap(([id]) => {
      const points = lines.find((line) => line.id === id)?.points;
      return points ? [boundsOf(points)] : [];
    }),
  ]);
  const [first, ...rest] = boxes;
  return first && rest.reduce(around, first);
}

function isSeen(at: Box, { x, y, zoom }: Viewport, see: DOMRect): boolean {
  const [left, top] = [at.x * zoom + x, at.y * zoom + y];
  return left >= 0 && top >= 0 && left + at.width * zoom <= see.width && top + at.height * zoom <= see.height;
}

function centred(at: Box, { zoom }: Viewport, see: DOMRect): Viewport {
  return {
    zoom,
    x: see.width / 2 - (at.x + at.width / 2) * zoom,
    y: see.height / 2 - (at.y + at.height / 2) * zoom,
  };
}
