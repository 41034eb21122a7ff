import type { AnswerOf, LibraryRow } from '@reglament/api';
import { formatPlainDate, shortName } from '@reglament/i18n';
import { Avatar, Button, EmptyState, Shell, useHotkeys, useI18n } from '@reglament/ui';
import { PageProblem, PersonMenu, useApiQuery, useConnection } from '@reglament/web';
import {
  IconAlertTriangle,
  IconArchive,
  IconCalendarTime,
  IconChevronDown,
  IconCircleCheck,
  IconCopy,
  IconFlask,
  IconInbox,
  IconPencil,
  IconPlus,
  IconRoute,
  IconSearch,
  IconSitemap,
  IconTableImport,
  IconTemplate,
  IconUpload,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { deskLinks, links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { useMoment } from '../app/useMoment.ts';
import { newerOf } from '../offers/newer.ts';
import { OfferedTable } from '../offers/offeredTable.tsx';
import { NewRegulation, type NewWay } from './newRegulation.tsx';
import { RowMenu } from './rowMenu.tsx';
import { filterRows, filters, finder, type LibraryFilter, ownerless, ownersOf } from './rows.ts';
import { Way } from './way.tsx';
import './library.css';

/** The regulations of the organisation: their state, who edits now, and every way to begin a new one. */
export function LibraryPage() {
  const { t, locale } = useI18n();
  const session = useSession();
  const say = useSay();
  const list = useApiQuery('library.list', {}, { refetchInterval: 30_000 });
  const offers = useApiQuery('offers.list', {}, { refetchInterval: 30_000 });
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<LibraryFilter | 'offered'>('all');
  const [owner, setOwner] = useState('');
  const [way, setWay] = useState<NewWay | null>(null);
  const find = useRef<HTMLInputElement>(null);
  usePageTitle(t('designer.regulations'));
  const focusFind = () => find.current?.focus();
  useHotkeys({ Slash: focusFind });

  const rows = list.data?.rows ?? [];
  const owners = ownersOf(rows, new Intl.Collator(locale).compare);
  const isOfOwner = owner === '' || rows.some((row) => (row.owner?.id ?? ownerless) === owner);
  const wanted = { owner: isOfOwner ? owner : '', words };
  const shown = filter === 'offered' ? [] : filterRows(rows, { ...wanted, filter }, say);
  const offered = offers.data?.rows ?? [];
  const asked = finder(words);
  const found = offered.filter(({ title, kindTitle, organisation }) =>
    asked(say(title), say(kindTitle), organisation.title),
  );
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
              const count = filterRows(rows, { filter: one, owner: '', words: '' }, say).length;
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
            {(offered.length > 0 || filter === 'offered') && (
              <button
                type="button"
                className="f"
                aria-pressed={filter === 'offered'}
                onClick={() => setFilter('offered')}
              >
                {t('designer.filter.offered')} <span className="n">{offered.length}</span>
              </button>
            )}
          </div>
          {filter !== 'offered' && owners.length > 0 && (
            <span className="picked lib-owner">
              <select
                className="input"
                aria-label={t('designer.column.owner')}
                value={wanted.owner}
                onChange={(event) => setOwner(event.target.value)}
              >
                <option value="">{t('designer.owner.all')}</option>
                {owners.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
                {rows.some((row) => !row.owner) && (
                  <option value={ownerless}>{t('designer.owner.none')}</option>
                )}
              </select>
              <IconChevronDown className="ic" aria-hidden="true" />
            </span>
          )}
        </div>
        {list.error && !list.data ? (
          <PageProblem error={list.error} retry={() => void list.refetch()} />
        ) : !list.data ? (
          <Loading />
        ) : filter === 'offered' ? (
          offers.error ? (
            <PageProblem error={offers.error} retry={() => void offers.refetch()} />
          ) : found.length > 0 ? (
            <OfferedTable offers={found} own={rows} />
          ) : (
            <EmptyState
              icon={IconSearch}
              title={t(offered.length === 0 ? 'designer.offer.nobody' : 'designer.nothingFound')}
            >
              {t(offered.length === 0 ? 'designer.offer.nobodyWhy' : 'designer.nothingFoundWhy')}
            </EmptyState>
          )
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconRoute}
            title={t('designer.noRegulations')}
            actions={
              offered.length > 0 && (
                <Button onClick={() => setFilter('offered')}>{t('designer.offer.see')}</Button>
              )
            }
          >
            {t('designer.noRegulationsWhy')}
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState icon={IconSearch} title={t('designer.nothingFound')}>
            {t('designer.nothingFoundWhy')}
          </EmptyState>
        ) : (
          <Table rows={shown} below={list.data.below} />
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

function Table({ rows, below }: { rows: readonly LibraryRow[]; below: AnswerOf<'library.list'>['below'] }) {
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
            <th scope="col" className="c-own">
              {t('designer.column.owner')}
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
            <Row key={row.id} row={row} below={below} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, below }: { row: LibraryRow; below: AnswerOf<'library.list'>['below'] }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const moment = useMoment();
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
          <Way stages={row.stages} words={row.kindTitle && say(row.kindTitle)} />
        )}
        {row.owner && <small className="own-under">{row.owner.title}</small>}
        <Origin row={row} />
      </th>
      <td>
        <StateChip row={row} />
        <Offer row={row} />
      </td>
      <td data-label={t('designer.column.version')}>
        {row.inForce?.version ?? row.scheduled?.version ?? '—'}
        {copy && <small>{t('designer.copyOf', { version: (copy.base ?? 0) + 1 })}</small>}
      </td>
      <td className="c-own">{row.owner?.title ?? '—'}</td>
      <td className={row.running > 0 ? 'r' : 'r nothing'} data-label={t('designer.column.running')}>
        {row.running > 0 ? row.running : '—'}
      </td>
      <td>
        {copy ? (
          <div className={copy.lock ? (copy.lock.mine ? 'by now me' : 'by now') : 'by'}>
            {copy.lock && <Avatar name={copy.lock.name} small />}
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
              <small>{t('designer.savedOn', { when: moment(copy.savedAtMs) })}</small>
            </span>
          </div>
        ) : (
          row.inForce && <small>{formatPlainDate(row.inForce.from, locale)}</small>
        )}
      </td>
      <td>
        <RowMenu row={row} below={below} />
      </td>
    </tr>
  );
}

/** What it was taken from, and whether that has a newer version. */
function Origin({ row }: { row: LibraryRow }) {
  const { t } = useI18n();
  const { origin } = row;
  if (!origin) return null;
  const newer = newerOf(row);
  const from = t('designer.origin.from', {
    organisation: origin.organisation.title,
    version: origin.version,
  });
  return (
    <small className="origin">
      <span title={from}>{from}</span>
      {newer && (
        <Link href={links.offered(newer.organisation, newer.regulation)}>
          {t('designer.origin.newer', { version: newer.version })}
        </Link>
      )}
    </small>
  );
}

/** To whom it is offered. */
function Offer({ row: { offer } }: { row: LibraryRow }) {
  const { t } = useI18n();
  if (!offer) return null;
  return (
    <small className="offered">
      <IconSitemap className="ic" aria-hidden="true" />
      {offer.to === 'below'
        ? t('designer.offer.toAll')
        : t('designer.offer.toSome', { count: offer.to.length })}
    </small>
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
