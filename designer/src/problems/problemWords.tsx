import type { Problem } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useSay } from '../app/say.ts';
import { useEditor } from '../document/store.ts';
import { problemKey } from './problems.ts';
import { problemInWords } from './words.ts';

/** Problems of one element, in words under its name. */
export function ProblemWords({ problems }: { problems: readonly Problem[] }) {
  const i18n = useI18n();
  const say = useSay();
  const regulation = useEditor((editor) => editor.regulation);
  if (problems.length === 0) return null;
  return (
    <ul className="own-problems">
      {problems.map((problem) => (
        <li key={problemKey(problem)} className={problem.severity === 'error' ? 'err' : 'warn'}>
          <ProblemIcon severity={problem.severity} />
          {problemInWords(problem, regulation, i18n, say)}
        </li>
      ))}
    </ul>
  );
}

export function ProblemIcon({ severity }: { severity: Problem['severity'] }) {
  const Shape = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return <Shape className="ic" aria-hidden="true" />;
}
