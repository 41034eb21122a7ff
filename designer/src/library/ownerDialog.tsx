import type { LibraryRow } from '@reglament/api';
import { shortName } from '@reglament/i18n';
import { SelectField, useI18n } from '@reglament/ui';
import { ProblemLine, useApiQuery, useCommand } from '@reglament/web';
import { useState } from 'react';
import { FormDialog } from '../app/formDialog.tsx';
import { useSay } from '../app/say.ts';

/** Names the unit that answers for a regulation. */
export function OwnerDialog({
  row,
  onClose,
  onDone,
}: {
  row: LibraryRow;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { t, locale } = useI18n();
  const say = useSay();
  const units = useApiQuery('units.list', {}, { staleTime: 300_000 });
  const assign = useCommand('regulations.assignOwner');
  const [unit, setUnit] = useState(row.owner?.id ?? '');
  const [asked, setAsked] = useState(false);
  const { owner } = row;
  const listed = units.data?.rows ?? [];
  // A unit in which nobody works any more is still the owner until another is named.
  const options = owner && !listed.some(({ id }) => id === owner.id) ? [owner, ...listed] : listed;

  const send = async () => {
    setAsked(true);
    if (unit === '') return;
    const title = options.find(({ id }) => id === unit)?.title ?? '';
    const done = await assign.send({ params: { id: row.id }, body: { unit } });
    if (done) onDone(t('designer.owner.done', { unit: title }));
  };

  return (
    <FormDialog
      title={t('designer.owner.title', { title: say(row.title) })}
      act={t('designer.owner.assign')}
      busy={assign.busy}
      onSubmit={send}
      onClose={onClose}
    >
      <SelectField
        label={t('designer.owner.unit')}
        required
        value={unit}
        options={options.map(({ id, title }) => ({ value: id, label: title }))}
        placeholder={t('designer.choose')}
        onChange={setUnit}
        hint={
          owner &&
          t('designer.owner.by', {
            name: shortName(owner.by),
            date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(owner.atMs),
          })
        }
        error={asked && unit === '' ? t('designer.owner.missing') : undefined}
      />
      <ProblemLine error={assign.error ?? units.error} />
    </FormDialog>
  );
}
