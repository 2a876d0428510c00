import { QueryClient } from '@tanstack/react-query';
import { ApiRefusal } from './api-refusal.ts';

/** Only what may pass by itself is tried again; a refusal is an answer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && error instanceof ApiRefusal && error.code === 'unavailable',
    },
    mutations: { retry: false },
  },
});
