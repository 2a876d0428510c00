import type { EndpointShape } from '@mingji/contract';

export interface KeyParts {
  readonly params?: unknown;
  readonly query?: unknown;
}

/** The cache key of a read: the endpoint first, so that a command can invalidate all reads of one endpoint. */
export function endpointKey(endpoint: EndpointShape, args?: KeyParts): readonly unknown[] {
  const head = `${endpoint.method} ${endpoint.path}`;
  return args ? [head, args.params ?? null, args.query ?? null] : [head];
}
