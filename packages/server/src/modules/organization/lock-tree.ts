import type { Tx } from '../../db/database.ts';

/** Changes to one bureau's tree follow each other: a path is only right as long as no parent moves meanwhile. */
export async function lockTree(tx: Tx, bureauId: string): Promise<void> {
  await tx.selectFrom('bureau').select('id').where('id', '=', bureauId).forNoKeyUpdate().execute();
}
