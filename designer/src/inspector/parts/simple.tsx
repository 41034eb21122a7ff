import { freeId } from '@reglament/editing';
import { type Again, type Nature, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../app/say.ts';
import { useEditor, useEditorStore } from '../../document/store.ts';
import { Check, Prop, Section, Segments, Select } from '../controls.tsx';
import { firstWords } from '../firstWords.ts';
import { useSetStage } from '../useSet.ts';

const natures: readonly Nature[] = ['legal', 'anticorruption', 'financial', 'signing', 'statutory'];
const agains: readonly Again[] = ['kept', 'changed', 'always'];

/** What a stage is by its nature: decides what may never happen by silence. */
export function NaturePart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const nature = useEditor(({ regulation }) => stageOf(regulation, id)?.nature) ?? none;
  const { set, unset } = useSetStage(id);
  return (
    <Section title={t('designer.nature')}>
      <p className="say">{t('designer.natureHint')}</p>
      {natures.map((one) => (
        <Check
          key={one}
          label={t(`designer.natures.${one}`)}
          value={nature.includes(one)}
          onChange={(on) => {
            const next = natures.filter((each) => (each === one ? on : nature.includes(each)));
            if (next.length > 0) set(['nature'], next);
            else unset(['nature']);
          }}
        />
      ))}
    </Section>
  );
}
const none: readonly Nature[] = [];

/** Whom another round asks. */
export function AgainPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const { set } = useSetStage(id);
  if (stage?.kind !== 'task' && stage?.kind !== 'approval') return null;
  return (
    <Section title={t('methodologist.againTitle')}>
      <Select
        label={t('methodologist.againTitle')}
        value={stage.settings.again}
        options={agains.map((value) => ({ value, label: t(`methodologist.again.${value}`) }))}
        onChange={(again) => set(['settings', 'again'], again)}
      />
      {stage.kind === 'task' && (
        <Check
          label={t('designer.isRework')}
          value={stage.settings.rework ?? false}
          onChange={(rework) => set(['settings', 'rework'], rework)}
        />
      )}
    </Section>
  );
}

export function WaitAgainPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const { set } = useSetStage(id);
  if (stage?.kind !== 'wait') return null;
  return (
    <Section title={t('methodologist.againTitle')}>
      <Segments
        label={t('methodologist.againTitle')}
        value={stage.settings.again}
        options={[
          { value: 'kept', label: t('designer.waitKept') },
          { value: 'always', label: t('designer.waitAlways') },
        ]}
        onChange={(again) => set(['settings', 'again'], again)}
      />
    </Section>
  );
}

export function EndAsPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const { set } = useSetStage(id);
  if (stage?.kind !== 'end') return null;
  return (
    <Section title={t('designer.endAs')}>
      <Segments
        label={t('designer.endAs')}
        value={stage.settings.as}
        options={[
          { value: 'completed', label: t('designer.completed') },
          { value: 'annulled', label: t('designer.annulled') },
        ]}
        onChange={(as) => set(['settings', 'as'], as)}
      />
    </Section>
  );
}

/** In which register the number is given; a new register is made here. */
export function RegisterPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const registers = useEditor(({ regulation }) => regulation.registers);
  if (stage?.kind !== 'registration') return null;
  const choose = (register: string) => {
    const path = ['settings', 'register'];
    if (register !== '$new') {
      store.getState().dispatch({ do: 'setStage', id, path, value: register });
      return;
    }
    const made = freeId(store.getState().regulation, 'registers', 'register');
    store.getState().dispatchAll([
      {
        do: 'setPart',
        map: 'registers',
        id: made,
        value: { title: firstWords.register, numberTemplate: '{seq}/{yy}' },
      },
      { do: 'setStage', id, path, value: made },
    ]);
  };
  return (
    <Section title={t('designer.register')}>
      <Prop label={t('designer.registerIn')}>
        {(field) => (
          <Select
            id={field}
            value={stage.settings.register}
            options={[
              ...Object.entries(registers).map(([value, { title }]) => ({ value, label: say(title) })),
              { value: '$new', label: t('designer.newRegister') },
            ]}
            onChange={choose}
          />
        )}
      </Prop>
      <p className="say">{t('designer.registerWhere')}</p>
    </Section>
  );
}
