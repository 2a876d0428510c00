import { canonicalJson, chainHead } from '@mingji/engine';
import type { CryptoProvider } from '../../crypto/provider.ts';

/** What is chained and signed: who sealed what, when, over which content and which entries. */
export interface SealHeader {
  readonly bureau: string;
  readonly period: string;
  readonly sequenceNo: number;
  readonly contentHash: Buffer;
  readonly entriesRoot: Buffer;
  readonly entryCount: number;
  readonly sealedBy: string;
  readonly sealedAt: Date;
  readonly earlyReason: string | null;
  readonly publicKey: string;
}

export const SEAL_HEADER_FORMAT = 'mingji/seal-header@1';

/** The head of the chain after this seal: every earlier seal is in it (§15). */
export function sealHash(crypto: CryptoProvider, header: SealHeader, previous: Buffer | null): Buffer {
  const bytes = Buffer.from(
    canonicalJson({
      format: SEAL_HEADER_FORMAT,
      bureau: header.bureau,
      period: header.period,
      sequenceNo: header.sequenceNo,
      contentHash: header.contentHash.toString('hex'),
      entriesRoot: header.entriesRoot.toString('hex'),
      entryCount: header.entryCount,
      sealedBy: header.sealedBy,
      sealedAt: header.sealedAt.toISOString(),
      earlyReason: header.earlyReason,
      publicKey: header.publicKey,
    }),
  );
  return Buffer.from(chainHead(previous, bytes, (part) => crypto.sm3(part)));
}
