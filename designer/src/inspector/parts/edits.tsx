import { type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../app/say.ts';
import { useEditor } from '../../document/store.ts';
import { Check, Section, Segments } from '../controls.tsx';
import { useSetStage } from '../useSet.ts';

/** What the performer may change in the document, and what becomes of the visas given before. */
export function EditsPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const fields = useEditor(({ regulation }) => regulation.fields);
  const order = useEditor(({ regulation }) => regulation.fieldOrder);
  const { set, unset } = useSetStage(id);
  if (stage?.kind !== 'task') return null;
  const { edits } = stage.settings;
  const path = ['settings', 'edits'];
  return (
    <Section title={t('designer.editsTitle')}>
      <Check
        label={t('designer.mayEdit')}
        value={edits !== undefined}
        onChange={(on) => (on ? set(path, { card: [], files: true, visas: 'keptAndMarked' }) : unset(path))}
      />
      {edits && (
        <>
          <Check
            label={t('designer.editFiles')}
            value={edits.files}
            onChange={(files) => set([...path, 'files'], files)}
          />
          <Check
            label={t('designer.editWholeCard')}
            value={edits.card === 'all'}
            onChange={(all) => set([...path, 'card'], all ? 'all' : [])}
          />
          {edits.card !== 'all' &&
            order.map((field) => {
              const one = fields[field];
              if (!one || edits.card === 'all') return null;
              const { card } = edits;
              return (
                <Check
                  key={field}
                  label={say(one.title)}
                  value={card.includes(field)}
                  onChange={(on) =>
                    set([...path, 'card'], on ? [...card, field] : card.filter((each) => each !== field))
                  }
                />
              );
            })}
          <div className="prop">
            <span>{t('designer.earlierVisas')}</span>
            <Segments
              label={t('designer.earlierVisas')}
              value={edits.visas}
              options={[
                { value: 'keptAndMarked', label: t('designer.visasKept') },
                { value: 'askedAgain', label: t('designer.visasAsked') },
              ]}
              onChange={(visas) => set([...path, 'visas'], visas)}
            />
          </div>
        </>
      )}
    </Section>
  );
}
