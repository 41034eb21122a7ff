import { freeId } from '@reglament/editing';
import {
  opensRound,
  type Regulation,
  type ReturnPolicy,
  type Slug,
  stageOf,
  type Text,
} from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../app/say.ts';
import { type OutcomeState, outcomesWithWays, outcomeWords } from '../document/outcomes.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { useProblems } from '../problems/problems.ts';
import { ProblemWords } from '../problems/problemWords.tsx';
import { TryTransition, useTaken, WhyAlternative } from '../trying/tryIt.tsx';
import { rulesOf } from '../trying/trying.ts';
import { Check, Fold, MemberList, moved, Prop, Section, Select } from './controls.tsx';
import { RuleEditor } from './document/rules.tsx';
import { firstWords } from './firstWords.ts';

const policies: readonly ReturnPolicy[] = ['R1', 'R2', 'R5'];

/** Where each outcome of a stage leads: ordered alternatives, the last one without a condition. */
export function WaysPart({ id }: { id: Slug }) {
  const { t } = useI18n();
  const regulation = useEditor((editor) => editor.regulation);
  const outcomes = outcomesWithWays(regulation, id);
  if (outcomes.length === 0) return null;
  return (
    <Section title={t('designer.ways')}>
      {outcomes.map((outcome) => (
        <OutcomeWays key={outcome.id} from={id} outcome={outcome} />
      ))}
    </Section>
  );
}

function OutcomeWays({ from, outcome }: { from: Slug; outcome: OutcomeState }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const editor = store.getState();
  const key = outcome.transition;
  const transition = key === undefined ? undefined : regulation.transitions[key];
  const taken = useTaken(key);
  return (
    <div className="way-of">
      <p className="way-outcome">{outcomeWords(outcome, i18n, say)}</p>
      {transition && key !== undefined ? (
        <>
          <TryTransition transition={key} />
          <MemberList
            label={outcomeWords(outcome, i18n, say)}
            members={transition.order.map((alternative) => ({
              id: alternative,
              title: targetWords(regulation, transition.alternatives[alternative]?.to ?? '', t, say),
            }))}
            taken={taken === undefined ? undefined : { id: taken, words: t('designer.try.here') }}
            onMove={(alternative, by) =>
              editor.dispatch({
                do: 'reorderAlternatives',
                transition: key,
                order: moved(transition.order, alternative, by),
              })
            }
            onRemove={(alternative) =>
              void editor.dispatch({ do: 'removeAlternative', transition: key, alternative })
            }
          >
            {(alternative) => (
              <>
                <WhyAlternative transition={key} alternative={alternative} />
                <Fold title={ruleWords(regulation, key, alternative, t, say)}>
                  {() => <WayEditor transition={key} alternative={alternative} />}
                </Fold>
              </>
            )}
          </MemberList>
        </>
      ) : (
        <p className="say">{t('designer.nowhere')}</p>
      )}
      {!readOnly && (
        <button
          type="button"
          className="linkbtn"
          onClick={() => editor.choose({ ask: 'target', from, outcome: outcome.id })}
        >
          {transition ? t('designer.addAlternative') : t('designer.leadTo')}
        </button>
      )}
    </div>
  );
}

type T = ReturnType<typeof useI18n>['t'];
type Say = (text: Text) => string;

function targetWords(regulation: Regulation, to: Slug, t: T, say: Say): string {
  const stage = stageOf(regulation, to);
  return `→ ${stage ? say(stage.title) : to === '$end' ? t('methodologist.branchEnd') : to}`;
}

function ruleWords(regulation: Regulation, transition: Slug, alternative: Slug, t: T, say: Say): string {
  const one = regulation.transitions[transition];
  const way = one?.alternatives[alternative];
  const rule = way?.rule === undefined ? undefined : regulation.rules[way.rule];
  if (rule) return t('methodologist.when', { rule: say(rule.title) });
  return (one?.order.length ?? 0) > 1 ? t('methodologist.otherwise') : t('designer.always');
}

