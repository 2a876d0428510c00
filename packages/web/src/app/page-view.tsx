import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { LoadingState } from '../components/loading-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { messages } from './messages.ts';
import { mayOpen } from './navigation.ts';
import type { PageEntry } from './page-entry.ts';
import { useSession } from './session.tsx';

/** A route's component: the page's code fetched when first opened, inside its own error boundary. */
export function pageView(load: () => Promise<ComponentType>, page?: PageEntry): () => ReactNode {
  const Loaded = lazy(() => load().then((component) => ({ default: component })));
  const content = (
    <ErrorBoundary>
      <Suspense fallback={<LoadingState />}>
        <Loaded />
      </Suspense>
    </ErrorBoundary>
  );
  return page ? () => <GuardedPage page={page}>{content}</GuardedPage> : () => content;
}

interface GuardedPageProps {
  readonly page: PageEntry;
  readonly children: ReactNode;
}

/** The server decides again with every call; this only spares a page full of refusals. */
function GuardedPage({ page, children }: GuardedPageProps) {
  const { abilities, bureau } = useSession();
  useEffect(() => {
    document.title = `${page.title} · ${messages.product} · ${bureau.name}`;
  }, [page.title, bureau.name]);
  if (!mayOpen(page, abilities)) {
    return <EmptyState title={messages.session.noAbility} how={messages.session.noAbilityHow} />;
  }
  return children;
}
