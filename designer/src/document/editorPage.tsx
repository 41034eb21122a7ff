import { ApiError } from '@reglament/api';
import { applyChanges, type Change, emptyHistory } from '@reglament/editing';
import { parseRegulation, printRegulation, type Regulation } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { PageProblem, serverNow, useApiQuery } from '@reglament/web';
import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { Loading } from '../app/loading.tsx';
import { readJournal, writeJournal } from '../saving/journal.ts';
import { dropLocalCopy, keepLocalCopy } from '../saving/localCopies.ts';
import { hasLeft, holderOf } from '../saving/lock.ts';
import { useSaving, type WorkingCopy } from '../saving/useSaving.ts';
import { EditorScreen } from './editorScreen.tsx';
import { ReadScreen } from './readScreen.tsx';
import { createEditor, EditorProvider, type EditorStore } from './store.ts';

/** One regulation: its working copy to edit, or the version to read when there is none. */
export default function EditorPage({ id }: { id: string }) {
  const left = useQuery({
    queryKey: ['left', id],
    queryFn: () => hasLeft(id),
    gcTime: 0,
    networkMode: 'always',
  });
  if (!left.data) return <Loading />;
  return <Entering id={id} />;
}

function Entering({ id }: { id: string }) {
  const copy = useApiQuery('workingCopies.show', { params: { id } }, { staleTime: Number.POSITIVE_INFINITY });
  const none = copy.error instanceof ApiError && copy.error.code === 'NOT_FOUND';
  if (none) return <ReadScreen id={id} />;
  if (copy.error) return <PageProblem error={copy.error} retry={() => void copy.refetch()} />;
  if (!copy.data) return <Loading />;
  return <Opening key={copy.dataUpdatedAt} copy={copy.data} />;
}

/** Asks for the lock first: who cannot have it reads. */
function Opening({ copy }: { copy: WorkingCopy }) {
  const lock = useQuery({
    queryKey: ['lock', copy.id, copy.revision],
    queryFn: () => holderOf(copy.id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (lock.error) return <PageProblem error={lock.error} retry={() => void lock.refetch()} />;
  if (!lock.data) return <Loading />;
  return <Working copy={copy} holder={lock.data.holder} />;
}

function Working({ copy, holder }: { copy: WorkingCopy; holder: string | null }) {
  const [store] = useState(() => openStore(copy, holder !== null));
  if (!store) return <Unreadable id={copy.id} />;
  return (
    <EditorProvider value={store}>
      <ReactFlowProvider>
        <WithSaving store={store} copy={copy} holder={holder} />
      </ReactFlowProvider>
    </EditorProvider>
  );
}

function WithSaving({
  store,
  copy,
  holder,
}: {
  store: EditorStore;
  copy: WorkingCopy;
  holder: string | null;
}) {
  const saving = useSaving(store, copy, holder);
  return <EditorScreen copy={copy} saving={saving} />;
}

function Unreadable({ id }: { id: string }) {
  const { t } = useI18n();
  return <PageProblem error={new Error(t('designer.unreadable', { id }))} />;
}

/**
 * The working copy with what this computer still holds of it. Edits that were never sent are put on when they go on from
 * the same revision; when somebody saved meanwhile they are kept aside and offered, never mixed in.
 */
function openStore(copy: WorkingCopy, readOnly: boolean): EditorStore | null {
  const reading = parseRegulation(copy.regulation);
  if (!reading.ok) return null;
  const journal = readJournal(copy.id);
  if (!journal || readOnly) return createEditor({ regulation: reading.regulation, readOnly });
  const { unsaved, history } = journal;
  if (journal.revision === copy.revision) {
    if (unsaved.length === 0) return createEditor({ regulation: reading.regulation, history, readOnly });
    const replayed = replay(reading.regulation, unsaved);
    if (replayed) {
      // Nobody saved after all: what was set aside when the lock was lost is in the document again.
      dropLocalCopy(copy.id, { text: printRegulation(replayed) });
      return createEditor({ regulation: replayed, history, unsaved, readOnly });
    }
  } else if (unsaved.length > 0) {
    const text = printed(journal.regulation);
    if (text === printRegulation(reading.regulation)) {
      // All of it was saved as the page went; only the answer came too late.
      writeJournal(copy.id, { revision: copy.revision, unsaved: [], history, atMs: serverNow() });
      return createEditor({ regulation: reading.regulation, history, readOnly });
    }
    if (text !== null) keepLocalCopy(copy.id, { text, atMs: journal.atMs });
  }
  writeJournal(copy.id, { revision: copy.revision, unsaved: [], history: emptyHistory, atMs: serverNow() });
  return createEditor({ regulation: reading.regulation, readOnly });
}

/** What lies in the browser's store is checked like anything from outside. */
function printed(kept: unknown): string | null {
  const reading = parseRegulation(kept);
  return reading.ok ? printRegulation(reading.regulation) : null;
}

function replay(regulation: Regulation, changes: readonly Change[]): Regulation | null {
  try {
    const { next } = applyChanges(regulation, changes);
    return printed(next) === null ? null : next;
  } catch {
    return null;
  }
}
