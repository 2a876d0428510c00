import type { Call, EndpointShape, Reply } from '@mingji/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiRefusal } from './api-refusal.ts';
import { call } from './call.ts';
import { endpointKey } from './endpoint-key.ts';

export interface EndpointOptions {
  /** Keeps the rows of the page before while the next one comes: tables do not flicker. */
  readonly keepPrevious?: boolean;
  /** Milliseconds between refreshes, for long work that shows progress; false stops. */
  readonly refetchEvery?: number | false;
  readonly enabled?: boolean;
}

/** Reads one endpoint. `args` null means: not yet, something is still to be chosen. */
export function useEndpoint<E extends EndpointShape>(
  endpoint: E,
  args: Call<E> | null,
  options: EndpointOptions = {},
): UseQueryResult<Reply<E>, ApiRefusal> {
  const queries = useQueryClient();
  const queryKey = endpointKey(endpoint, args ?? {});
  return useQuery<Reply<E>, ApiRefusal>({
    queryKey,
    queryFn: ({ signal }) => {
      if (args === null) throw new Error(`${endpoint.path} was read without arguments`);
      // A screen that refreshes itself must not keep an unattended session open.
      const background = Boolean(options.refetchEvery) && queries.getQueryData(queryKey) !== undefined;
      return call(endpoint, args, { signal, background });
    },
    enabled: args !== null && options.enabled !== false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    // What is watched is also read anew by whoever comes back to it.
    ...(options.refetchEvery === undefined ? {} : { refetchInterval: options.refetchEvery, staleTime: 0 }),
  });
}
