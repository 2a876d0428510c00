import type { Exact } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';

/** Plain JSON: every exact value as its canonical text. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

function isExact(value: object): value is Exact {
  return 'n' in value && 'd' in value && Object.keys(value).length === 2;
}

/**
 * Any result of the engine as plain JSON with decimals as text (`91.46`, `4/3`): what the CLI prints and an API may
 * send. Undefined members vanish; null stays null, because absent is not zero.
 */
export function toPlain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object') throw new TypeError('only plain results can be written as JSON');
  if (isExact(value)) return toText(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, toPlain(member)]));
}