/** One alternative: its condition, target, and on a way back whom the next round asks. */
export function WayEditor({ transition, alternative }: { transition: Slug; alternative: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const one = regulation.transitions[transition];
  const way = one?.alternatives[alternative];
  if (!one || !way) return null;
  const { rule } = way;
  const dispatch = store.getState().dispatch;
  const at = { transition, alternative };
  const back = opensRound(regulation, transition, alternative) || way.policy !== undefined;
  const home = stageOf(regulation, one.from)?.parent;
  const targets = regulation.stageOrder.filter((id) => {
    const parent = stageOf(regulation, id)?.parent;
    return (parent?.block === home?.block && parent?.branch === home?.branch) || id === way.to;
  });
  const setRule = (rule: string) => {
    if (rule !== '$new')
      return void dispatch({ do: 'setAlternative', ...at, rule: rule === '' ? null : rule });
    const id = freeId(regulation, 'rules', 'rule');
    store.getState().dispatchAll([
      {
        do: 'setPart',
        map: 'rules',
        id,
        value: {
          title: firstWords.rule,
          when: { all: [{ fact: 'document.round', operator: 'greaterThan', value: 1 }] },
        },
      },
      { do: 'setAlternative', ...at, rule: id },
    ]);
  };
  return (
    <div className="way-editor">
      <Prop label={t('designer.wayTo')}>
        {(field) => (
          <Select
            id={field}
            value={way.to}
            options={[
              ...(home ? [{ value: '$end', label: t('methodologist.branchEnd') }] : []),
              ...targets.map((value) => ({
                value,
                label: say(stageOf(regulation, value)?.title ?? { ru: value, en: value }),
              })),
            ]}
            onChange={(to) => dispatch({ do: 'retarget', ...at, to })}
          />
        )}
      </Prop>
      <Prop label={t('designer.wayRule')}>
        {(field) => (
          <Select
            id={field}
            value={way.rule ?? ''}
            options={[
              {
                value: '',
                label: one.order.length > 1 ? t('methodologist.otherwise') : t('designer.always'),
              },
              ...Object.entries(regulation.rules).map(([value, { title }]) => ({ value, label: say(title) })),
              { value: '$new', label: t('designer.newRule') },
            ]}
            onChange={setRule}
          />
        )}
      </Prop>
      {rule !== undefined && Object.hasOwn(regulation.rules, rule) && (
        <Fold title={t('designer.editRule')}>{() => <RuleEditor id={rule} />}</Fold>
      )}
      {back && (
        <Prop label={t('methodologist.againTitle')}>
          {(field) => (
            <Select
              id={field}
              value={way.policy ?? 'R1'}
              options={policies.map((value) => ({ value, label: t(`methodologist.policy.${value}`) }))}
              onChange={(policy) =>
                dispatch({ do: 'setAlternative', ...at, policy: policy === 'R1' ? null : policy })
              }
            />
          )}
        </Prop>
      )}
      <Check
        label={t('designer.cycle')}
        value={way.cycle ?? false}
        onChange={(cycle) => dispatch({ do: 'setAlternative', ...at, cycle })}
      />
    </div>
  );
}

/** A way out chosen on the drawing. */
export function WayInspector({ transition, alternative }: { transition: Slug; alternative: Slug }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const problems = useProblems().filter(({ element }) => element?.transition === transition);
  const one = regulation.transitions[transition];
  const from = one && stageOf(regulation, one.from);
  if (!one || !from) return null;
  const outcome = outcomesWithWays(regulation, one.from).find(({ id }) => id === one.outcome);
  const editor = store.getState();
  return (
    <>
      <div className="insp-head">
        <div className="insp-kind">{t('designer.wayOf', { title: say(from.title) })}</div>
        <h2>{outcome ? outcomeWords(outcome, i18n, say) : one.outcome}</h2>
        <ProblemWords problems={problems} />
      </div>
      <Section title={t('designer.properties')}>
        <WayEditor transition={transition} alternative={alternative} />
        <TryTransition transition={transition} />
        <WhyAlternatives transition={transition} />
      </Section>
      <Section title={t('designer.acts')}>
        <button type="button" className="linkbtn" onClick={() => editor.goTo(one.from)}>
          {t('designer.toStage', { title: say(from.title) })}
        </button>
        {!readOnly && (
          <>
            <button
              type="button"
              className="linkbtn"
              onClick={() => editor.choose({ ask: 'insert', transition, alternative })}
            >
              {t('designer.insertHere')}
            </button>
            <button
              type="button"
              className="linkbtn"
              onClick={() => void editor.dispatch({ do: 'removeAlternative', transition, alternative })}
            >
              {t('designer.removeWay')}
            </button>
          </>
        )}
      </Section>
    </>
  );
}

/** All alternatives of a transition with why each is taken or not, while it is tried. */
function WhyAlternatives({ transition }: { transition: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  const taken = useTaken(transition);
  const isTried = useEditor(({ trying }) => trying) && rulesOf(regulation, transition).length > 0;
  const one = regulation.transitions[transition];
  if (!isTried || !one) return null;
  return (
    <MemberList
      label={t('designer.try.alternatives')}
      members={one.order.map((id) => ({
        id,
        title: targetWords(regulation, one.alternatives[id]?.to ?? '', t, say),
      }))}
      taken={taken === undefined ? undefined : { id: taken, words: t('designer.try.here') }}
    >
      {(alternative) => <WhyAlternative transition={transition} alternative={alternative} />}
    </MemberList>
  );
}
