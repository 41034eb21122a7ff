import { type Problem, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { fixOf } from './fixes.ts';
import { problemKey, useProblems } from './problems.ts';
import { ProblemIcon } from './problemWords.tsx';
import { problemInWords } from './words.ts';

/** Every problem of the document: a press chooses what it is about and centres it, a fix is one more press away. */
export function ProblemList() {
  const { t } = useI18n();
  const problems = useProblems();
  return problems.length === 0 ? (
    <p className="soft">{t('designer.noProblems')}</p>
  ) : (
    <ul className="problems">
      {problems.map((problem) => (
        <Line key={problemKey(problem)} problem={problem} />
      ))}
    </ul>
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
            if ('run' in fix) editor.dispatchAll(fix.run);
            else editor.choose({ ask: 'target', ...fix.choose });
          }}
        >
          {t(`designer.fix.${fix.words}`)}
        </button>
      )}
    </li>
  );
}
