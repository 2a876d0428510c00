import type { Answer, notifications } from '@mingji/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { presentNotification } from '../present.ts';

type Filter = z.output<typeof notifications.listNotifications.query>;

/** One's own notices, newest first; nobody reads another's. */
export async function listNotifications(
  ctx: Ctx,
  filter: Filter,
): Promise<Answer<typeof notifications.listNotifications>> {
  let own = ctx.deps.db.selectFrom('notification').where('account_id', '=', ctx.actor.accountId);
  if (filter.kind !== undefined) own = own.where('kind', '=', filter.kind);
  if (filter.unread !== undefined) own = own.where('read_at', 'is', null);
  const [rows, { total }] = await Promise.all([
    own
      .select(['id', 'kind', 'title', 'detail', 'address', 'at', 'read_at'])
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    own.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(presentNotification), total, page: filter.page, pageSize: filter.pageSize };
}

export async function countUnread(ctx: Ctx): Promise<{ unread: number }> {
  return await ctx.deps.db
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('account_id', '=', ctx.actor.accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
}
