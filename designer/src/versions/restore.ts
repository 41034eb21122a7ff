import { ApiError } from '@reglament/api';
import { parseRegulation, type Regulation } from '@reglament/regulation';
import { useI18n, useToast } from '@reglament/ui';
import { api, refresh, sendCommand, wordError } from '@reglament/web';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useAsk } from '../app/ask.tsx';
import { links } from '../app/links.ts';
import { useEditorStore } from '../document/store.ts';
import { dropLocalCopy, type LocalCopy } from '../saving/localCopies.ts';

/** What the working copy is to become: a version of it, or what lies on this computer. */
type Source = { readonly version: number } | { readonly local: LocalCopy };

/**
 * What the working copy is to become as soon as it is open. It waits in memory and not in the address: an address that
 * changes a document would do so for whoever follows it.
 */
let wished: { readonly id: string; readonly from: Source; readonly regulation: Regulation } | null = null;

/** `putBack(copy, regulation)`: opens the working copy, which becomes what lies on this computer, by one operation. */
export function usePutBack(id: string): (local: LocalCopy, regulation: Regulation) => void {
  const [, navigate] = useLocation();
  return (local, regulation) => {
    wished = { id, from: { local }, regulation };
    navigate(links.editor(id));
  };
}

/**
 * `restore(version)`: the working copy becomes what that version was. Where there is none it is made, going on from the latest
 * version; where there is one he is asked, and it changes by one operation, which can be undone.
 */
export function useRestore(id: string, latest: number | undefined): (version: number) => void {
  const i18n = useI18n();
  const { t } = i18n;
  const toast = useToast();
  const ask = useAsk();
  const [, navigate] = useLocation();

  const put = async (version: number): Promise<void> => {
    try {
      const { regulation } = await api.call('regulations.version', {
        params: { id, version: String(version) },
      });
      if (latest !== undefined && !(await hasCopy(id))) {
        await sendCommand(
          'workingCopies.create',
          { body: { regulation, base: latest } },
          crypto.randomUUID(),
        );
        await refresh('workingCopies.show', 'library.list');
        toast({ text: t('versions.restored', { version }) });
        navigate(links.editor(id));
        return;
      }
      const reading = parseRegulation(regulation);
      if (!reading.ok) return;
      ask({
        title: t('versions.restoreAsk', { version }),
        words: t('versions.restoreWhy', { version }),
        yes: t('versions.restoreYes'),
        run: () => {
          wished = { id, from: { version }, regulation: reading.regulation };
          navigate(links.editor(id));
        },
      });
    } catch (error) {
      toast({ text: wordError(error, i18n) });
    }
  };
  return (version) => void put(version);
}

async function hasCopy(id: string): Promise<boolean> {
  try {
    await api.call('workingCopies.show', { params: { id } });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

/** Grants the wish in the working copy that was opened for it; says so when somebody else holds it. */
export function useGrantedRestore(id: string, holder: string | null): void {
  const { t } = useI18n();
  const toast = useToast();
  const store = useEditorStore();
  useEffect(() => {
    if (wished?.id !== id) return;
    let left = false;
    const grant = () => {
      if (left || wished?.id !== id) return;
      const { from, regulation } = wished;
      wished = null;
      if (holder !== null || store.getState().readOnly) {
        toast({ text: t('versions.restoreHeld', { name: holder ?? '' }) });
        return;
      }
      const before = store.getState().regulation;
      if (!store.getState().dispatch({ do: 'replaceAll', regulation })) return;
      if ('local' in from) {
        dropLocalCopy(id, from.local);
        toast({ text: t('designer.localPutBack') });
        return;
      }
      const isSame = store.getState().regulation === before;
      toast({ text: t(isSame ? 'versions.restoreSame' : 'versions.restored', from) });
    };
    // After all effects of this page: what saves edits listens by then.
    queueMicrotask(grant);
    return () => {
      left = true;
    };
  }, [id, holder, store, t, toast]);
}
