import { dayKey } from '@reglament/i18n';
import { Button, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { AbsenceDialog } from './absenceDialog.tsx';
import { Dismiss, Rename, ResetPassword, TakeOn } from './employeeDialogs.tsx';
import { Appoint, OpenTasks, PostDialog, Vacate } from './postDialogs.tsx';
import { type Ask, PostsTable } from './postsTable.tsx';
import { findPosts, holderOf, NO_POST, type Staff, type Unit, unitTree, withoutPost } from './staff.ts';
import { UnitDialog } from './unitDialog.tsx';
import { Unposted } from './unposted.tsx';
import './people.css';

/** People of the organisations: units at the left, the posts of one at the right. */
export default function PeoplePage() {
  const { t } = useI18n();
  const people = useApiQuery('people.list', {});
  usePageTitle(t('people.section'));
  if (people.data) return <People staff={people.data} />;
  if (people.error)
    return (
      <div className="page">
        <PageProblem error={people.error} retry={() => void people.refetch()} />
      </div>
    );
  return <PageSkeleton />;
}

const unitLink = (id: string) => `${links.people}?unit=${encodeURIComponent(id)}`;

function People({ staff }: { staff: Staff }) {
  const { t } = useI18n();
  const { nowMs, zone } = useWhen();
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('unit');
  const [typed, setTyped] = useState('');
  const [ask, setAsk] = useState<Ask | null>(null);
  const today = dayKey(nowMs, zone);
  const first = staff.organisations.flatMap(({ id }) => unitTree(staff.units, id))[0]?.unit;
  const unit = staff.units.find(({ id }) => id === asked) ?? (asked === NO_POST ? undefined : first);
  const loose = withoutPost(staff);
  const found = typed.trim() ? findPosts(staff, typed) : null;
  const close = () => setAsk(null);

  return (
    <div className="staff" data-chosen={asked !== null || undefined}>
      <nav className="units" aria-label={t('people.units')}>
        <div className="units-head">
          <h1>{t('people.section')}</h1>
          <Button
            variant="quiet"
            size="small"
            icon={IconPlus}
            onClick={() =>
              setAsk({
                what: 'newUnit',
                organisation: unit?.organisation ?? staff.organisations[0]?.id ?? '',
              })
            }
          >
            {t('people.unit')}
          </Button>
        </div>
        <label className="seek">
          <IconSearch className="ic" aria-hidden="true" />
          <input
            type="search"
            value={typed}
            placeholder={t('people.find')}
            aria-label={t('people.find')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <ul className="tree">
          {staff.organisations.map((organisation) => (
            <li key={organisation.id}>
              <h2>{organisation.title}</h2>
              <ul>
                {unitTree(staff.units, organisation.id).map(({ unit: one, depth }) => (
                  <UnitLine
                    key={one.id}
                    staff={staff}
                    unit={one}
                    depth={depth}
                    chosen={one.id === unit?.id && found === null}
                    open={() => setTyped('')}
                  />
                ))}
              </ul>
            </li>
          ))}
          {loose.length > 0 && (
            <li>
              <Link
                className="u"
                href={unitLink(NO_POST)}
                aria-current={asked === NO_POST && found === null ? 'page' : undefined}
                onClick={() => setTyped('')}
              >
                <b>{t('people.noPost')}</b>
                <span className="n">{loose.length}</span>
              </Link>
            </li>
          )}
        </ul>
      </nav>
      <section className="unit-page" aria-labelledby="unit-title">
        {found ? (
          <>
            <header className="unit-head">
              <h2 id="unit-title">{t('people.found', { count: found.length })}</h2>
            </header>
            <PostsTable staff={staff} posts={found} today={today} ask={setAsk} units />
          </>
        ) : unit ? (
          <UnitView staff={staff} unit={unit} today={today} ask={setAsk} />
        ) : (
          <>
            <header className="unit-head">
              <h2 id="unit-title">{t('people.noPost')}</h2>
            </header>
            <Unposted people={loose} ask={setAsk} />
          </>
        )}
      </section>
      {ask?.what === 'takeOn' && <TakeOn post={ask.post} close={close} />}
      {ask?.what === 'rename' && <Rename employee={ask.employee} close={close} />}
      {ask?.what === 'reset' && <ResetPassword employee={ask.employee} close={close} />}
      {ask?.what === 'dismiss' && <Dismiss employee={ask.employee} close={close} />}
      {ask?.what === 'absence' && (
        <AbsenceDialog
          staff={staff}
          employee={staff.employees.find(({ id }) => id === ask.employee.id) ?? ask.employee}
          close={close}
        />
      )}
      {ask?.what === 'post' && <PostDialog staff={staff} post={ask.post} unit={ask.unit} close={close} />}
      {ask?.what === 'appoint' && <Appoint staff={staff} post={ask.post} close={close} />}
      {ask?.what === 'vacate' && <Vacate post={ask.post} close={close} />}
      {ask?.what === 'tasks' && <OpenTasks post={ask.post} close={close} />}
      {ask?.what === 'unit' && (
        <UnitDialog staff={staff} unit={ask.unit} organisation={ask.unit.organisation} close={close} />
      )}
      {ask?.what === 'newUnit' && (
        <UnitDialog
          staff={staff}
          unit={null}
          organisation={ask.organisation}
          close={(made) => {
            close();
            if (made) navigate(unitLink(made));
          }}
        />
      )}
    </div>
  );
}

function UnitLine({
  staff,
  unit,
  depth,
  chosen,
  open,
}: {
  staff: Staff;
  unit: Unit;
  depth: number;
  chosen: boolean;
  open: () => void;
}) {
  const { t } = useI18n();
  const posts = staff.positions.filter((post) => post.unit === unit.id);
  const vacant = posts.filter(({ holder }) => holder === null).length;
  const head = holderOf(staff, unit.head);
  return (
    <li>
      <Link
        className="u"
        style={{ '--depth': depth } as React.CSSProperties}
        href={unitLink(unit.id)}
        aria-current={chosen ? 'page' : undefined}
        onClick={open}
      >
        <b>{unit.title}</b>
        <span className="n">{posts.length}</span>
        <span className={vacant > 0 || !head ? 'lead gap' : 'lead'}>
          {[head ? head.name : t('people.noHead'), vacant > 0 && t('people.vacantCount', { count: vacant })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}

function UnitView({
  staff,
  unit,
  today,
  ask,
}: {
  staff: Staff;
  unit: Unit;
  today: string;
  ask: (what: Ask) => void;
}) {
  const { t } = useI18n();
  const head = holderOf(staff, unit.head);
  const curator = holderOf(staff, unit.curator);
  return (
    <>
      <header className="unit-head">
        <div>
          <Link className="up" href={links.people}>
            {t('people.units')}
          </Link>
          <h2 id="unit-title">{unit.title}</h2>
          <p>
            {t('people.headIs')}{' '}
            {head ? <b>{head.name}</b> : <span className="gap">{t('people.nobody')}</span>}
            {', '}
            {t('people.curatorIs')}{' '}
            {curator ? <b>{curator.name}</b> : <span className="gap">{t('people.nobody')}</span>}
          </p>
        </div>
        <Button onClick={() => ask({ what: 'unit', unit })}>{t('people.change')}</Button>
      </header>
      <PostsTable
        staff={staff}
        posts={staff.positions.filter((post) => post.unit === unit.id)}
        today={today}
        ask={ask}
      />
      <p className="add">
        <Button
          variant="quiet"
          size="small"
          icon={IconPlus}
          onClick={() => ask({ what: 'post', post: null, unit: unit.id })}
        >
          {t('people.newPost')}
        </Button>
        <Button
          variant="quiet"
          size="small"
          icon={IconPlus}
          onClick={() => ask({ what: 'takeOn', post: null })}
        >
          {t('people.takeOnFree')}
        </Button>
      </p>
    </>
  );
}
