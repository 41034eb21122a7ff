import type { Evidence } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { OptionalBoth, Prop, Select } from './controls.tsx';

const tags = ['FIELD', 'LAW+', 'LAW?', 'STD', 'PR', 'A'] as const;

/** Where a fact comes from: its tag and its basis in words. */
export function EvidenceEditor({
  value,
  onChange,
  required = false,
}: {
  value: Evidence | undefined;
  onChange: (value: Evidence | null) => void;
  required?: boolean;
}) {
  const { t } = useI18n();
  return (
    <>
      <Prop label={t('designer.evidence')}>
        {(id) => (
          <Select
            id={id}
            value={value?.tag ?? ''}
            options={[
              ...(required ? [] : [{ value: '' as const, label: t('designer.noEvidence') }]),
              ...tags.map((tag) => ({ value: tag, label: t(`methodologist.tag.${tag}`) })),
            ]}
            onChange={(tag) => onChange(tag === '' ? null : { ...value, tag })}
          />
        )}
      </Prop>
      {value && (
        <OptionalBoth
          label={t('designer.basisWords')}
          value={value.basis}
          long
          onChange={(basis) => onChange(basis ? { tag: value.tag, basis } : { tag: value.tag })}
        />
      )}
    </>
  );
}
