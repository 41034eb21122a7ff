import type { AnswerOf } from '@reglament/api';
import { ApiError } from '@reglament/api';
import { printRegulation, type Regulation } from '@reglament/regulation';
import { api, keyOf, queryClient, refresh, serverNow } from '@reglament/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditorStore } from '../document/store.ts';
import { writeJournal } from './journal.ts';
import { keepLocalCopy } from './localCopies.ts';
import { giveUpLock, leaveLock, takeLock } from './lock.ts';
import { tabName } from './tab.ts';

export type WorkingCopy = AnswerOf<'workingCopies.show'>;

/** `saved`; `saving`; `waiting`: not sent yet; `kept`: no answer, safe on this computer; `lost`: the lock is somebody else's. */
export type SavingState = 'saved' | 'saving' | 'waiting' | 'kept' | 'lost' | 'refused';

export interface Saving {
  readonly state: SavingState;
  readonly savedAtMs: number;
  readonly revision: number;
  readonly error: unknown;
  /** Who has the lock now, when it is not this tab; '' when the working copy went on without it. */
  readonly holder: string | null;
  /** Takes the lock over; edits of the other stay as they were saved. */
  takeOver(): Promise<void>;
  /** Sends what is not sent; the revision on the server, or null when it could not be. */
  flush(): Promise<number | null>;
}

const WAIT_MS = 700;
const AGAIN_MS = 5_000;
const HEARTBEAT_MS = 20_000;
/** Browsers send 64 KiB for a page that is gone; some of it is left to what else is on its way. */
const LAST_BYTES = 60 * 1024;

/**
 * Keeps a working copy: each edit goes to this computer at once and to the server soon after, under the revision it goes
 * on from; the lock is held by a heartbeat, and given up when the page goes. What could not be sent is tried again and
 * never lost.
 */
