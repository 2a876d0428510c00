import { QueryClient } from '@tanstack/react-query';
import { ApiRefusal } from './api-refusal.ts';

/**
 * Only what may pass by itself is tried again; a refusal is an answer. Calls never wait for the browser to believe
 * itself online: a server on the same machine answers without any network, and who presses a button must learn at once
 * that nothing happened, not have it happen later by itself.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 2 && error instanceof ApiRefusal && error.code === 'unavailable',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
