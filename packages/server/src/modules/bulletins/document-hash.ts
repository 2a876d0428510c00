import type { bulletins } from '@mingji/contract';
import { canonicalJson, toCanonical } from '@mingji/engine';
import type { CryptoProvider } from '../../crypto/provider.ts';

/** SM3 of the canonical bytes: any other number, word or order of blocks gives another one. */
export function documentHash(crypto: CryptoProvider, document: bulletins.BulletinDocument): Buffer {
  return crypto.sm3(Buffer.from(canonicalJson(toCanonical(document))));
}
