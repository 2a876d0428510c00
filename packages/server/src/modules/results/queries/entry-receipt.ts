import type { scoreLog } from '@mingji/contract';
import { inclusionProof, leafHash, rootFromProof } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { CryptoProvider } from '../../../crypto/provider.ts';
import { findEntry, type LedgerRow } from '../../ledger/index.ts';
import { changedEntries } from '../ledger-root.ts';

type Receipt = z.input<typeof scoreLog.getEntryReceipt.response>;

/** What the holder of an entry can check of it: its own hash, and its place under the root of the period's seal (X3). */
export async function getEntryReceipt(ctx: Ctx, entryId: string): Promise<Receipt> {
  const { db, crypto } = ctx.deps;
  const row = await findEntry(db, ctx, entryId);
  const changed = await changedEntries(crypto, db, [row]);
  return {
    entryId: row.id,
    hash: row.entry_hash.toString('hex'),
    unchanged: changed.length === 0,
    seal: await sealOf(ctx, row),
  };
}

async function sealOf(ctx: Ctx, row: LedgerRow): Promise<Receipt['seal']> {
  const { db, crypto } = ctx.deps;
  const seal = await db
    .selectFrom('seal')
    .select(['sequence_no', 'seal_hash', 'sealed_at', 'entry_count', 'entries_root'])
    .where('period_id', '=', row.period_id)
    .executeTakeFirst();
  if (!seal) return null;
  const entries = await db
    .selectFrom('ledger_entry')
    .select(['id', 'entry_hash'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', row.period_id)
    .orderBy('seq')
    .execute();
  const index = entries.findIndex((entry) => entry.id === row.id);
  const hashes = entries.map((entry) => entry.entry_hash);
  return {
    sequenceNo: seal.sequence_no,
    sealHash: seal.seal_hash.toString('hex'),
    sealedAt: seal.sealed_at.toISOString(),
    entryCount: seal.entry_count,
    position: index + 1,
    included: provenUnder(crypto, seal.entries_root, hashes, index),
  };
}

/** From this one entry and the hashes beside it the sealed root comes out again. */
function provenUnder(
  crypto: CryptoProvider,
  root: Buffer,
  hashes: readonly Buffer[],
  index: number,
): boolean {
  const own = hashes[index];
  if (!own) return false;
  const hash = (bytes: Uint8Array) => crypto.sm3(bytes);
  const leaves = hashes.map((each) => leafHash(each, hash));
  const proof = inclusionProof(leaves, index, hash);
  const proven = rootFromProof(leafHash(own, hash), index, leaves.length, proof, hash);
  return proven !== undefined && Buffer.from(proven).equals(root);
}
