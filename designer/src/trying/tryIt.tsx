import { type Slug, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { IconFlask } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { SampleFields } from './sampleFields.tsx';
import { factsRead, rulesOf, sampleOf, takenBy, tryRule } from './trying.ts';
import { Why } from './why.tsx';
import './trying.css';

/** Opens the fields for sample values of what some rules read, and says below what comes of them. */
function TryIt({ rules, children }: { rules: readonly Slug[]; children: ReactNode }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const trying = useEditor((editor) => editor.trying);
  const isEmpty = useEditor(({ regulation, samples }) =>
    factsRead(regulation, rules).every((fact) => sampleOf(regulation, samples, fact) === undefined),
  );
  const [times, setTimes] = useState(0);
  const id = useId();
  return (
    <div className={trying ? 'try is-open' : 'try'}>
      <button
        type="button"
        className="linkbtn try-open"
        aria-expanded={trying}
        {...(trying && { 'aria-controls': id })}
        onClick={() => store.getState().showTrying(!trying)}
      >
        <IconFlask className="ic" aria-hidden="true" />
        {t('designer.try.open')}
      </button>
      {trying && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
        <div role="group" id={id} aria-label={t('designer.try.group')} className="try-fields">
          {/* Cleared fields forget also what was typed and is no value. */}
          <SampleFields key={times} rules={rules} />
          <div className="try-verdict" role="status">
            {children}
          </div>
          <p className="say">
            {t('designer.try.hint')}{' '}
            {!isEmpty && (
              <button
                type="button"
                className="linkbtn"
                onClick={() => {
                  store.getState().clearSamples();
                  setTimes(times + 1);
                }}
              >
                {t('designer.try.clear')}
              </button>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

/** Tries the ordered alternatives of a transition; nothing where no rule decides. */
export function TryTransition({ transition }: { transition: Slug }) {
  const { t } = useI18n();
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  const samples = useEditor((editor) => editor.samples);
  const rules = rulesOf(regulation, transition);
  if (rules.length === 0) return null;
  const taken = takenBy(regulation, transition, samples);
  const to = taken === undefined ? undefined : regulation.transitions[transition]?.alternatives[taken]?.to;
  const stage = to === undefined ? undefined : stageOf(regulation, to);
  return (
    <TryIt rules={rules}>
      {to === undefined
        ? t('designer.try.takenNone')
        : stage
          ? t('designer.try.taken', { to: say(stage.title) })
          : t('designer.try.takenEnd')}
    </TryIt>
  );
}

/** Why an alternative is taken or passed over, while it is tried. */
export function WhyAlternative({ transition, alternative }: { transition: Slug; alternative: Slug }) {
  const { t } = useI18n();
  const regulation = useEditor((editor) => editor.regulation);
  const samples = useEditor((editor) => editor.samples);
  const trying = useEditor((editor) => editor.trying);
  const one = regulation.transitions[transition];
  const way = one?.alternatives[alternative];
  if (!trying || !one || !way || rulesOf(regulation, transition).length === 0) return null;
  const taken = takenBy(regulation, transition, samples);
  if (way.rule === undefined)
    return (
      <p className="why-else">{t(taken === alternative ? 'designer.try.else' : 'designer.try.elseNot')}</p>
    );
  const explained = tryRule(regulation, way.rule, samples);
  if (!explained) return null;
  const before = taken === undefined ? -1 : one.order.indexOf(taken);
  return (
    <>
      <Why explained={explained} />
      {explained.holds && taken !== alternative && (
        <p className="why-else">{t('designer.try.earlier', { number: before + 1 })}</p>
      )}
    </>
  );
}

/** The alternative of a transition that the sample values lead to, while it is tried. */
export function useTaken(transition: Slug | undefined): Slug | undefined {
  return useEditor(({ trying, regulation, samples }) =>
    trying && transition !== undefined && rulesOf(regulation, transition).length > 0
      ? takenBy(regulation, transition, samples)
      : undefined,
  );
}

/** Tries one rule alone, and says in `words` what its answer means. */
export function TryRule({ rule, words }: { rule: Slug; words: 'rule' | 'branch' }) {
  const { t } = useI18n();
  const regulation = useEditor((editor) => editor.regulation);
  const samples = useEditor((editor) => editor.samples);
  const explained = tryRule(regulation, rule, samples);
  if (!explained) return null;
  return (
    <TryIt rules={[rule]}>
      {t(`designer.try.${words}${explained.holds ? 'Holds' : 'Fails'}`)}
      <Why explained={explained} />
    </TryIt>
  );
}
