import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Search = Readonly<Record<string, string>>;
export type SearchChange = Readonly<Record<string, string | null | undefined>>;

/** The address's search parameters as text, and a way to change some of them; null or '' takes one away. */
export function useSearch(): readonly [Search, (change: SearchChange, step?: 'push' | 'replace') => void] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.search }) as unknown as Search;
  const change = useCallback(
    (wanted: SearchChange, step: 'push' | 'replace' = 'replace') => {
      const { pathname, search: before } = router.latestLocation;
      const after: Record<string, string> = { ...(before as Search) };
      for (const [name, value] of Object.entries(wanted)) {
        if (value === null || value === undefined || value === '') delete after[name];
        else after[name] = value;
      }
      void router.navigate({
        to: pathname,
        search: after as never,
        replace: step === 'replace',
        resetScroll: false,
      });
    },
    [router],
  );
  return [search, change];
}
