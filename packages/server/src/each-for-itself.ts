import { sql } from 'kysely';
import type { Tx } from './db/database.ts';
import { Refusal } from './refusal.ts';

export interface EachOutcome<T> {
  readonly done: readonly { readonly id: string; readonly result: T }[];
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/**
 * The same act on many, in one transaction: what is refused for one undoes that one alone and is told with its reason.
 * They are taken in one order, so that two who act on the same rows never wait for each other; an id counts once.
 */
export async function eachForItself<T>(
  tx: Tx,
  ids: readonly string[],
  act: (id: string) => Promise<T>,
): Promise<EachOutcome<T>> {
  const done: { id: string; result: T }[] = [];
  const refused: { id: string; message: string }[] = [];
  for (const id of [...new Set(ids)].sort()) {
    await sql`savepoint one`.execute(tx);
    try {
      done.push({ id, result: await act(id) });
      await sql`release savepoint one`.execute(tx);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await sql`rollback to savepoint one`.execute(tx);
      refused.push({ id, message: error.message });
    }
  }
  return { done, refused };
}
