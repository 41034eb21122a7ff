import { formatDue } from '@reglament/i18n';
import { Button, Chip, Dialog, PersonPicker, SelectField, TextField, useI18n } from '@reglament/ui';
import { PageProblem, refresh, useApiPages, useCommand } from '@reglament/web';
import { useState } from 'react';
import { useWhen } from '../../app/clock.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { HandOver } from '../../decision/handOver.tsx';
import { More } from '../../shared/more.tsx';
import { useSay } from '../../shared/text.ts';
import { TakeOn } from './employeeDialogs.tsx';
import { FormDialog } from './formDialog.tsx';
import { type Post, type Staff, unitTree } from './staff.ts';

const changed = () =>
  refresh('people.list', 'posts.list', 'incidents.list', 'tasks.list', 'tasks.counts', 'session.show');

/** A post, new or changed: title, unit, roles. */
export function PostDialog({
  staff,
  post,
  unit,
  close,
}: {
  staff: Staff;
  /** null: a new one in `unit` */
  post: Post | null;
  unit: string;
  close: () => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const create = useCommand('people.createPosition');
  const change = useCommand('people.changePosition');
  const [title, setTitle] = useState(post?.title ?? '');
  const [within, setWithin] = useState(post?.unit ?? unit);
  const [roles, setRoles] = useState<readonly string[]>(post?.roles ?? []);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!title.trim()) return;
    const body = { title: title.trim(), unit: within, roles: [...roles] };
    const done = post
      ? await change.send({ params: { id: post.id }, body: { revision: post.revision, ...body } })
      : await create.send({ body });
    if (!done) return;
    void changed();
    close();
  };
  return (
    <FormDialog
      title={t(post ? 'people.changePost' : 'people.newPost')}
      verb={t('common.save')}
      busy={create.busy || change.busy}
      error={create.error ?? change.error}
      close={close}
      send={() => void send()}
    >
      <TextField
        label={t('people.postTitle')}
        value={title}
        onChange={setTitle}
        required
        {...(tried && !title.trim() && { error: t('people.fill') })}
      />
      <SelectField
        label={t('people.unit')}
        value={within}
        onChange={setWithin}
        options={staff.organisations.flatMap(({ id }) =>
          unitTree(staff.units, id).map(({ unit: one, depth }) => ({
            value: one.id,
            label: `${'\u2003'.repeat(depth)}${one.title}`,
          })),
        )}
      />
      <fieldset className="roles">
        <legend>{t('people.roles')}</legend>
        {staff.roles.map((role) => (
          <label key={role.id}>
            <input
              type="checkbox"
              checked={roles.includes(role.id)}
              onChange={(event) =>
                setRoles(
                  event.target.checked ? [...roles, role.id] : roles.filter((other) => other !== role.id),
                )
              }
            />
            {say(role.title)}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** Puts somebody in a vacant post: an employee who is here already and leaves no other post by it, or somebody new. */
export function Appoint({ staff, post, close }: { staff: Staff; post: Post; close: () => void }) {
  const { t } = useI18n();
  const change = useCommand('people.changePosition');
  const [who, setWho] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [isNew, setNew] = useState(false);
  if (isNew) return <TakeOn post={post} close={close} />;
  const posts = new Map(staff.positions.map((one) => [one.holder, one.title]));
  const send = async () => {
    setTried(true);
    const [holder] = who;
    if (!holder) return;
    const body = { revision: post.revision, holder };
    if (!(await change.send({ params: { id: post.id }, body }))) return;
    void changed();
    close();
  };
  return (
    <FormDialog
      title={t('people.appointTo', { post: post.title })}
      verb={t('people.appoint')}
      busy={change.busy}
      error={change.error}
      close={close}
      send={() => void send()}
    >
      <PersonPicker
        label={t('people.who')}
        hint={t('people.appointHint')}
        placeholder={t('desk.findPost')}
        options={staff.employees
          .filter(({ dismissed }) => !dismissed)
          .map(({ id, name }) => ({ id, name, post: posts.get(id) ?? t('people.noPost'), unit: '' }))}
        value={who}
        onChange={setWho}
        max={1}
        {...(tried && who.length === 0 && { error: t('people.fill') })}
      />
      <p className="not-listed">
        {t('people.notListed')}{' '}
        <Button size="small" type="button" onClick={() => setNew(true)}>
          {t('people.takeOnNew')}
        </Button>
      </p>
    </FormDialog>
  );
}

/** Makes a post vacant; what waits there becomes incidents. */
export function Vacate({ post, close }: { post: Post; close: () => void }) {
  const { t } = useI18n();
  const change = useCommand('people.changePosition');
  const send = async () => {
    const body = { revision: post.revision, holder: null };
    if (!(await change.send({ params: { id: post.id }, body }))) return;
    void changed();
    close();
  };
  return (
    <FormDialog
      title={t('people.vacateOf', { post: post.title })}
      verb={t('people.vacate')}
      busy={change.busy}
      error={change.error}
      close={close}
      send={() => void send()}
    >
      <p className="soft">{t('people.vacateWhy')}</p>
    </FormDialog>
  );
}

/** Open tasks of a post, without titles: what an administrator may hand over. */
export function OpenTasks({ post, close }: { post: Post; close: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const list = useApiPages('people.openTasks', { params: { id: post.id }, query: { limit: '50' } });
  const [handing, setHanding] = useState<(typeof list.rows)[number] | null>(null);
  if (handing)
    return <HandOver row={{ ...handing, title: say(handing.stageTitle) }} close={() => setHanding(null)} />;
  return (
    <Dialog
      title={t('people.tasksOf', { post: post.title })}
      onClose={close}
      wide
      actions={
        <Button variant="quiet" onClick={close}>
          {t('common.close')}
        </Button>
      }
    >
      <p className="soft">{t('people.tasksBlind')}</p>
      {list.loading ? (
        <PageSkeleton />
      ) : list.error ? (
        <PageProblem error={list.error} retry={list.retry} />
      ) : list.rows.length === 0 ? (
        <p>{t('people.noTasks')}</p>
      ) : (
        <ul className="absences">
          {list.rows.map((row) => (
            <li key={row.id}>
              <span>
                <b>{say(row.stageTitle)}</b>
                <small>{say(row.regulationTitle)}</small>
                {row.overdue ? (
                  <Chip status="overdue">
                    {t('document.wasDue', { due: formatDue(row.dueAtMs, when, i18n) })}
                  </Chip>
                ) : (
                  <small>{formatDue(row.dueAtMs, when, i18n)}</small>
                )}
              </span>
              <Button size="small" onClick={() => setHanding(row)}>
                {t('task.handOver')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
    </Dialog>
  );
}
