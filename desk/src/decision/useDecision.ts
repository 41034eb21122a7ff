import { type AnswerOf, ApiError, type BodyOf, type TaskDetail } from '@reglament/api';
import { refresh, useCommand } from '@reglament/web';
import { useMemo, useState } from 'react';
import { useDraft } from '../drafts/useDraft.ts';
import { type Choice, choicesOf } from './choices.ts';
import { noteDecidedHere } from './decidedHere.ts';
import { type Missing, missingFor, nothingTyped, type Typed, typedPlace, writtenRemarks } from './typed.ts';

export type Decided = AnswerOf<'tasks.decide'>;
type Body = BodyOf<'tasks.decide'>;

/** What a stage that edits adds to a decision; null when it cannot be sent yet (the page says why). */
export type Extra = (choice: Choice) => Promise<Partial<Body> | null>;

/** The states of a decision: buttons, an open form, sending, refused (typed words stay), decided. */
export function useDecision(
  detail: TaskDetail,
  onDecided: (decided: Decided, choice: Choice) => void,
  extra?: Extra,
) {
  const withCopy = extra !== undefined;
  const choices = useMemo(() => choicesOf(detail, withCopy), [detail, withCopy]);
  const draft = useDraft<Typed>(typedPlace(detail.row.id), nothingTyped);
  const typed = draft.value;
  const command = useCommand('tasks.decide');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const open = choices.find(({ id }) => id === typed.open) ?? null;

  const change = (next: Partial<Typed>) => {
    setMissing([]);
    draft.change((now) => ({ ...now, ...next }));
  };

  const send = async (choice: Choice): Promise<void> => {
    const lacks = missingFor(choice, typed, detail.form, password);
    setMissing(lacks);
    if (lacks.length > 0) return;
    const more = extra ? await extra(choice) : {};
    if (more === null) return;
    const remarks = choice.remarks
      ? writtenRemarks(typed).map(({ place, text }) => ({
          text: text.trim(),
          ...(place.trim() && { place: place.trim() }),
        }))
      : [];
    const withForm = choice.outcome.tone === 'forward' && detail.form.length > 0;
    const decided = await command.send({
      params: { id: detail.row.id },
      body: {
        revision: detail.row.revision,
        digest: detail.row.digest,
        outcome: choice.outcome.id,
        ...(typed.text.trim() && !choice.direct && { text: typed.text.trim() }),
        ...(remarks.length > 0 && { remarks }),
        ...(withForm && { form: typed.form }),
        ...(choice.outcome.signature && { password }),
        ...more,
      },
    });
    setPassword('');
    if (!decided) return;
    noteDecidedHere(detail.row.id);
    draft.drop();
    void refresh('tasks.list', 'tasks.counts', 'documents.show', 'documents.list', 'tasks.show');
    onDecided(decided, choice);
  };

  /** A button or a key: sends what needs nothing more, opens the form of the rest. */
  const choose = (choice: Choice) => {
    command.clear();
    // Words that were typed never get lost by a quick press: they go into the form first.
    const opened =
      choice.direct && writtenRemarks(typed).length > 0
        ? (choices.find(({ withRemarks }) => withRemarks) ?? choice)
        : choice;
    if (opened.direct) void send(opened);
    else change({ open: opened.id });
  };

  const back = () => {
    command.clear();
    setPassword('');
    change({ open: null });
  };

  const code = command.error instanceof ApiError ? command.error.code : null;
  return {
    choices,
    open,
    typed,
    savedAtMs: draft.savedAtMs,
    unkept: draft.unkept,
    change,
    choose,
    back,
    send: () => (open ? send(open) : Promise.resolve()),
    sendNow: send,
    password,
    setPassword,
    missing,
    busy: command.busy,
    // The end of the session is told by the dialog over the page.
    error: code === 'NOT_SIGNED_IN' ? null : command.error,
    /** the document or the task is another one by now: the page reads it again and shows what changed */
    outdated: code === 'DOCUMENT_CHANGED' || code === 'REVISION_STALE',
    clear: command.clear,
    drop: draft.drop,
  };
}

export type Decision = ReturnType<typeof useDecision>;
