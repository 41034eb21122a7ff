import { freeId } from '@reglament/editing';
import { deadlineOf, type Slug, stageModels, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { lazy, Suspense } from 'react';
import { useSay } from '../../app/say.ts';
import { useEditor, useEditorStore } from '../../document/store.ts';
import { Check, Prop, Section, Select } from '../controls.tsx';
import { DeadlineTerm, LapseEditor } from '../document/deadlines.tsx';
import { useSetStage } from '../useSet.ts';

// The calendar and its arithmetic come when dates are shown.
const TermDates = lazy(() => import('../termDates.tsx'));

/** Stages that share a deadline: a change is theirs too. */
function useSharers(deadline: Slug | undefined): number {
  return useEditor(({ regulation }) =>
    deadline === undefined
      ? 0
      : regulation.stageOrder.filter((each) => {
          const stage = stageOf(regulation, each);
          return stage !== undefined && deadlineOf(stage) === deadline;
        }).length,
  );
}

/** How long a stage has: one of the regulation's deadlines, or one of its own. */
export function TermPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const deadline = useEditor(({ regulation }) => {
    const stage = stageOf(regulation, id);
    return stage && deadlineOf(stage);
  });
  const deadlines = useEditor(({ regulation }) => regulation.deadlines);
  const readOnly = useEditor((editor) => editor.readOnly);
  const sharers = useSharers(deadline);
  if (deadline === undefined) return null;
  const own = deadlines[deadline];
  const path = ['settings', 'deadline'];
  const separate = () => {
    const { regulation } = store.getState();
    const title = stageOf(regulation, id)?.title;
    const made = freeId(regulation, 'deadlines', id);
    store.getState().dispatchAll([
      { do: 'setPart', map: 'deadlines', id: made, value: { ...own, ...(title && { title }) } },
      { do: 'setStage', id, path, value: made },
    ]);
  };
  return (
    <Section title={t('methodologist.term')}>
      <Prop label={t('designer.whichTerm')}>
        {(field) => (
          <Select
            id={field}
            value={deadline}
            options={Object.entries(deadlines).map(([value, { title }]) => ({ value, label: say(title) }))}
            onChange={(value) => store.getState().dispatch({ do: 'setStage', id, path, value })}
          />
        )}
      </Prop>
      {sharers > 1 && (
        <p className="say">
          {t('designer.sharedTerm', { count: sharers })}{' '}
          {!readOnly && (
            <button type="button" className="linkbtn" onClick={separate}>
              {t('designer.ownTerm')}
            </button>
          )}
        </p>
      )}
      {own && (
        <>
          <DeadlineTerm id={deadline} deadline={own} />
          <Suspense fallback={null}>
            <TermDates deadline={own} />
          </Suspense>
        </>
      )}
    </Section>
  );
}

/** What silence does: actions around the lapse; for an approval also whether a late decision is taken. */
export function SilencePart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const stage = useEditor(({ regulation }) => stageOf(regulation, id));
  const deadline = stage && deadlineOf(stage);
  const own = useEditor(({ regulation }) =>
    deadline === undefined ? undefined : regulation.deadlines[deadline],
  );
  const { set } = useSetStage(id);
  if (!stage || deadline === undefined || !own) return null;
  const forbids = !stageModels[stage.kind].allowsAutoVisa || (stage.nature ?? []).length > 0;
  const auto = own.onLapse.some((action) => action.do === 'autoVisa');
  return (
    <Section title={t('designer.onLapse')}>
      <LapseEditor id={deadline} deadline={own} noAutoVisa={forbids && !auto} />
      {auto && <p className="say">{t('designer.autoVisaWords')}</p>}
      {stage.kind === 'approval' && (
        <Check
          label={t('designer.lateDecisions')}
          value={stage.settings.lateDecisions}
          onChange={(late) => set(['settings', 'lateDecisions'], late)}
        />
      )}
    </Section>
  );
}
