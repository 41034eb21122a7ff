import type { CardRow, CardValueRow, FieldRow, PostRow } from '@reglament/api';
import {
  DateField,
  FlagField,
  MoneyField,
  PersonPicker,
  SelectField,
  TextArea,
  TextField,
  useI18n,
} from '@reglament/ui';
import { personOption, usePosts } from '@reglament/web';
import { innKey } from './cardErrors.ts';
import { useSay } from './text.ts';
import './shared.css';

/** Fields of a card to be filled, in one column. `errors`: words under a field by its id (`innKey` for a taxpayer number). */
export function CardFields({
  fields,
  card,
  onChange,
  errors = {},
}: {
  fields: readonly FieldRow[];
  card: CardRow;
  /** `undefined` empties the field */
  onChange: (field: string, value: CardValueRow | undefined) => void;
  errors?: Readonly<Record<string, string | undefined>>;
}) {
  const people = usePosts(fields.some(({ type }) => type === 'posts'));
  return (
    <div className="stack card-fields">
      {fields.map((field) => (
        <CardField
          key={field.id}
          field={field}
          value={card[field.id]}
          onChange={(value) => onChange(field.id, value)}
          error={errors[field.id]}
          innError={errors[innKey(field.id)]}
          people={people}
        />
      ))}
    </div>
  );
}

function CardField({
  field,
  value,
  onChange,
  error,
  innError,
  people,
}: {
  field: FieldRow;
  value: CardValueRow | undefined;
  onChange: (value: CardValueRow | undefined) => void;
  error: string | undefined;
  innError: string | undefined;
  people: readonly PostRow[];
}) {
  const { t } = useI18n();
  const say = useSay();
  const words = {
    label: say(field.title),
    ...(field.hint && { hint: say(field.hint) }),
    ...(error && { error }),
    ...(field.required && { required: true }),
  };
  const text = typeof value === 'string' ? value : '';
  const write = (next: string) => onChange(next === '' ? undefined : next);
  switch (field.type) {
    case 'longText':
      return <TextArea {...words} value={text} onChange={write} rows={4} />;
    case 'date':
      return <DateField {...words} value={text} onChange={write} />;
    case 'flag':
      return <FlagField {...words} value={value === true} onChange={onChange} />;
    case 'number':
      return (
        <TextField
          {...words}
          inputMode="decimal"
          value={typeof value === 'number' ? String(value) : text}
          onChange={(next) => {
            const number = Number(next.replace(',', '.'));
            onChange(
              next.trim() === '' ? undefined : Number.isFinite(number) && !/[.,]$/.test(next) ? number : next,
            );
          }}
        />
      );
    case 'money':
      return (
        <MoneyField
          {...words}
          value={typeof value === 'object' && 'amount' in value ? value.amount : null}
          onChange={(minor) => onChange(minor === null ? undefined : { amount: minor, currency: 'RUB' })}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...words}
          value={text}
          placeholder={t('common.choose')}
          options={(field.options ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
          onChange={write}
        />
      );
    case 'party': {
      const party = typeof value === 'object' && 'inn' in value ? value : { name: '', inn: '' };
      const change = (next: { name: string; inn: string }) =>
        onChange(next.name === '' && next.inn === '' ? undefined : next);
      return (
        <div className="party">
          <TextField {...words} value={party.name} onChange={(name) => change({ ...party, name })} />
          <TextField
            label={t('desk.inn')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={party.inn}
            error={innError}
            {...(field.hint && { hint: t('desk.innHint') })}
            onChange={(inn) => change({ ...party, inn: inn.replace(/\D/g, '') })}
          />
        </div>
      );
    }
    case 'posts':
      return (
        <PersonPicker
          {...words}
          placeholder={t('desk.findPost')}
          options={people.map(personOption)}
          value={Array.isArray(value) ? value : []}
          onChange={(ids) => onChange(ids.length === 0 ? undefined : ids)}
        />
      );
    case 'link':
      return (
        <TextField
          {...words}
          type="url"
          inputMode="url"
          value={text}
          onChange={write}
          placeholder="https://"
        />
      );
    default:
      return <TextField {...words} value={text} onChange={write} />;
  }
}
