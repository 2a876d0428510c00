import { type RuleSet, ruleSetBytes } from '@mingji/engine';
import type { CryptoProvider } from '../../crypto/provider.ts';

/** SM3 of the rule set's canonical form: the same rules have the same hash wherever they are written. */
export function contentHash(crypto: CryptoProvider, content: RuleSet): Buffer {
  return crypto.sm3(ruleSetBytes(content));
}
