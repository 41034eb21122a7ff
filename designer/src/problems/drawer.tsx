import { type Problem, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconChevronUp,
} from '@tabler/icons-react';
import { useSay } from '../app/say.ts';
import { useFrame } from '../document/frame.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { Zoom } from '../document/zoom.tsx';
import { fixOf } from './fixes.ts';
import { useProblems } from './problems.ts';
import { ProblemIcon } from './problemWords.tsx';
import { problemInWords } from './words.ts';

/** The bottom bar with the counts of problems, and their list when it is open: a press chooses and centres. */
export function ProblemsDrawer({ known }: { known: boolean }) {
  const { t } = useI18n();
  const frame = useFrame();
  const problems = useProblems();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <section className="drawer" aria-label={t('designer.problems')}>
      <div className="drawer-bar">
        <button
          type="button"
          className="toggle"
          aria-expanded={frame.problemsOpen}
          onClick={frame.toggleProblems}
        >
          {frame.problemsOpen ? (
            <IconChevronDown className="ic" aria-hidden="true" />
          ) : (
            <IconChevronUp className="ic" aria-hidden="true" />
          )}
          {t('designer.problems')}
        </button>
        <span role="status" className="counts">
          {known && errors === 0 && (
            <span className="cnt cnt--ok">
              <IconCheck className="ic" aria-hidden="true" />
              {t('designer.noErrors')}
            </span>
          )}
          {errors > 0 && (
            <span className="cnt cnt--err">
              <IconAlertCircle className="ic" aria-hidden="true" />
              {t('designer.errors', { count: errors })}
            </span>
          )}
          {warnings > 0 && (
            <span className="cnt cnt--warn">
              <IconAlertTriangle className="ic" aria-hidden="true" />
              {t('designer.warnings', { count: warnings })}
            </span>
          )}
        </span>
        <span className="push" />
        <Zoom />
      </div>
      {frame.problemsOpen && (
        <div className="drawer-body">
          {problems.length === 0 ? (
            <p className="soft">{t('designer.noProblems')}</p>
          ) : (
            <ul className="problems">
              {problems.map((problem) => (
                <Line key={`${problem.code} ${problem.at.join('/')}`} problem={problem} />
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

function Line({ problem }: { problem: Problem }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const regulation = useEditor((editor) => editor.regulation);
  const readOnly = useEditor((editor) => editor.readOnly);
  const { element } = problem;
  const transition =
    element?.transition === undefined ? undefined : regulation.transitions[element.transition];
  const id = element?.stage ?? transition?.from;
  const stage = id === undefined ? undefined : stageOf(regulation, id);
  const fix = readOnly ? null : fixOf(problem, regulation);
  const place = stage
    ? say(stage.title)
    : element
      ? Object.entries(element)
          .map(([what, name]) => `${t(`designer.element.${what as 'rule'}`)} «${name}»`)
          .join(', ')
      : t('designer.regulation');
  const go = () => {
    const editor = store.getState();
    if (stage && id !== undefined) editor.goTo(id);
    else editor.select({ of: 'nothing' });
    const alternative = transition?.order[0];
    if (element?.transition !== undefined && alternative !== undefined)
      editor.select({ of: 'way', transition: element.transition, alternative });
  };
  return (
    <li className={problem.severity === 'error' ? 'err' : 'warn'}>
      <ProblemIcon severity={problem.severity} />
      <button type="button" className="problem-go" onClick={go}>
        <b>{problemInWords(problem, regulation, i18n, say)}</b>
        <small>{place}</small>
      </button>
      {fix && (
        <button
          type="button"
          className="linkbtn"
          onClick={() => {
            const editor = store.getState();
            if ('run' in fix) editor.dispatch(fix.run);
            else editor.choose({ ask: 'target', ...fix.choose });
          }}
        >
          {t(`designer.fix.${fix.words}`)}
        </button>
      )}
    </li>
  );
}
