import type { TaskDetail, TaskRow } from '@reglament/api';
import { Button, useHotkeys, useI18n, useToast } from '@reglament/ui';
import { wordError } from '@reglament/web';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { links } from '../../app/links.ts';
import type { Choice } from '../../decision/choices.ts';
import { useChoiceWords, useDoneWords } from '../../decision/choiceWords.ts';
import { digitKeys } from '../../decision/digitKeys.ts';
import { useDecision } from '../../decision/useDecision.ts';
import { isRework, useTask } from '../../decision/useTask.ts';

const MOST = 2;

/** What can be done from the row: taking a common task, or the two most likely decisions of the current one. */
export function QuickActs({
  row,
  active,
  take,
  ask,
}: {
  row: TaskRow;
  active: boolean;
  take: (row: TaskRow) => void;
  ask: ((choice: string) => void) | undefined;
}) {
  const { t } = useI18n();
  const { detail } = useTask(active ? row.id : undefined);
  if (row.abilities.take)
    return (
      <>
        <span className="acts acts--always">
          <Button className="btn--row" keys="t" onClick={() => take(row)}>
            {t('tasks.take')}
          </Button>
        </span>
        {detail && <Decisions detail={detail} ask={ask} keysOnly />}
      </>
    );
  return detail ? <Decisions detail={detail} ask={ask} /> : null;
}

/** With a reading pane it decides there; without one a plain decision is sent at once, the rest opens the task's form. */
function Decisions({
  detail,
  ask,
  keysOnly = false,
}: {
  detail: TaskDetail;
  ask: ((choice: string) => void) | undefined;
  /** the row has no room for buttons, the keys of the pane's buttons work all the same */
  keysOnly?: boolean;
}) {
  const i18n = useI18n();
  const word = useChoiceWords();
  const done = useDoneWords();
  const toast = useToast();
  const [, navigate] = useLocation();
  const decision = useDecision(detail, (decided, choice) =>
    toast({ text: done(choice, decided, detail.documentTitle) }),
  );
  const { choices, error } = decision;
  useEffect(() => {
    if (error) toast({ text: wordError(error, i18n) });
  }, [error, toast, i18n]);

  const returned = isRework(detail);
  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    if (returned) return navigate(links.task(detail.row.id));
    if (ask) ask(choice.id);
    else if (choice.direct) decision.choose(choice);
    else navigate(`${links.task(detail.row.id)}?decide=${encodeURIComponent(choice.id)}`);
  };
  useHotkeys(digitKeys((index) => run(choices[index])));
  if (keysOnly) return null;
  if (returned)
    return (
      <span className="acts">
        <Button className="btn--row" keys="1" onClick={() => run(choices[0])}>
          {i18n.t(detail.remarks.some(({ status }) => status === 'open') ? 'rework.answer' : 'rework.rework')}
        </Button>
      </span>
    );
  return (
    <span className="acts">
      {choices.slice(0, MOST).map((choice, index) => (
        <Button
          key={choice.id}
          className="btn--row"
          keys={String(index + 1)}
          busy={decision.busy}
          onClick={() => run(choice)}
        >
          {word(choice)}
        </Button>
      ))}
    </span>
  );
}
