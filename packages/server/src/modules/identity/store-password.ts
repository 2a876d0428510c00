import type { Tx } from '../../db/database.ts';

/** Sets the password and remembers it, so that it may not come back. */
export async function storePassword(
  tx: Tx,
  accountId: string,
  hash: string,
  how: { readonly mustChange: boolean; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: hash, must_change_password: how.mustChange, password_changed_at: how.now })
    .where('id', '=', accountId)
    .execute();
  await tx
    .insertInto('password_history')
    .values({ account_id: accountId, password_hash: hash, set_at: how.now })
    .execute();
}
