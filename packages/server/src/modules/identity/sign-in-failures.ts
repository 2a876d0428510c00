import { sql } from 'kysely';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader, Tx } from '../../db/database.ts';

const LOCK_AFTER = 5;
export const LOCK_MINUTES = 30;
const lockMs = LOCK_MINUTES * 60_000;

/** Failures are counted by name, not by account: an unknown name is locked out like a known one (no oracle). */
export function nameHash(crypto: CryptoProvider, username: string): Buffer {
  return crypto.sm3(Buffer.from(username.toLowerCase()));
}

/** Until when each of these names is locked; names that are not locked are left out. Keys are hex. */
export async function lockedNames(
  db: Reader,
  names: readonly Buffer[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('sign_in_failure')
    .select(['name_hash', 'last_at'])
    .where('name_hash', 'in', [...names])
    .where('failures', '>=', LOCK_AFTER)
    .where('last_at', '>', new Date(now.getTime() - lockMs))
    .execute();
  return new Map(
    rows.map((row) => [row.name_hash.toString('hex'), new Date(row.last_at.getTime() + lockMs)]),
  );
}

export async function isLocked(db: Reader, name: Buffer, now: Date): Promise<boolean> {
  return (await lockedNames(db, [name], now)).size > 0;
}

/** Counts one failure; failures from before the lock's length are forgotten. Says whether the name is locked now. */
export async function noteFailure(tx: Tx, name: Buffer, now: Date): Promise<boolean> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('last_at', '<=', new Date(now.getTime() - lockMs))
    .execute();
  const row = await tx
    .insertInto('sign_in_failure')
    .values({ name_hash: name, failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict
        .column('name_hash')
        .doUpdateSet({ failures: sql`least(sign_in_failure.failures + 1, 1000)`, last_at: now }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  return row.failures >= LOCK_AFTER;
}

export async function forgetFailures(tx: Tx, name: Buffer): Promise<boolean> {
  const gone = await tx.deleteFrom('sign_in_failure').where('name_hash', '=', name).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
