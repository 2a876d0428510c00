import { canonicalJson } from '../ledger/canonical-json.ts';
import { toCanonical } from '../ledger/canonical-seal.ts';

/** Whether two parts of rule sets say the same; a field that is absent is the same as none. */
export function sameContent(a: unknown, b: unknown): boolean {
  return canonicalJson(toCanonical(a)) === canonicalJson(toCanonical(b));
}
