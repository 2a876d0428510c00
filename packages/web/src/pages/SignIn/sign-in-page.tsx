import { identity } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asRefusal } from '../../api/api-refusal.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { messages } from '../../app/messages.ts';
import { safeReturnAddress } from '../../app/return-address.ts';
import { enterSession, type SessionState, useSessionState } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LargeTypeButton } from '../../components/large-type-button.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { StandingLine } from '../../components/standing-line.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';
import { texts } from './texts.ts';

export function SignInPage() {
  const [search] = useSearch();
  const queries = useQueryClient();
  const state = useSessionState();
  const page = useEndpoint(identity.getSignInPage, {});
  // Taken once: on the way there the address is no longer this page's.
  const [returnTo] = useState(search.returnTo);
  const bureauName = page.data?.bureauName ?? texts.fallbackBureau;
  useEffect(() => {
    document.title = `${texts.heading} · ${messages.product} · ${bureauName}`;
  }, [bureauName]);
  if (state.kind === 'signedIn') return <Navigate to={safeReturnAddress(returnTo)} replace />;
  const enter = (session: identity.SessionView) => enterSession(queries, session);
  const demo = page.data?.demoAccounts ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <div>
          <h1 className={styles.bureau}>{bureauName}</h1>
          <p className={styles.product}>{messages.productLong}</p>
        </div>
        <span className={styles.large}>
          <LargeTypeButton />
        </span>
      </header>
      <main className={styles.body}>
        <section className={styles.card} aria-label={texts.heading}>
          {page.isPending && <LoadingState />}
          {page.isError && <ErrorState error={asRefusal(page.error)} onRetry={() => void page.refetch()} />}
          {page.data && !page.data.initialized && (
            <EmptyState title={texts.notInitialized} how={texts.notInitializedHow} />
          )}
          {page.data?.initialized && <SignInForm notice={noticeFor(state, returnTo)} onEntered={enter} />}
        </section>
        {demo.length > 0 && <DemoAccounts accounts={demo} onEntered={enter} />}
      </main>
      <footer className={styles.foot}>
        <StandingLine className={styles.standing} />
        <span>{texts.browserOnly}</span>
      </footer>
    </div>
  );
}

/** A session that ended is told apart from a link opened before signing in. */
function noticeFor(state: SessionState, returnTo: string | undefined): string | null {
  if (state.kind === 'signedOut' && state.why === 'lost') return messages.session.expired;
  return returnTo === undefined ? null : texts.linkWaits;
}
