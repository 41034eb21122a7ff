import { formatPlainDate, shortName } from '@reglament/i18n';
import type { Slug } from '@reglament/regulation';
import { Avatar, useI18n } from '@reglament/ui';
import { api, useApiQuery } from '@reglament/web';
import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { useEditor } from '../document/store.ts';
import { Select } from './controls.tsx';

/** Through whose eyes participants are looked at: a unit of the organisation. One for the whole designer. */
const useEyes = create<{ unit: string; look: (unit: string) => void }>((set) => ({
  unit: '',
  look: (unit) => set({ unit }),
}));

/** The real people that participants lead to today, through the eyes of a unit: vacant, absent and unknown ones said so. */
export function PeoplePreview({ participants: slots }: { participants: readonly Slug[] }) {
  const { t, locale } = useI18n();
  const units = useApiQuery('units.list', {}, { staleTime: 300_000 });
  const { unit, look } = useEyes();
  const all = useEditor(({ regulation }) => regulation.participants);
  const eyes = unit || units.data?.rows[0]?.id || '';
  const asked = Object.fromEntries(slots.flatMap((slot) => (all[slot] ? [[slot, { ...all[slot] }]] : [])));
  const found = useQuery({
    // What somebody is called does not change who he is: typing a name asks nobody.
    queryKey: [
      'workingCopies.people',
      Object.entries(asked).map(([id, one]) => ({ ...one, id, title: '' })),
      eyes,
    ],
    queryFn: () => api.call('workingCopies.people', { body: { participants: asked, unit: eyes } }),
    enabled: eyes !== '' && Object.keys(asked).length > 0,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    retry: false,
  });
  if (!units.data || units.data.rows.length === 0) return null;
  return (
    <div className="preview">
      <Select
        label={t('designer.throughEyes')}
        value={eyes}
        options={units.data.rows.map(({ id, title }) => ({
          value: id,
          label: t('designer.eyesOf', { unit: title }),
        }))}
        onChange={look}
      />
      <ul className="people" aria-label={t('designer.peopleToday')}>
        {found.data?.rows
          .filter(({ slot }) => slots.includes(slot))
          .flatMap(({ slot, people, reason }) => {
            if (reason !== undefined && people.length === 0)
              return [
                <li key={slot} className={reason === 'nobody' ? 'gap' : undefined}>
                  <span className="who who--s" aria-hidden="true">
                    ?
                  </span>
                  <span>{t(`designer.preview.${reason}`)}</span>
                </li>,
              ];
            return people.map((person) => (
              <li key={`${slot} ${person.post}`} className={person.vacant ? 'gap' : undefined}>
                {person.name ? (
                  <Avatar name={person.name} small />
                ) : (
                  <span className="who who--s" aria-hidden="true">
                    ?
                  </span>
                )}
                <span>
                  {person.name ? shortName(person.name) : person.postTitle}
                  <br />
                  <small>{person.name ? person.postTitle : t('designer.preview.vacant')}</small>
                </span>
                {person.absent && (
                  <small>
                    {person.absent.until
                      ? t('designer.preview.absentUntil', {
                          date: formatPlainDate(person.absent.until, locale),
                        })
                      : t('designer.preview.absent')}
                    {person.absent.substitute &&
                      `, ${t('designer.preview.substitute', { name: shortName(person.absent.substitute) })}`}
                  </small>
                )}
              </li>
            ));
          })}
      </ul>
      {found.error && <p className="say">{t('designer.preview.failed')}</p>}
    </div>
  );
}
