import { ApiError } from '@reglament/api';
import { isPassing } from '@reglament/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Clash, type Content, isSame, mergeContent } from './merge.ts';
import { useDraft } from './useDraft.ts';

const PAUSE_MS = 700;
const AGAIN_MS = 5_000;

export interface Remote {
  revision: number;
  content: Content;
  savedAtMs: number | null;
}

interface Local {
  /** the revision and content on the server that the typed words began from */
  base: { revision: number; content: Content };
  content: Content;
}

export interface SavedCopy {
  content: Content;
  revision: number;
  /** `kept`: only on this computer so far (no connection) */
  state: 'saved' | 'saving' | 'typed' | 'kept' | 'refused';
  savedAtMs: number | null;
  error: unknown;
  /** both sides changed these; what is typed here stands until the person chooses */
  clashes: readonly Clash[];
  change(next: (now: Content) => Content): void;
  /** saves what is typed at once; the revision on the server, or null when it could not be saved */
  flush(): Promise<number | null>;
  keepMine(): void;
  takeTheirs(): void;
  /** it is no more: what was typed over it is forgotten */
  forget(): void;
}

/**
 * A draft or a working copy on the server with what is typed over it: kept on this computer at each change, saved by
 * itself after a pause with its revision. A stale revision is joined field by field, and only a real clash is asked about.
 * Nothing typed is lost on reload, in a second tab, offline or when the session ends.
 *
 * @param place - where what is typed is kept, e.g. `copy:<task>`
 * @param read - reads the server's copy again
 */
export function useSavedCopy(
  place: string,
  first: Remote,
  save: (revision: number, content: Content) => Promise<{ revision: number; savedAtMs: number }>,
  read: () => Promise<Remote>,
): SavedCopy {
  const typed = useDraft<Local | null>(place, null);
  const server = useRef<Remote>(first);
  const local = useRef<Local | null>(typed.value);
  local.current = typed.value;
  const [state, setState] = useState<SavedCopy['state']>(typed.value ? 'typed' : 'saved');
  const [error, setError] = useState<unknown>(null);
  const [clash, setClash] = useState<{ clashes: readonly Clash[]; theirs: Remote } | null>(null);
  const clashed = useRef(false);
  clashed.current = clash !== null;
  const [, redraw] = useState(0);
  const saving = useRef<Promise<number | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const calls = useRef({ save, read });
  calls.current = { save, read };
  const { change: put, drop } = typed;

  // The server's copy was read anew (another tab saved it): it stands when nothing is typed here.
  useEffect(() => {
    if (first.revision > server.current.revision) {
      server.current = first;
      redraw((no) => no + 1);
    }
  }, [first]);

  /** Puts the server's newer copy under what is typed. */
  const join = useCallback(
    (theirs: Remote, mine: Local): boolean => {
      const { merged, clashes } = mergeContent(mine.base.content, mine.content, theirs.content);
      server.current = theirs;
      if (clashes.length > 0) {
        setClash({ clashes, theirs });
        return false;
      }
      put({ base: { revision: theirs.revision, content: theirs.content }, content: merged });
      return true;
    },
    [put],
  );

  const run = useCallback(async (): Promise<number | null> => {
    for (;;) {
      const mine = local.current;
      if (!mine) {
        setState('saved');
        return server.current.revision;
      }
      if (clashed.current) return null;
      setState('saving');
      setError(null);
      try {
        const saved = await calls.current.save(mine.base.revision, mine.content);
        server.current = { revision: saved.revision, content: mine.content, savedAtMs: saved.savedAtMs };
        const now: Local | null = local.current;
        if (now && !isSame(now.content, mine.content)) {
          put({ base: { revision: saved.revision, content: mine.content }, content: now.content });
          local.current = { base: { revision: saved.revision, content: mine.content }, content: now.content };
          continue;
        }
        local.current = null;
        drop();
        setState('saved');
        return saved.revision;
      } catch (cause) {
        if (cause instanceof ApiError && cause.code === 'REVISION_STALE') {
          try {
            const theirs = await calls.current.read();
            const now = local.current ?? mine;
            if (!join(theirs, now)) {
              clashed.current = true;
              setState('typed');
              return null;
            }
            const { merged } = mergeContent(now.base.content, now.content, theirs.content);
            local.current = { base: { revision: theirs.revision, content: theirs.content }, content: merged };
            continue;
          } catch (failure) {
            setError(failure);
            setState(isPassing(failure) ? 'kept' : 'refused');
            return null;
          }
        }
        setError(cause);
        setState(isPassing(cause) || (cause as ApiError).code === 'NOT_SIGNED_IN' ? 'kept' : 'refused');
        return null;
      }
    }
  }, [drop, join, put]);

  const flush = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    saving.current ??= run().finally(() => {
      saving.current = null;
    });
    return saving.current;
  }, [run]);

  const change = useCallback(
    (next: (now: Content) => Content) => {
      const now = local.current;
      const base = now?.base ?? { revision: server.current.revision, content: server.current.content };
      local.current = { base, content: next(now?.content ?? server.current.content) };
      put(local.current);
      setState('typed');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [put, flush],
  );

  // What was typed before a reload, or could not be saved for want of a connection, is sent when it can be.
  const waits = state === 'typed' || state === 'kept';
  useEffect(() => {
    if (!waits) return;
    const again = setTimeout(() => void flush(), state === 'kept' ? AGAIN_MS : PAUSE_MS);
    const now = () => void flush();
    window.addEventListener('online', now);
    return () => {
      clearTimeout(again);
      window.removeEventListener('online', now);
    };
  }, [waits, state, flush]);

  /** Goes on from the server's newer copy with what the person chose. */
  const settle = (choose: (mine: Local, theirs: Content) => Content) => {
    const mine = local.current;
    if (!clash || !mine) return;
    const { revision, content } = clash.theirs;
    local.current = { base: { revision, content }, content: choose(mine, content) };
    put(local.current);
    clashed.current = false;
    setClash(null);
    void flush();
  };
  const keepMine = () =>
    settle((mine, theirs) => mergeContent(mine.base.content, mine.content, theirs).merged);
  // Only the clashing places are theirs: what nobody else touched stays.
  const takeTheirs = () =>
    settle((mine, theirs) => mergeContent(mine.base.content, theirs, mine.content).merged);

  return {
    content: typed.value?.content ?? server.current.content,
    revision: server.current.revision,
    state,
    savedAtMs: server.current.savedAtMs,
    error,
    clashes: clash?.clashes ?? [],
    change,
    flush,
    keepMine,
    takeTheirs,
    forget: () => {
      clearTimeout(timer.current);
      local.current = null;
      drop();
    },
  };
}
