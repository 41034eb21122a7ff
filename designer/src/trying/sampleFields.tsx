import { parseFact, type RuleValue, type Slug, testsOf, typeOfFact } from '@reglament/regulation';
import {
  DateField,
  MoneyField,
  PersonPicker,
  SelectField,
  type SelectOption,
  TextField,
  useI18n,
} from '@reglament/ui';
import { personOption, useApiQuery, usePosts } from '@reglament/web';
import { useState } from 'react';
import { useSay } from '../app/say.ts';
import { positionName } from '../app/staff.ts';
import { factWords, optionsOf } from '../document/facts.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { factsRead, sampleOf } from './trying.ts';

/** A field for the sample value of each fact that some rules read; empty ones are absent facts. */
export function SampleFields({ rules }: { rules: readonly Slug[] }) {
  const regulation = useEditor((editor) => editor.regulation);
  return factsRead(regulation, rules).map((fact) => <SampleField key={fact} fact={fact} />);
}

function SampleField({ fact }: { fact: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const value = useEditor((editor) => sampleOf(editor.regulation, editor.samples, fact));
  const parsed = parseFact(fact);
  const field = parsed?.of === 'card' ? regulation.fields[parsed.field] : undefined;
  const label = field ? say(field.title) : factWords(regulation, fact, i18n, say);
  const set = (next: RuleValue | undefined) => store.getState().sample(fact, next);
  const write = (text: string) => set(text === '' ? undefined : text);
  const text = typeof value === 'string' ? value : '';
  const pick = (options: readonly SelectOption[]) => (
    <SelectField
      label={label}
      value={text}
      placeholder={t('designer.try.none')}
      options={withOwn(options, text)}
      onChange={write}
    />
  );
  const options = optionsOf(regulation, fact, i18n, say);
  if (options) return pick(options);
  if (parsed?.of === 'code') return <StaffSample name={parsed.name}>{pick}</StaffSample>;
  switch (typeOfFact(regulation, fact)) {
    case 'number':
      return (
        <NumberSample label={label} value={typeof value === 'number' ? value : undefined} onChange={set} />
      );
    case 'money':
      return (
        <MoneyField
          label={label}
          value={typeof value === 'object' && 'amount' in value ? value.amount : null}
          onChange={(minor) => set(minor === null ? undefined : { amount: minor, currency: 'RUB' })}
        />
      );
    case 'date':
      return <DateField label={label} value={text} onChange={write} />;
    case 'flag':
      return (
        <SelectField
          label={label}
          value={value === undefined ? '' : String(value)}
          placeholder={t('designer.try.none')}
          options={[
            { value: 'true', label: t('designer.yes') },
            { value: 'false', label: t('designer.no') },
          ]}
          onChange={(next) => set(next === '' ? undefined : next === 'true')}
        />
      );
    case 'posts':
      return <PostsSample fact={fact} label={label} value={value} onChange={set} />;
    default:
      return <TextField label={label} value={text} onChange={write} placeholder={t('designer.try.none')} />;
  }
}

/** Units by their ids, posts by their codes: what these facts hold. */
function StaffSample({
  name,
  children,
}: {
  name: 'initiator.unit' | 'initiator.post';
  children: (options: readonly SelectOption[]) => React.ReactNode;
}) {
  const staff = useApiQuery('units.list', {}, { staleTime: 300_000 });
  if (name === 'initiator.unit')
    return children((staff.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title })));
  return children(
    (staff.data?.positions ?? []).map((post) => ({
      value: positionName(post),
      label: `${post.title}, ${post.unit}`,
    })),
  );
}

/** Posts of the organisation, and those that the rules name though nobody here knows them. */
function PostsSample({
  fact,
  label,
  value,
  onChange,
}: {
  fact: string;
  label: string;
  value: RuleValue | undefined;
  onChange: (value: RuleValue | undefined) => void;
}) {
  const { t } = useI18n();
  const rules = useEditor(({ regulation }) => regulation.rules);
  const known = usePosts(true).map(personOption);
  const named = Object.values(rules)
    .flatMap(({ when }) => testsOf(when))
    .flatMap(({ test }) => (test.fact === fact && typeof test.value === 'string' ? [test.value] : []));
  const strangers = [...new Set(named)].filter((id) => known.every((one) => one.id !== id));
  return (
    <PersonPicker
      label={label}
      placeholder={t('designer.try.none')}
      options={[...known, ...strangers.map((id) => ({ id, name: id, post: '' }))]}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(ids) => onChange(ids.length === 0 ? undefined : ids)}
    />
  );
}

/** A number, or nothing; what is no number is said and is no value. */
function NumberSample({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { t, locale } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')));
  const wrong = typed !== null && !Number.isFinite(read(typed) ?? 0);
  const shown =
    value === undefined
      ? ''
      : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
  return (
    <TextField
      label={label}
      value={typed ?? shown}
      inputMode="decimal"
      autoComplete="off"
      placeholder={t('designer.try.none')}
      error={wrong ? t('designer.try.numberWrong') : undefined}
      onChange={(text) => {
        setTyped(text);
        const number = read(text);
        onChange(number !== undefined && Number.isFinite(number) ? number : undefined);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

/** The options, and the value itself when it is none of them any more. */
function withOwn(options: readonly SelectOption[], value: string): readonly SelectOption[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}