export function useSaving(store: EditorStore, copy: WorkingCopy, heldBy: string | null): Saving {
  const { id } = copy;
  const tab = useRef(tabName()).current;
  const revision = useRef(copy.revision);
  const running = useRef<Promise<number | null> | null>(null);
  /** What was sent and not answered. It may have arrived, so the same goes again before anything newer. */
  const unanswered = useRef<{ readonly regulation: Regulation; readonly count: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const left = useRef(false);
  const [state, setState] = useState<SavingState>(store.getState().unsaved.length > 0 ? 'waiting' : 'saved');
  const [savedAtMs, setSavedAt] = useState(copy.savedAtMs);
  const [error, setError] = useState<unknown>(null);
  const [holder, setHolder] = useState<string | null>(heldBy);

  const lose = useCallback(
    (name: string) => {
      const { regulation, unsaved } = store.getState();
      if (unsaved.length > 0) keepLocalCopy(id, { text: printRegulation(regulation), atMs: serverNow() });
      setHolder(name);
      setState('lost');
      store.getState().setReadOnly(true);
    },
    [id, store],
  );

  /** Takes or keeps the lock; null when there was no answer. */
  const lock = useCallback(
    async (take: boolean): Promise<boolean | null> => {
      try {
        const answer = await takeLock(id, take);
        if (answer.taken) setHolder(null);
        else lose(answer.lock.name);
        return answer.taken;
      } catch (cause) {
        if (!(cause instanceof ApiError) || cause.code !== 'LOCK_LOST') return null;
        lose(String(cause.params['name'] ?? ''));
        return false;
      }
    },
    [id, lose],
  );

  const send = useCallback(
    async (isLast = false): Promise<number | null> => {
      const { regulation, unsaved, reading } = store.getState();
      if (reading) return null;
      if (unsaved.length === 0) return revision.current;
      setState('saving');
      const before = unanswered.current;
      const sent = before ?? { regulation, count: unsaved.length };
      const put = () =>
        api.call('workingCopies.save', {
          params: { id },
          body: {
            revision: revision.current,
            tab,
            regulation: { ...sent.regulation },
            ...(isLast && { leave: true }),
          },
          ...(isLast && { keepalive: true }),
        });
      unanswered.current = sent;
      try {
        const answer = await put().catch(async (cause) => {
          // Given up when the page went into the browser's cache, or lapsed: nobody has it, so it is taken again.
          const isFree = cause instanceof ApiError && cause.code === 'LOCK_LOST' && !cause.params['name'];
          if (!isFree || (await lock(false)) !== true) throw cause;
          return put();
        });
        unanswered.current = null;
        revision.current = answer.revision;
        store.getState().noteSaved(sent.count);
        setSavedAt(answer.savedAtMs);
        setError(null);
        const isMore = store.getState().unsaved.length > 0;
        setState(isMore ? 'waiting' : 'saved');
        return isMore && before ? await sendRef.current() : answer.revision;
      } catch (cause) {
        if (!(cause instanceof ApiError && cause.code === 'OFFLINE')) unanswered.current = null;
        setError(cause);
        if (store.getState().reading) return null;
        if (cause instanceof ApiError && (cause.code === 'LOCK_LOST' || cause.code === 'REVISION_STALE')) {
          lose(String(cause.params['name'] ?? ''));
          return null;
        }
        const passing =
          cause instanceof ApiError &&
          (cause.code === 'OFFLINE' ||
            cause.code === 'NOT_SIGNED_IN' ||
            cause.code === 'STORE_BUSY' ||
            cause.code === 'STOPPING');
        setState(passing ? 'kept' : 'refused');
        clearTimeout(timer.current);
        if (passing && !left.current) timer.current = setTimeout(() => void flushRef.current(), AGAIN_MS);
        return null;
      }
    },
    [id, lock, lose, store, tab],
  );
  const sendRef = useRef(send);
  sendRef.current = send;

  const flush = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    // One save at a time: a second would go out under a revision that is about to change.
    const next = (running.current ?? Promise.resolve(null)).then(() => send());
    running.current = next;
    return next;
  }, [send]);
  const flushRef = useRef(flush);
  flushRef.current = flush;

  useEffect(() => {
    left.current = false;
    const write = () => {
      const { unsaved, history, regulation, reading } = store.getState();
      if (reading) return;
      writeJournal(id, {
        revision: revision.current,
        unsaved,
        history,
        // Printed when it is needed: this is written at every letter.
        ...(unsaved.length > 0 && { regulation }),
        atMs: serverNow(),
      });
    };
    const stop = store.subscribe((now, before) => {
      if (now.unsaved === before.unsaved && now.history === before.history) return;
      write();
      if (now.unsaved.length <= before.unsaved.length || now.reading) return;
      setState((at) => (at === 'kept' ? at : 'waiting'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flushRef.current(), WAIT_MS);
    });
    if (store.getState().unsaved.length > 0) void flushRef.current();
    const online = () => void flushRef.current();
    const leave = (event: BeforeUnloadEvent) => {
      const { unsaved, reading, textLock } = store.getState();
      // A closed tab keeps them too, but only this computer has them; a half written text nobody has.
      if (!reading && (unsaved.length > 0 || textLock !== null)) event.preventDefault();
    };
    const go = () => {
      const { reading, regulation, unsaved } = store.getState();
      if (reading) return;
      // One request, since two would race: the save gives the lock up. What is still on its way must not be overtaken by it.
      const isSent = unsaved.length > 0 && unanswered.current === null && isShort(regulation);
      void (isSent ? sendRef.current(true) : giveUpLock(id));
    };
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted && !store.getState().reading) void lock(false).then(() => flushRef.current());
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leave);
    window.addEventListener('pagehide', go);
    window.addEventListener('pageshow', comeBack);
    return () => {
      left.current = true;
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('pagehide', go);
      window.removeEventListener('pageshow', comeBack);
      // The journal is kept until the last save is answered: what it sent is no longer unsaved.
      // Who only reads has nothing to send; what was taken from here lies aside already.
      const lastSave = store.getState().readOnly ? Promise.resolve(stop()) : flushRef.current().finally(stop);
      void leaveLock(id, lastSave).then(() => forget(id));
    };
  }, [id, lock, store]);

  useEffect(() => {
    if (holder !== null) return;
    const beat = setInterval(() => void lock(false), HEARTBEAT_MS);
    return () => clearInterval(beat);
  }, [holder, lock]);

  const takeOver = useCallback(async () => {
    const fresh = await takeLock(id, true);
    // The page opens anew on what the other saved last; nothing is typed here, since one could only read.
    if (fresh.taken) window.location.reload();
  }, [id]);

  return { state, savedAtMs, revision: revision.current, error, holder, takeOver, flush };
}

/** Whether a document may be the last that a page sends. */
function isShort(regulation: Regulation): boolean {
  return new TextEncoder().encode(JSON.stringify(regulation)).length < LAST_BYTES;
}

/** What was read of this working copy before it was edited here is no longer how it is; another's page is left alone. */
async function forget(id: string): Promise<void> {
  const queryKey = keyOf('workingCopies.show', { params: { id } });
  queryClient.removeQueries({ queryKey, type: 'inactive' });
  await Promise.all([queryClient.invalidateQueries({ queryKey }), refresh('library.list')]);
}
