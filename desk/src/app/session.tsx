import { ApiError, type SessionRow } from '@reglament/api';
import { noteServerNow, onSessionEnded, PageProblem, sessionEnded, useApiQuery } from '@reglament/web';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { Redirect, useLocation } from 'wouter';
import { links } from './links.ts';
import { PageSkeleton } from './skeleton.tsx';

const Context = createContext<SessionRow | null>(null);

/** Who is signed in, his abilities and his organisation. */
export function useSession(): SessionRow {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a <SessionGate> above');
  return session;
}

/**
 * Lets in whoever has a session, sends others to the sign-in page with the address to come back to. A session that ends
 * while a page is open leaves the page as it is: `SessionAgain` asks for the password over it, so nothing typed is lost.
 */
export function SessionGate({ children }: { children: (session: SessionRow) => ReactNode }) {
  const session = useApiQuery('session.show', {}, { staleTime: 60_000 });
  const [path] = useLocation();
  const now = session.data?.now;
  useEffect(() => {
    if (now !== undefined) noteServerNow(now);
  }, [now]);
  if (session.data) return <Context value={session.data}>{children(session.data)}</Context>;
  if (session.error instanceof ApiError && session.error.code === 'NOT_SIGNED_IN') {
    const next = path === links.tasks ? '' : `?next=${encodeURIComponent(path + window.location.search)}`;
    return <Redirect to={links.signIn + next} replace />;
  }
  if (session.error) return <PageProblem error={session.error} retry={() => void session.refetch()} />;
  return <PageSkeleton />;
}

/** Whether the session ended while a page was open. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(onSessionEnded, sessionEnded);
}
