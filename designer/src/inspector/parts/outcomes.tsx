import { freeAmong } from '@reglament/editing';
import { type OutcomeTone, type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../../app/say.ts';
import { useEditor } from '../../document/store.ts';
import { BothWords, MemberList, moved, Section, Segments } from '../controls.tsx';
import { firstWords } from '../firstWords.ts';
import { useSetStage } from '../useSet.ts';

const tones: readonly OutcomeTone[] = ['forward', 'return', 'annul'];

/** How a task can end: each outcome by its words and what it means for the way. */
export function OutcomesPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const { set } = useSetStage(id);
  if (stage?.kind !== 'task') return null;
  const { outcomes, outcomeOrder } = stage.settings;
  const write = (next: Partial<typeof stage.settings>) => set(['settings'], { ...stage.settings, ...next });
  const add = () => {
    const key = freeAmong((taken) => Object.hasOwn(outcomes, taken), 'outcome');
    write({
      outcomes: { ...outcomes, [key]: { title: firstWords.outcome, tone: 'return' } },
      outcomeOrder: [...outcomeOrder, key],
    });
  };
  return (
    <Section title={t('methodologist.outcomes')}>
      <MemberList
        label={t('methodologist.outcomes')}
        members={outcomeOrder.map((key) => ({
          id: key,
          title: outcomes[key] ? say(outcomes[key].title) : key,
        }))}
        onMove={(key, by) => write({ outcomeOrder: moved(outcomeOrder, key, by) })}
        {...(outcomeOrder.length > 1 && {
          onRemove: (key: string) =>
            write({
              outcomes: Object.fromEntries(Object.entries(outcomes).filter(([each]) => each !== key)),
              outcomeOrder: outcomeOrder.filter((each) => each !== key),
            }),
        })}
        add={{ label: t('designer.addOutcome'), run: add }}
      >
        {(key) => {
          const outcome = outcomes[key];
          if (!outcome) return null;
          return (
            <>
              <BothWords
                label={t('designer.outcomeTitle')}
                value={outcome.title}
                onChange={(title) => set(['settings', 'outcomes', key, 'title'], title)}
              />
              <Segments
                label={t('designer.tone')}
                value={outcome.tone}
                options={tones.map((tone) => ({ value: tone, label: t(`designer.tones.${tone}`) }))}
                onChange={(tone) => set(['settings', 'outcomes', key, 'tone'], tone)}
              />
            </>
          );
        }}
      </MemberList>
    </Section>
  );
}
