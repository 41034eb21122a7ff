import { Button, Menu, useI18n } from '@reglament/ui';
import { IconDots } from '@tabler/icons-react';
import { useMedia } from '../shared/useMedia.ts';
import type { Choice } from './choices.ts';
import { useChoiceWords } from './choiceWords.ts';

/** The decisions with their keys. On a phone annulling lives in the menu, never beside going forward. */
export function DecisionButtons({
  choices,
  choose,
  busy,
}: {
  choices: readonly Choice[];
  choose: (choice: Choice) => void;
  busy: boolean;
}) {
  const { t } = useI18n();
  const word = useChoiceWords();
  const phone = useMedia('(max-width: 719px)');
  const apart = phone ? choices.filter(({ outcome }) => outcome.tone === 'annul') : [];
  const shown = choices.filter((choice) => !apart.includes(choice));
  return (
    <>
      {shown.map((choice, index) => (
        <Button
          key={choice.id}
          busy={busy}
          {...(index === 0 && { variant: 'primary' as const })}
          {...(choices.indexOf(choice) < 9 && { keys: String(choices.indexOf(choice) + 1) })}
          onClick={() => choose(choice)}
        >
          {word(choice)}
        </Button>
      ))}
      {apart.length > 0 && (
        <Menu
          label={t('common.more')}
          items={apart.map((choice) => ({ id: choice.id, label: word(choice), run: () => choose(choice) }))}
          className="btn btn--more"
        >
          <IconDots className="ic" aria-hidden="true" />
        </Menu>
      )}
    </>
  );
}
