import type { TextRow } from '@reglament/api';
import type { I18n } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { useSay } from '../shared/text.ts';
import type { Choice } from './choices.ts';
import type { Decided } from './useDecision.ts';

/** `word(choice)`: what its button says; `whole` for a heading, where no neighbour explains it. */
export function useChoiceWords(): (choice: Choice, whole?: boolean) => string {
  const { t } = useI18n();
  const say = useSay();
  return (choice, whole = false) =>
    whole && choice.withRemarks ? t('task.wholeWithRemarks') : say(choice.outcome.title);
}

/**
 * What was done, for the toast: «Согласовано: …», with the number where one was given. An outcome that the regulation
 * named itself is quoted, for its title may be an order. Pure.
 */
export function doneWords(
  { outcome }: Pick<Choice, 'outcome'>,
  decided: Pick<Decided, 'number'>,
  title: string,
  say: (text: TextRow) => string,
  i18n: I18n,
): string {
  const { t } = i18n;
  if (decided.number)
    return t('task.decided', { what: t('registration.given', { number: decided.number }), title });
  const [verb, said] = [`outcomes.verb.${outcome.id}`, `outcomes.said.${outcome.id}`];
  const known = i18n.has(verb) && i18n.has(said) && t(verb) === say(outcome.title);
  return known
    ? t('task.decided', { what: t(said), title })
    : t('task.decidedAs', { what: say(outcome.title), title });
}

/** `done(choice, decided, title)`: the toast after a decision. */
export function useDoneWords() {
  const i18n = useI18n();
  const say = useSay();
  return (choice: Choice, decided: Pick<Decided, 'number'>, title: string) =>
    doneWords(choice, decided, title, say, i18n);
}
