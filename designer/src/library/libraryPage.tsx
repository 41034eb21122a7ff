import type { AnswerOf } from '@reglament/api';
import { formatPlainDate, shortName } from '@reglament/i18n';
import {
  Avatar,
  Button,
  EmptyState,
  Menu,
  type MenuItem,
  Shell,
  useHotkeys,
  useI18n,
  useToast,
} from '@reglament/ui';
import {
  PageProblem,
  PersonMenu,
  refresh,
  sendCommand,
  useApiQuery,
  useConnection,
  wordError,
} from '@reglament/web';
import {
  IconAlertTriangle,
  IconArchive,
  IconArchiveOff,
  IconCalendarTime,
  IconCircleCheck,
  IconCopy,
  IconDots,
  IconFlask,
  IconHistory,
  IconInbox,
  IconPencil,
  IconPlus,
  IconRoute,
  IconSearch,
  IconTableImport,
  IconTemplate,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAsk } from '../app/ask.tsx';
import { deskLinks, links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { Glyph } from '../stages/glyph.tsx';
import { NewRegulation, type NewWay } from './newRegulation.tsx';
import { RetireDialog } from './retireDialog.tsx';
import { filterRows, filters, type LibraryFilter } from './rows.ts';
import './library.css';

export type LibraryRow = AnswerOf<'library.list'>['rows'][number];

/** The regulations of the organisation: their state, who edits now, and every way to begin a new one. */
export function LibraryPage() {
  const { t } = useI18n();
  const session = useSession();
  const say = useSay();
  const list = useApiQuery('library.list', {}, { refetchInterval: 30_000 });
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<LibraryFilter>('all');
  const [way, setWay] = useState<NewWay | null>(null);
  const find = useRef<HTMLInputElement>(null);
  usePageTitle(t('designer.regulations'));
  const focusFind = () => find.current?.focus();
  useHotkeys({ Slash: focusFind });

  const rows = list.data?.rows ?? [];
  const shown = filterRows(rows, filter, words, say);
  const ways: readonly [NewWay, string, typeof IconPlus][] = [
    ['blank', t('designer.new.blank'), IconPlus],
    ['template', t('designer.new.template'), IconTemplate],
    ['copy', t('designer.new.copy'), IconCopy],
    ['file', t('designer.new.file'), IconUpload],
  ];

  return (
    <Shell
      organisation={session.organisation.title}
      homeHref={deskLinks.tasks}
      sectionsLabel={t('desk.sections')}
      skipLabel={t('desk.skip')}
      sections={[
        { href: deskLinks.tasks, label: t('tasks.section'), short: t('tasks.sectionShort'), icon: IconInbox },
        {
          href: '/designer/',
          label: t('designer.regulations'),
          short: t('designer.regulations'),
          icon: IconRoute,
          count: rows.length,
          current: true,
        },
      ]}
      top={
        <>
          <Reach />
          <PersonMenu name={session.employee.name} places={[]} />
        </>
      }
    >
      <div className="lib">
        <div className="lib-head">
          <h1>{t('designer.regulations')}</h1>
          <span className="say" aria-hidden="true">
            {t('designer.new.title')}
          </span>
          {ways.map(([id, label, icon]) => (
            <Button key={id} icon={icon} onClick={() => setWay(id)}>
              {label}
            </Button>
          ))}
          <Link className="btn" href={links.fromTable}>
            <IconTableImport className="ic" aria-hidden="true" />
            {t('designer.ft.button')}
          </Link>
        </div>
        <div className="lib-tools">
          <label className="find">
            <IconSearch className="ic" aria-hidden="true" />
            <span className="visually-hidden">{t('designer.findRegulation')}</span>
            <input
              ref={find}
              type="search"
              placeholder={t('designer.findRegulationHint')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <kbd>/</kbd>
          </label>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
          <div role="group" aria-label={t('designer.show')} className="lib-filters">
            {filters.map((one) => {
              const count = filterRows(rows, one, '', say).length;
              return (
                <button
                  key={one}
                  type="button"
                  className="f"
                  aria-pressed={filter === one}
                  onClick={() => setFilter(one)}
                >
                  {one === 'gaps' && <IconAlertTriangle className="ic" aria-hidden="true" />}
                  {t(`designer.filter.${one}`)} <span className="n">{count}</span>
                </button>
              );
            })}
          </div>
        </div>
        {list.error && !list.data ? (
          <PageProblem error={list.error} retry={() => void list.refetch()} />
        ) : !list.data ? (
          <Loading />
        ) : rows.length === 0 ? (
          <EmptyState icon={IconRoute} title={t('designer.noRegulations')}>
            {t('designer.noRegulationsWhy')}
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState icon={IconSearch} title={t('designer.nothingFound')}>
            {t('designer.nothingFoundWhy')}
          </EmptyState>
        ) : (
          <Table rows={shown} />
        )}
      </div>
      {way && <NewRegulation way={way} rows={rows} onClose={() => setWay(null)} />}
    </Shell>
  );
}

function Reach() {
  const { t } = useI18n();
  return useConnection() === 'offline' ? (
    <span className="state off" role="status">
      {t('common.offline')}
    </span>
  ) : null;
}

function Table({ rows }: { rows: readonly LibraryRow[] }) {
  const { t } = useI18n();
  return (
    <div className="regs-scroll">
      <table className="regs">
        <caption className="visually-hidden">{t('designer.regulations')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('designer.column.regulation')}</th>
            <th scope="col" className="c-state">
              {t('designer.column.state')}
            </th>
            <th scope="col" className="c-version">
              {t('designer.column.version')}
            </th>
            <th scope="col" className="r c-running">
              {t('designer.column.running')}
            </th>
            <th scope="col" className="c-edit">
              {t('designer.column.edit')}
            </th>
            <th scope="col" className="c-menu">
              <span className="visually-hidden">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: LibraryRow }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const copy = row.workingCopy;
  const gone = row.state === 'retired';
  const tone = row.gaps > 0 ? 'lost' : gone ? 'gone' : undefined;
  return (
    <tr className={tone}>
      <th scope="row">
        <Link href={links.editor(row.id)}>{say(row.title)}</Link>
        {row.gaps > 0 ? (
          <small>
            <IconAlertTriangle className="ic" aria-hidden="true" />
            <span>{t('designer.gapsInUnits', { lost: row.lost.map(say).join(', ') })}</span>
          </small>
        ) : (
          <small className="path">
            <span
              className="strip"
              role="img"
              aria-label={t('designer.pathOf', { count: row.stages.length })}
            >
              {row.stages.slice(0, 14).map((kind, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a picture of an order
                <Glyph key={index} kind={kind} bare />
              ))}
            </span>
            {row.kindTitle && <span>{say(row.kindTitle)}</span>}
          </small>
        )}
      </th>
      <td>
        <StateChip row={row} />
      </td>
      <td>
        {row.inForce?.version ?? row.scheduled?.version ?? '—'}
        {copy && <small>{t('designer.copyOf', { version: (copy.base ?? 0) + 1 })}</small>}
      </td>
      <td className="r">{row.running > 0 ? row.running : '—'}</td>
      <td>
        {copy ? (
          <div className={copy.lock ? (copy.lock.mine ? 'by now me' : 'by now') : 'by'}>
            {copy.lock ? <Avatar name={copy.lock.name} small /> : <span />}
            <span>
              {copy.lock ? (
                <b>
                  {copy.lock.mine
                    ? t('designer.youEdit')
                    : t('designer.edits', { name: shortName(copy.lock.name) })}
                </b>
              ) : (
                shortName(copy.savedBy)
              )}
              <small>
                {t('designer.savedOn', {
                  when: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                    copy.savedAtMs,
                  ),
                })}
              </small>
            </span>
          </div>
        ) : (
          row.inForce && <small>{formatPlainDate(row.inForce.from, locale)}</small>
        )}
      </td>
      <td>
        <RowMenu row={row} />
      </td>
    </tr>
  );
}

function StateChip({ row }: { row: LibraryRow }) {
  const { t, locale } = useI18n();
  if (row.state === 'retired')
    return (
      <span className="chip chip--plain">
        <IconArchive className="ic" aria-hidden="true" />
        {t('designer.state.retired')}
      </span>
    );
  if (row.pilot)
    return (
      <>
        <span className="chip chip--pilot">
          <IconFlask className="ic" aria-hidden="true" />
          {t('designer.state.pilot', { count: row.pilot.units.length })}
        </span>
        <small>{t('designer.until', { date: formatPlainDate(row.pilot.until, locale) })}</small>
      </>
    );
  if (row.scheduled)
    return (
      <span className="chip">
        <IconCalendarTime className="ic" aria-hidden="true" />
        {t('designer.state.scheduled', { date: formatPlainDate(row.scheduled.from, locale) })}
      </span>
    );
  if (row.inForce)
    return (
      <span className="chip chip--force">
        <IconCircleCheck className="ic" aria-hidden="true" />
        {t('designer.state.inForce')}
      </span>
    );
  return (
    <span className="chip chip--plain">
      <IconPencil className="ic" aria-hidden="true" />
      {t('designer.state.workingCopy')}
    </span>
  );
}

function RowMenu({ row }: { row: LibraryRow }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const toast = useToast();
  const ask = useAsk();
  const [, navigate] = useLocation();
  const [retiring, setRetiring] = useState(false);
  const attempt = async (run: () => Promise<unknown>, done: string) => {
    try {
      await run();
      await refresh('library.list');
      toast({ text: done });
    } catch (error) {
      toast({ text: wordError(error, i18n) });
    }
  };
  const items: MenuItem[] = [
    { id: 'open', label: t('designer.open'), icon: IconPencil, run: () => navigate(links.editor(row.id)) },
  ];
  if (row.versions > 0)
    items.push({
      id: 'versions',
      label: t('versions.open'),
      icon: IconHistory,
      run: () => navigate(links.versions(row.id)),
    });
  const scheduled = row.scheduled;
  if (scheduled)
    items.push({
      id: 'withdraw',
      label: t('designer.withdrawScheduled', { version: scheduled.version }),
      icon: IconCalendarTime,
      run: () =>
        void attempt(
          () =>
            sendCommand(
              'regulations.withdrawScheduled',
              { params: { id: row.id, version: String(scheduled.version) }, body: {} },
              crypto.randomUUID(),
            ),
          t('designer.withdrawn'),
        ),
    });
  if (row.inForce && row.state !== 'retired')
    items.push({
      id: 'retire',
      label: t('designer.retire'),
      icon: IconArchive,
      run: () => setRetiring(true),
    });
  if (row.state === 'retired')
    items.push({
      id: 'revive',
      label: t('designer.revive'),
      icon: IconArchiveOff,
      run: () =>
        void attempt(
          () => sendCommand('regulations.revive', { params: { id: row.id }, body: {} }, crypto.randomUUID()),
          t('designer.revived'),
        ),
    });
  if (row.workingCopy)
    items.push({
      id: 'delete',
      label: t('designer.deleteCopy'),
      icon: IconTrash,
      run: () =>
        ask({
          title: t('designer.deleteCopyAsk', { title: say(row.title) }),
          words: t('designer.deleteCopyWhy'),
          yes: t('designer.deleteCopy'),
          run: () =>
            void attempt(
              () => sendCommand('workingCopies.delete', { params: { id: row.id } }, crypto.randomUUID()),
              t('designer.copyDeleted'),
            ),
        }),
    });
  return (
    <>
      <Menu label={t('designer.actsOf', { title: say(row.title) })} items={items} className="icbtn">
        <IconDots className="ic" aria-hidden="true" />
      </Menu>
      {retiring && (
        <RetireDialog
          title={say(row.title)}
          onClose={() => setRetiring(false)}
          onRetire={(reason) =>
            void attempt(
              () =>
                sendCommand(
                  'regulations.retire',
                  { params: { id: row.id }, body: { reason } },
                  crypto.randomUUID(),
                ),
              t('designer.retired'),
            )
          }
        />
      )}
    </>
  );
}
