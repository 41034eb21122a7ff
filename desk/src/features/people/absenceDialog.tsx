import { formatPlainDate, shortName } from '@reglament/i18n';
import { Button, DateField, PersonPicker, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, refresh, useCommand } from '@reglament/web';
import { useState } from 'react';
import { FormDialog } from './formDialog.tsx';
import type { Employee, Staff } from './staff.ts';

/** When somebody is away and who decides for him meanwhile; what was entered before can be taken back. */
export function AbsenceDialog({
  staff,
  employee,
  close,
}: {
  staff: Staff;
  employee: Employee;
  close: () => void;
}) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const create = useCommand('absences.create');
  const remove = useCommand('absences.delete');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [substitute, setSubstitute] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const wrong = from && to && to < from;
  const done = () => refresh('people.list', 'posts.list', 'incidents.list', 'tasks.list', 'tasks.counts');
  const send = async () => {
    setTried(true);
    if (!from || !to || wrong) return;
    const [stands] = substitute;
    const made = await create.send({
      body: { employee: employee.id, from, to, ...(stands && { substitute: stands }) },
    });
    if (!made) return;
    toast({ text: t('people.absenceSaved', { name: shortName(employee.name) }) });
    void done();
    close();
  };
  const others = staff.employees.filter(({ id, dismissed }) => id !== employee.id && !dismissed);
  const posts = new Map(staff.positions.map((post) => [post.holder, post.title]));
  return (
    <FormDialog
      title={t('people.absenceOf', { name: shortName(employee.name) })}
      verb={t('people.absenceEnter')}
      cancel={t('common.close')}
      busy={create.busy}
      error={create.error}
      close={close}
      send={() => void send()}
    >
      {employee.absences.length > 0 && (
        <ul className="absences">
          {employee.absences.map((absence) => (
            <li key={absence.id}>
              <span>
                {t('people.absenceSpan', {
                  from: formatPlainDate(absence.from, locale),
                  to: formatPlainDate(absence.to, locale),
                })}
                {absence.substituteName &&
                  `, ${t('draft.standsIn', { name: shortName(absence.substituteName) })}`}
              </span>
              <Button
                size="small"
                busy={remove.busy}
                onClick={() =>
                  void remove.send({ params: { id: absence.id } }).then((gone) => {
                    if (!gone) return;
                    toast({ text: t('people.absenceRemoved', { name: shortName(employee.name) }) });
                    void done();
                  })
                }
              >
                {t('people.absenceRemove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ProblemLine error={remove.error} />
      <div className="dates">
        <DateField
          label={t('people.from')}
          value={from}
          onChange={setFrom}
          required
          {...(tried && !from && { error: t('people.fill') })}
        />
        <DateField
          label={t('people.to')}
          value={to}
          onChange={setTo}
          required
          {...(((tried && !to) || wrong) && { error: t(wrong ? 'people.datesWrong' : 'people.fill') })}
        />
      </div>
      <PersonPicker
        label={t('people.substitute')}
        hint={t('people.substituteHint')}
        placeholder={t('desk.findPost')}
        options={others.map(({ id, name }) => ({ id, name, post: posts.get(id) ?? '', unit: '' }))}
        value={substitute}
        onChange={setSubstitute}
        max={1}
      />
    </FormDialog>
  );
}
