import { randomUUID } from 'node:crypto';
import type { Reader } from '../../db/database.ts';
import type { Notice, NoticePlace } from './notify.ts';

/** People a delivery: the gateway's answer is waited for, so that one request stays small. */
const PEOPLE_A_DELIVERY = 500;
const ROWS_A_STATEMENT = 2_000;

/** Queues what the bureau's gateway takes; without a gateway, or with it switched off, nothing leaves. */
export async function queueDeliveries(
  tx: Reader,
  place: NoticePlace,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return;
  const gateway = await tx
    .selectFrom('webhook')
    .select('kinds')
    .where('bureau_id', '=', place.bureauId)
    .where('enabled', '=', true)
    .executeTakeFirst();
  if (!gateway) return;
  const wanted = notices.filter(({ kind }) => gateway.kinds.length === 0 || gateway.kinds.includes(kind));
  const rows = wanted.flatMap((notice) => deliveriesOf(place, notice));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('webhook_delivery')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
}

/** The rows of one notice, each to at most 500 people. */
export function deliveriesOf(place: NoticePlace, notice: Notice) {
  const rows = [];
  for (let from = 0; from < notice.accountIds.length; from += PEOPLE_A_DELIVERY) {
    rows.push({
      id: randomUUID(),
      bureau_id: place.bureauId,
      kind: notice.kind,
      title: notice.title,
      detail: notice.detail,
      address: notice.address,
      account_ids: notice.accountIds.slice(from, from + PEOPLE_A_DELIVERY),
      at: place.now,
      state: 'waiting',
      next_attempt_at: place.now,
    });
  }
  return rows;
}
