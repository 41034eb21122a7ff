import { formatPlainDate, shortName } from '@reglament/i18n';
import { Button, EmptyState, Menu, type MenuItem, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import {
  IconArchive,
  IconArrowLeft,
  IconBan,
  IconCalendarTime,
  IconCircleCheck,
  IconColumns2,
  IconDots,
  IconEye,
  IconFlask,
  IconHistory,
  IconPencil,
  IconRestore,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/pageTitle.ts';
import { useSay } from '../app/say.ts';
import { useSession } from '../app/session.tsx';
import { todayIn } from '../app/today.ts';
import { useMoment } from '../app/useMoment.ts';
import { actWords } from './actWords.ts';
import { useRestore } from './restore.ts';
import { type VersionRow, type VersionState, versionStates } from './versionStates.ts';
import type { Stored } from './which.ts';
import '../document/editor.css';
import './versions.css';

/** Every published version of a regulation, the newest first, above them its working copy; any two can be compared. */
export default function VersionsPage({ id }: { id: string }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const say = useSay();
  const { organisation } = useSession();
  const moment = useMoment();
  const [, navigate] = useLocation();
  const library = useApiQuery('library.list', {});
  const about = library.data?.rows.find((row) => row.id === id);
  const published = (about?.versions ?? 0) > 0;
  const detail = useApiQuery('regulations.show', { params: { id } }, { enabled: published });
  const [picked, setPicked] = useState<readonly Stored[]>([]);
  const versions = published ? (detail.data?.versions ?? []) : [];
  const latest = versions.at(-1)?.version;
  const restore = useRestore(id, latest);
  const title = about ? say(about.title) : '';
  usePageTitle(t('versions.versionsOf', { title }));
  const error = library.error ?? detail.error;
  if (error) return <PageProblem error={error} retry={() => void library.refetch()} />;
  if (!library.data || (published && !detail.data)) return <Loading />;

  const today = todayIn(organisation.zone);
  const states = versionStates(versions, today, about?.retired !== undefined);
  const copy = about?.workingCopy;
  const name = (which: Stored) =>
    which === 'copy' ? t('versions.copy') : t('versions.version', { version: which });
  const toggle = (which: Stored) =>
    setPicked((now) =>
      now.includes(which) ? now.filter((one) => one !== which) : [...now, which].slice(-2),
    );
  // The older one stands on the left; the working copy is newer than any version.
  const [one, other] = picked.toSorted((a, b) => ageOf(a) - ageOf(b));

  return (
    <div className="vers">
      <header className="ed-bar">
        <Link
          className="icbtn"
          href={links.editor(id)}
          aria-label={t('versions.toDrawing')}
          title={t('versions.toDrawing')}
        >
          <IconArrowLeft className="ic" aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        <span className="meta">{t('versions.title')}</span>
        <span className="push" />
        <span className="meta vers-hint" role="status">
          {picked.length === 0 ? t('versions.pickHint') : picked.length === 1 ? t('versions.pickOne') : ''}
        </span>
        <Button
          variant="primary"
          size="small"
          icon={IconColumns2}
          disabled={one === undefined || other === undefined}
          onClick={() => {
            if (one !== undefined && other !== undefined) navigate(links.diff(id, one, other));
          }}
        >
          {one !== undefined && other !== undefined
            ? t('versions.compareTwo', { one: name(one), other: name(other) })
            : t('versions.compare')}
        </Button>
      </header>
      <main>
        {versions.length === 0 && !copy ? (
          <EmptyState icon={IconHistory} title={t('versions.none')}>
            {t('versions.noneWhy')}
          </EmptyState>
        ) : (
          <div className="vers-scroll">
            <table className="vers-table">
              <caption className="visually-hidden">{t('versions.versionsOf', { title })}</caption>
              <thead>
                <tr>
                  <th scope="col" className="v-pick">
                    <span className="visually-hidden">{t('versions.column.pick')}</span>
                  </th>
                  <th scope="col" className="v-version">
                    {t('versions.column.version')}
                  </th>
                  <th scope="col" className="v-state">
                    {t('versions.column.state')}
                  </th>
                  <th scope="col" className="v-from">
                    {t('versions.column.from')}
                  </th>
                  <th scope="col" className="v-by">
                    {t('versions.column.published')}
                  </th>
                  <th scope="col">{t('versions.column.act')}</th>
                  <th scope="col" className="v-hash">
                    {t('versions.column.hash')}
                  </th>
                  <th scope="col" className="r v-running">
                    {t('versions.column.running')}
                  </th>
                  <th scope="col" className="v-menu">
                    <span className="visually-hidden">{t('versions.column.acts')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {copy && (
                  <tr>
                    <td className="v-pick">
                      <Pick which="copy" name={name('copy')} picked={picked} onToggle={toggle} />
                    </td>
                    <th scope="row">
                      <Link href={links.editor(id)}>{t('versions.copy')}</Link>
                    </th>
                    <td>
                      <span className="chip chip--plain">
                        <IconPencil className="ic" aria-hidden="true" />
                        {t('versions.state.copy')}
                      </span>
                    </td>
                    <td className="no">—</td>
                    <td className="no">—</td>
                    <td className="v-words">
                      {t('versions.copySaved', {
                        name: shortName(copy.savedBy),
                        when: moment(copy.savedAtMs),
                      })}
                    </td>
                    <td className="no">—</td>
                    <td className="r no">—</td>
                    <td>
                      {copy.base !== null && (
                        <RowMenu
                          label={t('designer.actsOf', { title: t('versions.copy') })}
                          items={[
                            {
                              id: 'compare',
                              label: t('versions.compareWithLatest', { version: copy.base }),
                              icon: IconColumns2,
                              run: () => navigate(links.diff(id, copy.base ?? 1, 'copy')),
                            },
                          ]}
                        />
                      )}
                    </td>
                  </tr>
                )}
                {versions.toReversed().map((row) => (
                  <tr key={row.version} className={isGone(states.get(row.version)) ? 'gone' : undefined}>
                    <td className="v-pick">
                      <Pick which={row.version} name={name(row.version)} picked={picked} onToggle={toggle} />
                    </td>
                    <th scope="row">
                      <Link href={links.version(id, row.version)}>
                        {t('versions.version', { version: row.version })}
                      </Link>
                    </th>
                    <td>
                      <StateCell state={states.get(row.version)} row={row} />
                    </td>
                    <td>{formatPlainDate(row.inForceFrom, locale)}</td>
                    <td>
                      {shortName(row.publishedBy)}
                      <small>{moment(row.publishedAtMs)}</small>
                    </td>
                    <td className="v-words">
                      {actWords(row.act, i18n)}
                      {row.comment && <small>{row.comment}</small>}
                      {!row.act && !row.comment && '—'}
                    </td>
                    <td>
                      <code title={row.hash}>{row.hash.slice(0, 8)}</code>
                    </td>
                    <td className="r">{row.running > 0 ? row.running : '—'}</td>
                    <td>
                      <RowMenu
                        label={t('versions.actsOf', { version: row.version })}
                        items={[
                          {
                            id: 'open',
                            label: t('designer.open'),
                            icon: IconEye,
                            run: () => navigate(links.version(id, row.version)),
                          },
                          ...(row.version > 1
                            ? [
                                {
                                  id: 'before',
                                  label: t('versions.compareBefore'),
                                  icon: IconColumns2,
                                  run: () => navigate(links.diff(id, row.version - 1, row.version)),
                                },
                              ]
                            : []),
                          {
                            id: 'restore',
                            label: t('versions.restore'),
                            icon: IconRestore,
                            run: () => restore(row.version),
                          },
                        ]}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </main>
    </div>
  );
}

const ageOf = (which: Stored) => (which === 'copy' ? Number.POSITIVE_INFINITY : which);

function isGone(state: VersionState | undefined): boolean {
  return state !== undefined && ['past', 'withdrawn', 'pilotOver', 'retired'].includes(state.is);
}

function Pick({
  which,
  name,
  picked,
  onToggle,
}: {
  which: Stored;
  name: string;
  picked: readonly Stored[];
  onToggle: (which: Stored) => void;
}) {
  const { t } = useI18n();
  return (
    <label className="v-tick">
      <input
        type="checkbox"
        aria-label={t('versions.pick', { version: name })}
        checked={picked.includes(which)}
        onChange={() => onToggle(which)}
      />
    </label>
  );
}

function RowMenu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  return (
    <Menu label={label} items={items} className="icbtn">
      <IconDots className="ic" aria-hidden="true" />
    </Menu>
  );
}

const shapes = {
  inForce: IconCircleCheck,
  past: IconHistory,
  scheduled: IconCalendarTime,
  withdrawn: IconBan,
  pilot: IconFlask,
  pilotOver: IconFlask,
  retired: IconArchive,
} as const satisfies Record<VersionState['is'], typeof IconBan>;

function StateCell({ state, row }: { state: VersionState | undefined; row: VersionRow }) {
  const { t, locale } = useI18n();
  if (!state) return null;
  const Shape = shapes[state.is];
  const tone =
    state.is === 'inForce' ? ' chip--force' : state.is === 'pilot' ? ' chip--pilot' : ' chip--plain';
  return (
    <>
      <span className={`chip${tone}`}>
        <Shape className="ic" aria-hidden="true" />
        {t(`versions.state.${state.is}`)}
      </span>
      {state.is === 'past' && state.until >= row.inForceFrom && (
        <small>{t('versions.pastUntil', { date: formatPlainDate(state.until, locale) })}</small>
      )}
      {row.pilot && (
        <small>
          {t('versions.pilotUnits', {
            count: row.pilot.units.length,
            date: formatPlainDate(row.pilot.until, locale),
          })}
        </small>
      )}
    </>
  );
}
