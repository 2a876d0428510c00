import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { type AccountRow, type AccountView, presentAccount } from '../present.ts';
import { lockedNames, nameHash } from '../sign-in-failures.ts';
import { grantsOf } from './grants-of.ts';

/** The bureau's accounts with what a row of the list shows. */
export function accountRows(db: Reader, ctx: Ctx) {
  return db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .leftJoin('officer', 'officer.id', 'account.officer_id')
    .leftJoin('account as creator', 'creator.id', 'account.created_by')
    .where('account.bureau_id', '=', ctx.actor.bureauId);
}

export const accountColumns = [
  'account.id',
  'account.username',
  'account.display_name',
  'account.state',
  'account.created_at',
  'account.unit_id',
  'unit.name as unit_name',
  'account.officer_id',
  'officer.name as officer_name',
  'officer.police_no',
  'creator.display_name as creator_name',
] as const;

/** Adds grants and locks, for all rows at once. */
export async function presentAccounts(
  db: Reader,
  ctx: Ctx,
  rows: readonly AccountRow[],
): Promise<AccountView[]> {
  const { crypto } = ctx.deps;
  const grants = await grantsOf(
    db,
    rows.map((row) => row.id),
  );
  const locks = await lockedNames(
    db,
    rows.map((row) => nameHash(crypto, row.username)),
    ctx.now,
  );
  return rows.map((row) =>
    presentAccount(row, grants.get(row.id) ?? [], locks.get(nameHash(crypto, row.username).toString('hex'))),
  );
}

/** One account as the list shows it; for commands that answer with what they changed. */
export async function viewAccount(db: Reader, ctx: Ctx, accountId: string): Promise<AccountView> {
  const row = await accountRows(db, ctx)
    .select(accountColumns)
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow();
  const [view] = await presentAccounts(db, ctx, [row]);
  if (!view) throw new Error('one row makes one view');
  return view;
}
