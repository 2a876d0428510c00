import type { EndpointShape } from '@mingji/contract';

/** UUID v4. `crypto.randomUUID` is missing in Chromium 90 and on plain-http intranet addresses. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * One id per intended act (§15): a retry of the same content keeps it, so that a click after a lost answer books
 * nothing twice; other content, or a finished act, gets a new one.
 */
export class ActMemory {
  #content: string | null = null;
  #id: string | null = null;

  idFor(content: string): string {
    if (this.#id === null || this.#content !== content) {
      this.#id = newRequestId();
      this.#content = content;
    }
    return this.#id;
  }

  finished(): void {
    this.#id = null;
    this.#content = null;
  }
}

/** Whether the body of an endpoint carries a request id, told from its schema. */
export function takesRequestId(endpoint: EndpointShape): boolean {
  return schemaHasRequestId(endpoint.body);
}

interface SchemaParts {
  readonly shape?: Record<string, unknown>;
  readonly options?: readonly unknown[];
  readonly in?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
}

function schemaHasRequestId(schema: unknown): boolean {
  const parts = (schema as { _zod?: { def?: SchemaParts } } | undefined)?._zod?.def;
  if (!parts) return false;
  if (parts.shape) return 'requestId' in parts.shape;
  return [...(parts.options ?? []), parts.in, parts.left, parts.right].some(
    (part) => part !== undefined && schemaHasRequestId(part),
  );
}
