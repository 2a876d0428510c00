import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';

/** A list is looked at, not read to its end: what lies beyond is found by a narrower question. */
const MOST = 10_000;

export type EntrySort = keyof typeof orders;

const orders = {
  '-seq': { order: 'seq', backwards: true },
  at: { order: 'at', backwards: false },
  '-at': { order: 'at', backwards: true },
  points: { order: 'points', backwards: false },
  '-points': { order: 'points', backwards: true },
} as const;
const columns = { seq: sql`entry.seq`, at: sql`entry.at`, points: sql`entry.booked_points` };

interface Found {
  /** Of the page, in order. */
  readonly seqs: readonly number[];
  /** At most what a list shows. */
  readonly total: number;
  readonly more: boolean;
}

/**
 * The page and how many there are, from one look that ends when there are more than a list shows: a city's year holds over
 * a million entries. `where` sees `entry`.
 */
export async function findEntries(
  reader: Reader,
  where: readonly RawBuilder<boolean>[],
  sort: EntrySort,
  {
    page,
    pageSize,
    most = MOST,
  }: { readonly page: number; readonly pageSize: number; readonly most?: number },
): Promise<Found> {
  const { order, backwards } = orders[sort];
  const cut = sql`limit ${most + 1}`;
  const by = (key: RawBuilder<unknown>, seq: RawBuilder<unknown>) =>
    backwards ? sql`${key} desc, ${seq} desc` : sql`${key}, ${seq}`;
  const found = (more: RawBuilder<boolean>) => sql`(
    select entry.seq, entry.at, entry.booked_points as points from ledger_entry entry
    where ${sql.join([...where, more], sql` and `)} order by ${by(columns[order], sql`entry.seq`)} ${cut})`;
  // What is booked without points of its own comes after all that has them, whichever way they go.
  const all =
    order === 'points'
      ? sql`${found(sql`entry.booked_points is not null`)} union all ${found(sql`entry.booked_points is null`)} ${cut}`
      : found(sql`true`);
  const inOrder = sql`${order === 'points' ? sql`points is null, ` : sql``}${by(sql.ref(order), sql`seq`)}`;
  const { rows } = await sql<{ total: number; seqs: string[] }>`
    with found as materialized (${all})
    select (select count(*) from found)::int as total, array(
      select seq::text from found order by ${inOrder} limit ${pageSize} offset ${(page - 1) * pageSize}) as seqs`.execute(
    reader,
  );
  const [row] = rows;
  const total = row?.total ?? 0;
  return { seqs: (row?.seqs ?? []).map(Number), total: Math.min(total, most), more: total > most };
}
