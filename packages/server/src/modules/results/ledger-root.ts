import { leafHash, merkleRoot } from '@mingji/engine';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader } from '../../db/database.ts';
import { entryHash, type LedgerRow } from '../ledger/index.ts';

/** The Merkle root over the stored entry hashes of a period, in the order of the ledger (RFC 6962 style). */
export function ledgerRoot(crypto: CryptoProvider, rows: readonly Pick<LedgerRow, 'entry_hash'>[]): Buffer {
  const hash = (bytes: Uint8Array) => crypto.sm3(bytes);
  return Buffer.from(
    merkleRoot(
      rows.map((row) => leafHash(row.entry_hash, hash)),
      hash,
    ),
  );
}

/** The entries whose present content no longer gives their stored hash. */
export async function changedEntries(
  crypto: CryptoProvider,
  reader: Reader,
  rows: readonly LedgerRow[],
): Promise<LedgerRow[]> {
  const contents = await fileHashes(reader, rows);
  return rows.filter((row) => {
    const evidence = row.evidence_file_ids.map((id) => contents.get(id) ?? 'missing');
    return !entryHash(crypto, row, evidence).equals(row.entry_hash);
  });
}

async function fileHashes(reader: Reader, rows: readonly LedgerRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.evidence_file_ids))];
  const hashes = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 1000) {
    const files = await reader
      .selectFrom('file')
      .select(['id', 'sm3'])
      .where('id', 'in', ids.slice(start, start + 1000))
      .execute();
    for (const file of files) hashes.set(file.id, file.sm3.toString('hex'));
  }
  return hashes;
}
