import { useI18n } from '@reglament/ui';
import { useSay } from '../shared/text.ts';
import type { Choice } from './choices.ts';

/** `word(choice)`: what its button says; `whole` for a heading, where no neighbour explains it. */
export function useChoiceWords(): (choice: Choice, whole?: boolean) => string {
  const { t } = useI18n();
  const say = useSay();
  return (choice, whole = false) =>
    whole && choice.withRemarks ? t('task.wholeWithRemarks') : say(choice.outcome.title);
}
