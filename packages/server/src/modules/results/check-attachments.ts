import { buffer } from 'node:stream/consumers';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader } from '../../db/database.ts';
import type { FileStore } from '../files/index.ts';
import type { LedgerRow } from '../ledger/index.ts';
import type { Report } from './verify-seal.ts';

const FILES_A_QUERY = 1000;

/** The entries' hashes cover what their attachments hold: reads every attachment, and names those that differ. */
export async function checkAttachments(
  reader: Reader,
  crypto: CryptoProvider,
  files: FileStore,
  rows: readonly LedgerRow[],
  report: Report,
): Promise<void> {
  const entryOf = new Map(rows.flatMap((row) => row.evidence_file_ids.map((id) => [id, row.id] as const)));
  const ids = [...entryOf.keys()];
  for (let start = 0; start < ids.length; start += FILES_A_QUERY) {
    const kept = await reader
      .selectFrom('file')
      .select(['id', 'name', 'sm3'])
      .where('id', 'in', ids.slice(start, start + FILES_A_QUERY))
      .execute();
    for (const file of kept) {
      const wrong = await whatIsWrong(crypto, files, file.sm3);
      if (wrong === null) continue;
      const entryId = entryOf.get(file.id) ?? '';
      report('ledger', `file ${file.id}`, `台账条目 ${entryId} 的附件“${file.name}”${wrong}`);
    }
  }
}

async function whatIsWrong(crypto: CryptoProvider, files: FileStore, sm3: Buffer): Promise<string | null> {
  try {
    const bytes = await buffer(await files.open(sm3));
    return crypto.sm3(bytes).equals(sm3) ? null : '的内容与记账时不同';
  } catch {
    return '在存储中缺失或无法读出';
  }
}
