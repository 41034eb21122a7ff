import { shortName } from '@reglament/i18n';
import { PersonPicker, useI18n } from '@reglament/ui';
import { useState } from 'react';
import { useSay } from '../../app/say.ts';
import { positionName, type Staff, titleOfRole, useStaff } from '../../app/staff.ts';
import { useEditor } from '../../document/store.ts';
import { Prop, Select, Words } from '../controls.tsx';

const ownRole = '$own';
/** What a regulation and a staff list may call a role. */
export const roleCode = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** «Юрист: Юдина Т. С.»: what a role is called and who holds it. */
export function useRoleWords(): (code: string, elsewhere?: boolean) => string {
  const { t } = useI18n();
  const say = useSay();
  const staff = useStaff();
  return (code, elsewhere = false) => {
    const role = say(titleOfRole(code, staff));
    if (elsewhere || staff === undefined) return role;
    const { holders = [], held = 0, elsewhere: far } = staff.roles.find((one) => one.code === code) ?? {};
    if (held === 0) return t(far ? 'designer.roleElsewhere' : 'designer.roleOfNobody', { role });
    const who = holders.map(shortName).join(', ');
    const more = held - holders.length;
    return t(more > 0 ? 'designer.roleOfMany' : 'designer.roleOf', { role, who, more });
  };
}

/** Roles to choose from, those held here first, each by its name in the order of the alphabet. */
export function useRolesOffered(): readonly string[] {
  const { locale } = useI18n();
  const say = useSay();
  const staff = useStaff();
  const compare = new Intl.Collator(locale).compare;
  const named = (role: Staff['roles'][number]) => say(titleOfRole(role.code, staff));
  return [...(staff?.roles ?? [])]
    .sort((a, b) => Number(b.held > 0) - Number(a.held > 0) || compare(named(a), named(b)))
    .map(({ code }) => code);
}

/** A role by its name, with those who hold it; one that nobody holds yet is typed. */
export function RoleChoice({
  value,
  elsewhere,
  onChange,
}: {
  value: string | null;
  /** the role is held in another organisation, whose people are not shown */
  elsewhere: boolean;
  onChange: (role: string) => void;
}) {
  const { t } = useI18n();
  const words = useRoleWords();
  const offered = useRolesOffered();
  const [own, setOwn] = useState(false);
  const strange = value !== null && !offered.includes(value);
  return (
    <>
      <Prop label={t('designer.role')}>
        {(field) => (
          <Select
            id={field}
            value={own ? ownRole : (value ?? '')}
            options={[
              ...(value === null ? [{ value: '', label: t('designer.chooseRole') }] : []),
              ...(strange ? [value] : []).map((code) => ({ value: code, label: words(code, elsewhere) })),
              ...offered.map((code) => ({ value: code, label: words(code, elsewhere) })),
              { value: ownRole, label: t('designer.ownRole') },
            ]}
            onChange={(role) => {
              setOwn(role === ownRole);
              if (role !== ownRole && role !== '') onChange(role);
            }}
          />
        )}
      </Prop>
      {own && (
        <>
          <Prop label={t('designer.roleCode')}>
            {(field) => (
              <Words
                id={field}
                value={strange ? value : ''}
                optional
                most={64}
                onChange={(role) => {
                  if (roleCode.test(role)) onChange(role);
                }}
              />
            )}
          </Prop>
          <p className="say">{t('designer.roleCodeHint')}</p>
        </>
      )}
      {value === null && !own && <p className="say">{t('designer.roleNotChosen')}</p>}
    </>
  );
}

/** A position out of the staff list, found by its title, unit or holder. */
export function PositionChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (position: string) => void;
}) {
  const { t } = useI18n();
  const staff = useStaff();
  const readOnly = useEditor((editor) => editor.readOnly);
  const posts = (staff?.positions ?? []).map((one) => ({
    id: positionName(one),
    name: one.holder ?? '',
    post: one.title,
    unit: one.unit,
  }));
  const chosen = posts.find(({ id }) => id === value);
  const strange = staff !== undefined && value !== null && chosen === undefined;
  if (readOnly)
    return (
      <p className="say">
        {t('designer.positionCode')}: {chosen ? `${chosen.post}, ${chosen.unit}` : value}
      </p>
    );
  return (
    <>
      <PersonPicker
        label={t('designer.positionCode')}
        placeholder={t('designer.choosePosition')}
        options={posts}
        value={chosen ? [chosen.id] : []}
        max={1}
        byPost
        onChange={([position]) => {
          if (position !== undefined) onChange(position);
        }}
      />
      {value === null && <p className="say">{t('designer.positionNotChosen')}</p>}
      {strange && <p className="say">{t('designer.positionUnknown', { position: value })}</p>}
    </>
  );
}

/** Roles that read every sent document: taken out one by one, added by their names. */
export function RolesChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly string[];
  onChange: (roles: readonly string[]) => void;
}) {
  const { t } = useI18n();
  const words = useRoleWords();
  const offered = useRolesOffered();
  const readOnly = useEditor((editor) => editor.readOnly);
  return (
    <div className="roles">
      <p className="sub">{label}</p>
      {value.length > 0 && (
        <ul className="members" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <div className="member">
                <span className="member-title">{words(code)}</span>
                {!readOnly && (
                  <button
                    type="button"
                    className="linkbtn"
                    aria-label={t('designer.takeOut', { title: words(code) })}
                    title={t('designer.takeOut', { title: words(code) })}
                    onClick={() => onChange(value.filter((one) => one !== code))}
                  >
                    ✕
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {readOnly ? (
        value.length === 0 && <p className="say">{t('designer.none')}</p>
      ) : (
        <Select
          label={t('designer.addReader')}
          value=""
          options={[
            { value: '', label: t('designer.addReader') },
            ...offered
              .filter((code) => !value.includes(code))
              .map((code) => ({ value: code, label: words(code) })),
          ]}
          onChange={(code) => {
            if (code !== '') onChange([...value, code]);
          }}
        />
      )}
    </div>
  );
}
