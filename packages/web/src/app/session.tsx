import { identity } from '@mingji/contract';
import type { Ability } from '@mingji/engine';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { ApiRefusal } from '../api/api-refusal.ts';
import { call } from '../api/call.ts';
import { currentCsrfToken, listenToSession, setCsrfToken } from '../api/session-signals.ts';
import { setServerTime } from './server-clock.ts';

const SESSION_KEY = ['session'] as const;

/** Why nobody is signed in: not yet, no longer, or left by the own button. */
export type SignedOut = 'never' | 'lost' | 'left';

export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'signedOut'; readonly why: SignedOut }
  | { readonly kind: 'signedIn'; readonly session: identity.SessionView };

const SessionContext = createContext<SessionState>({ kind: 'loading' });

/** Keeps the session for the whole page: who, with which abilities, until a call finds it gone. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 5 * 60_000 });
  useEffect(
    () =>
      listenToSession((signal) => {
        if (signal === 'lost')
          queries.setQueryData<identity.SessionView | SignedOut>(SESSION_KEY, (known) =>
            typeof known === 'string' ? known : goneSession(),
          );
        else void queries.invalidateQueries({ queryKey: SESSION_KEY });
      }),
    [queries],
  );
  const state = useMemo<SessionState>(() => {
    if (typeof query.data === 'string') return { kind: 'signedOut', why: query.data };
    if (query.data) return { kind: 'signedIn', session: query.data };
    if (query.isError) return { kind: 'failed', error: query.error, retry: () => void query.refetch() };
    return { kind: 'loading' };
  }, [query.data, query.isError, query.error, query.refetch]);
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSessionState(): SessionState {
  return useContext(SessionContext);
}

/** The session of a page inside the frame, where there always is one. */
export function useSession(): identity.SessionView {
  const state = useContext(SessionContext);
  if (state.kind !== 'signedIn') throw new Error('This component works inside the signed-in frame only.');
  return state.session;
}

/** Whether the account holds the ability anywhere. Whether it reaches one thing comes with that thing. */
export function useAbility(ability: Ability): boolean {
  return useSession().abilities.includes(ability);
}

/** Takes over a session just begun. What another account saw on this machine is forgotten. */
export function enterSession(queries: QueryClient, session: identity.SessionView): void {
  forgetAllButSession(queries);
  queries.setQueryData(SESSION_KEY, remembered(session));
}

/** Fetches the session anew, for instance after the password was changed. */
export async function refreshSession(queries: QueryClient): Promise<void> {
  await queries.fetchQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 0 });
}

export function leaveSession(queries: QueryClient): void {
  setCsrfToken(null);
  forgetAllButSession(queries);
  queries.setQueryData(SESSION_KEY, 'left' satisfies SignedOut);
}

/** The session's own query stays: the provider watches it. */
function forgetAllButSession(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
}

async function fetchSession(): Promise<identity.SessionView | SignedOut> {
  try {
    return remembered(await call(identity.getSession, {}));
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'notSignedIn') return goneSession();
    throw error;
  }
}

/** A token in memory tells that there was a session a moment ago. */
function goneSession(): SignedOut {
  return currentCsrfToken() === null ? 'never' : 'lost';
}

function remembered(session: identity.SessionView): identity.SessionView {
  setCsrfToken(session.csrfToken);
  setServerTime(session.serverTime);
  return session;
}
