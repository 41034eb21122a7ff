import { PersonPicker, SelectField, TextField, useI18n } from '@reglament/ui';
import { refresh, useCommand } from '@reglament/web';
import { useState } from 'react';
import { FormDialog } from './formDialog.tsx';
import { holderOf, type Staff, type Unit, unitTree } from './staff.ts';

/** A unit, new or changed: title, where it stands, its head and curator. */
export function UnitDialog({
  staff,
  unit,
  organisation,
  close,
}: {
  staff: Staff;
  unit: Unit | null;
  organisation: string;
  close: (made?: string) => void;
}) {
  const { t } = useI18n();
  const create = useCommand('people.createUnit');
  const change = useCommand('people.changeUnit');
  const [title, setTitle] = useState(unit?.title ?? '');
  const [parent, setParent] = useState(unit?.parent ?? '');
  const [head, setHead] = useState<string[]>(unit?.head ? [unit.head] : []);
  const [curator, setCurator] = useState<string[]>(unit?.curator ? [unit.curator] : []);
  const [tried, setTried] = useState(false);
  const options = staff.positions.map((post) => ({
    id: post.id,
    name: holderOf(staff, post.id)?.name ?? t('people.vacant'),
    post: post.title,
    unit: staff.units.find(({ id }) => id === post.unit)?.title ?? '',
  }));
  const send = async () => {
    setTried(true);
    if (!title.trim()) return;
    const done = unit
      ? await change.send({
          params: { id: unit.id },
          body: {
            revision: unit.revision,
            title: title.trim(),
            parent: parent || null,
            head: head[0] ?? null,
            curator: curator[0] ?? null,
          },
        })
      : await create.send({ body: { organisation, title: title.trim(), ...(parent && { parent }) } });
    if (!done) return;
    void refresh('people.list', 'posts.list', 'incidents.list', 'tasks.counts');
    close(done.id);
  };
  return (
    <FormDialog
      title={t(unit ? 'people.changeUnit' : 'people.newUnit')}
      verb={t('common.save')}
      busy={create.busy || change.busy}
      error={create.error ?? change.error}
      close={() => close()}
      send={() => void send()}
    >
      <TextField
        label={t('people.unitTitle')}
        value={title}
        onChange={setTitle}
        required
        {...(tried && !title.trim() && { error: t('people.fill') })}
      />
      <SelectField
        label={t('people.parent')}
        value={parent}
        onChange={setParent}
        options={[
          { value: '', label: t('people.noParent') },
          ...unitTree(staff.units, organisation)
            .filter(({ unit: one }) => one.id !== unit?.id)
            .map(({ unit: one, depth }) => ({
              value: one.id,
              label: `${'\u2003'.repeat(depth)}${one.title}`,
            })),
        ]}
      />
      {unit && (
        <>
          <PersonPicker
            label={t('people.head')}
            placeholder={t('desk.findPost')}
            options={options}
            value={head}
            onChange={setHead}
            max={1}
          />
          <PersonPicker
            label={t('people.curator')}
            hint={t('people.curatorHint')}
            placeholder={t('desk.findPost')}
            options={options}
            value={curator}
            onChange={setCurator}
            max={1}
          />
        </>
      )}
    </FormDialog>
  );
}
