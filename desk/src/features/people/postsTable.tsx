import { formatPlainDate, shortName } from '@reglament/i18n';
import { Avatar, Button, Menu, useI18n } from '@reglament/ui';
import { IconDotsVertical } from '@tabler/icons-react';
import { useSay } from '../../shared/text.ts';
import { type Employee, nearAbsence, type Post, type Staff, type Unit } from './staff.ts';

/** What the administrator was asked about: one dialog at a time. */
export type Ask =
  | { what: 'takeOn'; post: Post | null }
  | { what: 'rename' | 'reset' | 'dismiss' | 'absence'; employee: Employee }
  | { what: 'appoint' | 'vacate' | 'tasks'; post: Post }
  | { what: 'post'; post: Post | null; unit: string }
  | { what: 'unit'; unit: Unit }
  | { what: 'newUnit'; organisation: string };

/** Posts as rows: who holds each, roles, absence, open tasks, and what can be done in the row's menu. */
export function PostsTable({
  staff,
  posts,
  today,
  ask,
  units = false,
}: {
  staff: Staff;
  posts: readonly Post[];
  today: string;
  ask: (what: Ask) => void;
  /** says the unit of each post */
  units?: boolean;
}) {
  const { t } = useI18n();
  if (posts.length === 0) return <p className="soft nothing">{t('people.noPosts')}</p>;
  const byId = new Map(staff.employees.map((employee) => [employee.id, employee]));
  return (
    <table className="staffbook">
      <caption className="visually-hidden">{t('people.postsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('people.post')}</th>
          <th scope="col">{t('people.holder')}</th>
          <th scope="col">{t('people.roles')}</th>
          <th scope="col">{t('people.absence')}</th>
          <th scope="col" className="r">
            {t('people.tasks')}
          </th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <Row
            key={post.id}
            staff={staff}
            post={post}
            holder={post.holder ? byId.get(post.holder) : undefined}
            today={today}
            ask={ask}
            unit={units ? staff.units.find(({ id }) => id === post.unit)?.title : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  staff,
  post,
  holder,
  today,
  ask,
  unit,
}: {
  staff: Staff;
  post: Post;
  holder: Employee | undefined;
  today: string;
  ask: (what: Ask) => void;
  unit: string | undefined;
}) {
  const { t, locale } = useI18n();
  const say = useSay();
  const absence = holder && nearAbsence(holder, today);
  const roles = post.roles.map((role) => {
    const known = staff.roles.find(({ id }) => id === role);
    return known ? say(known.title) : role;
  });
  return (
    <tr className={holder ? undefined : 'vacant'}>
      <td>
        {post.title}
        {unit && <small>{unit}</small>}
      </td>
      <th scope="row">
        {holder ? (
          <>
            <Avatar name={holder.name} small />
            <span>
              {holder.name}
              <small>{holder.login ?? t('people.noLogin')}</small>
            </span>
          </>
        ) : (
          <span>{t('people.vacant')}</span>
        )}
      </th>
      <td>{roles.join(', ')}</td>
      <td className={absence ? 'is-away' : 'none'}>
        {absence ? (
          <>
            {t('people.absenceSpan', {
              from: formatPlainDate(absence.from, locale),
              to: formatPlainDate(absence.to, locale),
            })}
            <small>
              {absence.substituteName
                ? t('draft.standsIn', { name: shortName(absence.substituteName) })
                : t('people.noSubstitute')}
            </small>
          </>
        ) : holder ? (
          t('people.present')
        ) : (
          <Button size="small" onClick={() => ask({ what: 'appoint', post })}>
            {t('people.appoint')}
          </Button>
        )}
      </td>
      <td className="r">
        <span className="count">{post.openTasks}</span>
        <Menu
          label={t('people.menuOf', { post: post.title, name: holder?.name ?? t('people.vacant') })}
          className="dots"
          items={[
            ...(post.openTasks > 0
              ? [{ id: 'tasks', label: t('people.openTasks'), run: () => ask({ what: 'tasks', post }) }]
              : []),
            ...(holder
              ? [
                  {
                    id: 'absence',
                    label: t('people.absence'),
                    run: () => ask({ what: 'absence', employee: holder }),
                  },
                  ...(holder.login
                    ? [
                        {
                          id: 'reset',
                          label: t('people.reset'),
                          run: () => ask({ what: 'reset', employee: holder }),
                        },
                      ]
                    : []),
                  {
                    id: 'rename',
                    label: t('people.rename'),
                    run: () => ask({ what: 'rename', employee: holder }),
                  },
                  { id: 'vacate', label: t('people.vacate'), run: () => ask({ what: 'vacate', post }) },
                  {
                    id: 'dismiss',
                    label: t('people.dismiss'),
                    run: () => ask({ what: 'dismiss', employee: holder }),
                  },
                ]
              : [
                  { id: 'appoint', label: t('people.appoint'), run: () => ask({ what: 'appoint', post }) },
                  { id: 'takeOn', label: t('people.takeOn'), run: () => ask({ what: 'takeOn', post }) },
                ]),
            {
              id: 'post',
              label: t('people.changePost'),
              run: () => ask({ what: 'post', post, unit: post.unit }),
            },
          ]}
        >
          <IconDotsVertical className="ic" aria-hidden="true" />
        </Menu>
      </td>
    </tr>
  );
}
