import { ApiError, type SessionRow } from '@reglament/api';
import { noteServerNow, PageProblem, useApiQuery } from '@reglament/web';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { deskLinks } from './links.ts';
import { Loading } from './loading.tsx';

const Context = createContext<SessionRow | null>(null);

/** Who is signed in and his organisation. */
export function useSession(): SessionRow {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a <SessionGate> above');
  return session;
}

/** Lets in whoever has a session; others sign in at the desk and come back to the same address. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useApiQuery('session.show', {}, { staleTime: 60_000 });
  const now = session.data?.now;
  const signedOut = session.error instanceof ApiError && session.error.code === 'NOT_SIGNED_IN';
  useEffect(() => {
    if (now !== undefined) noteServerNow(now);
  }, [now]);
  useEffect(() => {
    if (signedOut)
      window.location.replace(deskLinks.signIn(window.location.pathname + window.location.search));
  }, [signedOut]);
  if (session.data) return <Context value={session.data}>{children}</Context>;
  if (session.error && !signedOut)
    return <PageProblem error={session.error} retry={() => void session.refetch()} />;
  return <Loading />;
}
