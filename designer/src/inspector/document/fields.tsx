import { freeAmong } from '@reglament/editing';
import { type Field, type FieldType, fieldTypes, type Slug } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../app/say.ts';
import { BothWords, Check, Fold, MemberList, moved, OptionalBoth, Prop, Select } from '../controls.tsx';
import { firstWords } from '../firstWords.ts';

/** Fields of a card or of a form, in their order. */
export function FieldList({
  fields,
  order,
  onChange,
}: {
  fields: Readonly<Record<Slug, Field>>;
  order: readonly Slug[];
  onChange: (fields: Readonly<Record<Slug, Field>>, order: readonly Slug[]) => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  const add = () => {
    const key = freeAmong((taken) => Object.hasOwn(fields, taken), 'field');
    const field: Field = { type: 'text', title: firstWords.field };
    onChange({ ...fields, [key]: field }, [...order, key]);
  };
  return (
    <MemberList
      label={t('designer.fields')}
      members={order.map((id) => ({ id, title: fields[id] ? say(fields[id].title) : id }))}
      onMove={(id, by) => onChange(fields, moved(order, id, by))}
      onRemove={(id) =>
        onChange(
          Object.fromEntries(Object.entries(fields).filter(([each]) => each !== id)),
          order.filter((each) => each !== id),
        )
      }
      add={{ label: t('designer.addField'), run: add }}
    >
      {(id, fresh) => {
        const field = fields[id];
        if (!field) return null;
        return (
          <Fold
            startOpen={fresh}
            title={[t(`methodologist.type.${field.type}`), field.required && t('designer.requiredField')]
              .filter(Boolean)
              .join(', ')}
          >
            {() => (
              <FieldEditor field={field} onChange={(next) => onChange({ ...fields, [id]: next }, order)} />
            )}
          </Fold>
        );
      }}
    </MemberList>
  );
}

function FieldEditor({ field, onChange }: { field: Field; onChange: (field: Field) => void }) {
  const { t } = useI18n();
  const say = useSay();
  const { hint, options, optionOrder, required, ...bare } = field;
  const retype = (type: FieldType) => {
    const plain = { ...bare, type, ...(hint && { hint }), ...(required && { required }) };
    onChange(
      type === 'choice'
        ? {
            ...plain,
            options: options ?? { first: { title: firstWords.firstOption } },
            optionOrder: optionOrder ?? ['first'],
          }
        : plain,
    );
  };
  const order = optionOrder ?? [];
  const writeOptions = (next: NonNullable<Field['options']>, list: readonly string[]) =>
    onChange({ ...field, options: next, optionOrder: list });
  const addOption = () => {
    const key = freeAmong((taken) => Object.hasOwn(options ?? {}, taken), 'option');
    writeOptions({ ...options, [key]: { title: firstWords.option } }, [...order, key]);
  };
  return (
    <div className="field-editor">
      <BothWords
        label={t('designer.fieldTitle')}
        value={field.title}
        onChange={(title) => onChange({ ...field, title })}
      />
      <Prop label={t('designer.fieldType')}>
        {(id) => (
          <Select
            id={id}
            value={field.type}
            options={fieldTypes.map((type) => ({ value: type, label: t(`methodologist.type.${type}`) }))}
            onChange={retype}
          />
        )}
      </Prop>
      <Check
        label={t('designer.required')}
        value={required ?? false}
        onChange={(on) => {
          const { required: _, ...rest } = field;
          onChange(on ? { ...rest, required: true } : rest);
        }}
      />
      <OptionalBoth
        label={t('designer.hint')}
        value={hint}
        onChange={(next) => {
          const { hint: _, ...rest } = field;
          onChange(next ? { ...rest, hint: next } : rest);
        }}
      />
      {field.type === 'choice' && (
        <MemberList
          label={t('designer.options')}
          members={order.map((id) => ({ id, title: options?.[id] ? say(options[id].title) : id }))}
          onMove={(id, by) => writeOptions(options ?? {}, moved(order, id, by))}
          {...(order.length > 1 && {
            onRemove: (id: string) =>
              writeOptions(
                Object.fromEntries(Object.entries(options ?? {}).filter(([each]) => each !== id)),
                order.filter((each) => each !== id),
              ),
          })}
          add={{ label: t('designer.addOption'), run: addOption }}
        >
          {(id) => {
            const option = options?.[id];
            if (!option) return null;
            return (
              <BothWords
                label={t('designer.optionTitle')}
                value={option.title}
                onChange={(title) => writeOptions({ ...options, [id]: { title } }, order)}
              />
            );
          }}
        </MemberList>
      )}
    </div>
  );
}
