import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** A matter that may be shared: its key counts within one period. */
export interface MatterAt {
  readonly periodId: string;
  readonly matterKey: string;
}

/**
 * Two people who book shares of one matter at the same time must see each other (§3, X5). Who books many locks all of
 * theirs first, in one order for everybody, so that two batches never wait for each other.
 */
export async function lockMatters(tx: Tx, matters: readonly MatterAt[]): Promise<void> {
  const keys = [...new Set(matters.map(({ periodId, matterKey }) => `${periodId} ${matterKey}`))].sort();
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  }
}
