import { compareText } from '../kernel/compare-text.ts';

/** What canonical content may hold: no floats, no undefined. Numbers are safe integers; decimals are text. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * Canonical JSON: keys in UTF-16 order, no whitespace, text in NFC, integers plain. It is frozen: any change of
 * these bytes is a new format version, because seals and receipts hash them.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new TypeError('canonical numbers are safe integers; write decimals as text');
    return String(value + 0);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const keys = Object.keys(value).map((key) => [key.normalize('NFC'), key] as const);
  keys.sort(([a], [b]) => compareText(a, b));
  const members = keys.map(([normal, key], at) => {
    if (at > 0 && keys[at - 1]?.[0] === normal) throw new TypeError(`two keys are one in NFC: ${normal}`);
    return `${JSON.stringify(normal)}:${canonicalJson(value[key] ?? null)}`;
  });
  return `{${members.join(',')}}`;
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
