import type { Answer, notifications } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { presentDelivery } from '../present.ts';

type Filter = z.output<typeof notifications.listDeliveries.query>;

/** What went to the gateway, newest first: how many people, never who (三员 see no appraisal). */
export async function listDeliveries(
  ctx: Ctx,
  filter: Filter,
): Promise<Answer<typeof notifications.listDeliveries>> {
  let all = ctx.deps.db.selectFrom('webhook_delivery').where('bureau_id', '=', ctx.actor.bureauId);
  if (filter.state !== undefined) all = all.where('state', '=', filter.state);
  const [rows, { total }] = await Promise.all([
    all
      .select(['id', 'kind', 'at', 'state', 'attempts', 'next_attempt_at'])
      .select(['answered_status', 'failure', 'delivered_at'])
      .select(sql<number>`cardinality(account_ids)`.as('people'))
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(presentDelivery), total, page: filter.page, pageSize: filter.pageSize };
}
