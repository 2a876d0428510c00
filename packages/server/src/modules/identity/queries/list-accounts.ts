import type { Answer, identity } from '@mingji/contract';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { accountColumns, accountRows, presentAccounts } from './account-rows.ts';

type Filter = z.output<typeof identity.listAccounts.query>;

/** Accounts by name; those that wait for approval come first. All three administrators see all (bureau's reach). */
export async function listAccounts(ctx: Ctx, filter: Filter): Promise<Answer<typeof identity.listAccounts>> {
  const { db } = ctx.deps;
  const [rows, counted] = await Promise.all([
    matching(ctx, filter)
      .select(accountColumns)
      .orderBy(sql`account.state <> 'pending'`)
      .orderBy('account.username')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    matching(ctx, filter)
      .select((rows) => rows.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    items: await presentAccounts(db, ctx, rows),
    total: counted.total,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function matching(ctx: Ctx, filter: Filter) {
  let accounts = accountRows(ctx.deps.db, ctx);
  if (filter.state !== undefined) accounts = accounts.where('account.state', '=', filter.state);
  const text = filter.text?.trim().toLowerCase();
  if (text) {
    accounts = accounts.where(
      sql<SqlBool>`(position(${text} in lower(account.username)) > 0
        or position(${text} in lower(account.display_name)) > 0 or position(${text} in unit.name) > 0)`,
    );
  }
  return accounts;
}
