import type { EndpointShape } from '@mingji/contract';

export interface AddressParts {
  readonly params?: unknown;
  readonly query?: unknown;
}

/** The address of a call: `:name` filled from params, the query without what was left open. */
export function addressOf(endpoint: EndpointShape, parts: AddressParts = {}): string {
  const params = (parts.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/:([A-Za-z]\w*)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') {
      throw new Error(`${endpoint.path} needs the parameter ${name}`);
    }
    return encodeURIComponent(String(value));
  });
  const query = queryText((parts.query ?? {}) as Record<string, unknown>);
  return query ? `${path}?${query}` : path;
}

function queryText(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.toString();
}
