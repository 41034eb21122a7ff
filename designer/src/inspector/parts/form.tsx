import type { Field, Slug } from '@reglament/regulation';
import { stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useEditor } from '../../document/store.ts';
import { Section } from '../controls.tsx';
import { FieldList } from '../document/fields.tsx';
import { useSetStage } from '../useSet.ts';

/** What the performer fills with his decision: kept with it, no part of the document's version. */
export function FormPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const { set } = useSetStage(id);
  if (stage?.kind !== 'task') return null;
  const { form, formOrder, ...rest } = stage.settings;
  const write = (next: Readonly<Record<Slug, Field>>, order: readonly Slug[]) =>
    set(['settings'], order.length === 0 ? rest : { ...rest, form: next, formOrder: order });
  return (
    <Section title={t('designer.form')}>
      <p className="say">{t('designer.formHint')}</p>
      <FieldList fields={form ?? {}} order={formOrder ?? []} onChange={write} />
    </Section>
  );
}
