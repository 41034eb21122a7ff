import { Button, useI18n } from '@reglament/ui';
import { IconLock } from '@tabler/icons-react';
import { useSay } from '../app/say.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { type PlacedProblem, textProblemInWords } from './readText.ts';
import './lockNote.css';

/** Over the drawing while the text is half written: why nothing is edited here, and the way out. */
export function TextLockNote() {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const store = useEditorStore();
  const lock = useEditor((editor) => editor.textLock);
  const regulation = useEditor((editor) => editor.regulation);
  // Between two keys nothing is known yet, and a flash would only frighten.
  if (!lock?.problems) return null;
  const rule = lock.rule === undefined ? undefined : regulation.rules[lock.rule];
  const first = lock.problems[0];
  const where = ({ problem, place: { line } }: PlacedProblem) =>
    problem.code === 'not-json'
      ? t('designer.text.waitsUnread', { line })
      : t('designer.text.waitsLine', { line, words: textProblemInWords(problem, regulation, i18n, say) });
  return (
    <div className="canvas-note" role="status">
      <IconLock className="ic" aria-hidden="true" />
      <p>
        <b>{rule ? t('designer.ruleJson.waits', { title: say(rule.title) }) : t('designer.text.waits')}</b>{' '}
        {first && <span>{where(first)} </span>}
        <span>{t('designer.text.waitsWhy')}</span>
      </p>
      <Button size="small" onClick={() => store.getState().lockForText(null)}>
        {t('designer.text.takeBack')}
      </Button>
    </div>
  );
}
