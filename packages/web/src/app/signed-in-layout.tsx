import { Navigate, Outlet, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AppFrame } from '../components/app-frame.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { LoadingState } from '../components/loading-state.tsx';
import { PhoneFrame } from '../components/phone-frame.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { messages } from './messages.ts';
import { homeOf, navigationFor } from './navigation.ts';
import { pages } from './pages.ts';
import { PasswordNotice } from './password-notice.tsx';
import { keptAddress } from './return-address.ts';
import { useSession, useSessionState } from './session.tsx';
import { useIsPhone } from './use-is-phone.ts';

/** The guard of every page: a session first, a password of one's own second, then the frame. */
export function SignedInLayout() {
  const state = useSessionState();
  const phone = useIsPhone();
  if (state.kind === 'loading') return <LoadingState />;
  if (state.kind === 'failed') return <ErrorState error={state.error} onRetry={state.retry} />;
  if (state.kind === 'signedOut') {
    return <Aside key="sign-in" to="/sign-in" leaving={state.why === 'left'} />;
  }
  if (state.session.account.mustChangePassword) return <Aside key="password" to="/change-password" />;
  const Frame = phone ? PhoneFrame : AppFrame;
  return (
    <Frame>
      <IdleWarning />
      <PasswordNotice />
      <Outlet />
    </Frame>
  );
}

/**
 * The address is taken once: while leaving, the router's own address is already the other page. Who leaves by the own
 * button leaves no address behind for the next person at this machine.
 */
function Aside({ to, leaving = false }: { readonly to: string; readonly leaving?: boolean }) {
  const router = useRouter();
  const [search] = useState(() => (leaving ? {} : keptAddress(router.latestLocation.href)));
  return <Navigate to={to} search={search as never} replace />;
}

export function HomeRedirect() {
  const { abilities } = useSession();
  const home = useMemo(() => homeOf(navigationFor(pages, abilities)), [abilities]);
  if (home === null) {
    return <EmptyState title={messages.session.noPages} how={messages.session.noPagesHow} />;
  }
  return <Navigate to={home} replace />;
}
