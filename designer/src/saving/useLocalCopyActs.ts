import { readRegulation } from '@reglament/regulation';
import { useI18n, useToast } from '@reglament/ui';
import { useAsk } from '../app/ask.tsx';
import { save } from '../words/save.ts';
import { dropLocalCopy, type LocalCopy } from './localCopies.ts';

/** What is done with a local copy wherever it is shown: a file of it, and its end, which is asked first. */
export function useLocalCopyActs(id: string) {
  const { t } = useI18n();
  const ask = useAsk();
  const toast = useToast();
  return {
    save({ text }: LocalCopy): void {
      save(new Blob([text], { type: 'application/json' }), `${id}-local.json`);
    },
    discard(copy: LocalCopy, then?: () => void): void {
      ask({
        title: t('designer.localDropAsk'),
        words: t('designer.localDropWhy'),
        yes: t('designer.localDrop'),
        run: () => {
          dropLocalCopy(id, copy);
          then?.();
        },
      });
    },
    /** The document of a copy; says so when it cannot be read any more. */
    read({ text }: LocalCopy) {
      const reading = readRegulation(text);
      if (reading.ok) return reading.regulation;
      toast({ text: t('designer.localUnreadable') });
      return undefined;
    },
  };
}
