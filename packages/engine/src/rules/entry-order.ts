import { compareText } from '../kernel/compare-text.ts';
import { parseInstant } from '../kernel/instant.ts';
import type { FactEntry } from './facts.ts';

/** Earlier first, then by id: the order of input never matters. */
export function compareEntries(a: FactEntry, b: FactEntry): number {
  if (a.at !== b.at) {
    const difference = (parseInstant(a.at) ?? 0) - (parseInstant(b.at) ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(a.id, b.id);
}
