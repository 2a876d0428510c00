import type { bulletins } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { type FoundBulletin, findBulletin } from '../find-bulletin.ts';

type Filter = z.output<typeof bulletins.listReceipts.query>;

/** Who has read it and who has not, and how many of each unit directly below the issuing one. */
export async function listReceipts(ctx: Ctx, bulletinId: string, filter: Filter) {
  const { db } = ctx.deps;
  const row = await requireIssuer(ctx, bulletinId);
  const where = receiptFilter(filter);
  const units = await receiptsByUnit(db, row);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n ${receiptTables} where r.bulletin_id = ${bulletinId} and ${where}`.execute(db);
  return {
    items: await receipts(db, bulletinId, where, {
      limit: filter.pageSize,
      offset: (filter.page - 1) * filter.pageSize,
    }),
    total: rows[0]?.n ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
    units,
    readTotal: units.reduce((sum, { read }) => sum + read, 0),
    recipientTotal: units.reduce((sum, { recipients }) => sum + recipients, 0),
  };
}

export async function requireIssuer(ctx: Ctx, bulletinId: string): Promise<FoundBulletin> {
  const row = await findBulletin(ctx.deps.db, ctx, bulletinId);
  requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
  return row;
}

const receiptTables = sql`from bulletin_recipient r join account a on a.id = r.account_id join unit u on u.id = r.unit_id`;

function receiptFilter({ read, unitId }: Pick<Filter, 'read' | 'unitId'>): RawBuilder<boolean> {
  const state =
    read === undefined
      ? sql<boolean>`true`
      : read === 'read'
        ? sql<boolean>`r.read_at is not null`
        : sql<boolean>`r.read_at is null`;
  if (unitId === undefined) return state;
  return sql<boolean>`${state} and exists (select from unit top where top.id = ${unitId}
    and top.bureau_id = r.bureau_id and starts_with(u.path, top.path))`;
}

/** Who has not read it comes first, by unit. */
export async function receipts(
  reader: Reader,
  bulletinId: string,
  where: RawBuilder<boolean>,
  page: { readonly limit: number; readonly offset: number },
): Promise<bulletins.BulletinReceipt[]> {
  const { rows } = await sql<{ account_id: string; name: string; unit_name: string; read_at: Date | null }>`
    select r.account_id, a.display_name as name, u.name as unit_name, r.read_at ${receiptTables}
    where r.bulletin_id = ${bulletinId} and ${where}
    order by r.read_at is not null, u.path, a.display_name, a.id limit ${page.limit} offset ${page.offset}`.execute(
    reader,
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    unitName: row.unit_name,
    readAt: row.read_at?.toISOString() ?? null,
  }));
}

/** Counted where each serves first, so that the line is walked once a unit and not once a reader. */
async function receiptsByUnit(reader: Reader, row: FoundBulletin) {
  const { rows } = await sql<{ id: string; name: string; recipients: number; read: number }>`
    with counted as (
      select unit_id, count(*) as recipients, count(read_at) as read from bulletin_recipient
      where bulletin_id = ${row.id} group by unit_id)
    select coalesce(child.id, ${row.unit_id}::uuid) as id, coalesce(child.name, ${row.unit_name}) as name,
           sum(c.recipients)::int as recipients, sum(c.read)::int as read
    from counted c join unit u on u.id = c.unit_id
    left join unit child on child.parent_id = ${row.unit_id} and starts_with(u.path, child.path)
    group by 1, 2, child.sort_order, child.code order by child.sort_order, child.code limit 500`.execute(
    reader,
  );
  return rows.map(({ id, name, recipients, read }) => ({
    unit: { id, name },
    recipients: Number(recipients),
    read: Number(read),
  }));
}
