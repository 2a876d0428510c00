import { results } from '@mingji/contract';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MonthWorld, publishedMonth, startMonthWorld } from './month.ts';

const OFFICERS = 15_000;
let world: MonthWorld;
let periodId: string;
/** 李某's row many times over, each with points of its own, ranked as the engine would. */
beforeAll(async () => {
  world = await startMonthWorld();
  ({ periodId } = await publishedMonth(world));
  const { db } = world.server;
  await sql`
    insert into result (evaluation_id, period_id, bureau_id, subject_kind, subject_id, subject_name, subject_code,
      unit_id, score_state, score, sequence_code, sequence_name, group_code, rank, rank_of, detail)
    select r.evaluation_id, r.period_id, r.bureau_id, 'officer', gen_random_uuid(), '民警' || n, 'L' || lpad(n::text, 6, '0'),
      r.unit_id, 'scored', round((n % 1000) / 10.0, 2), 'large', '大样序列', null,
      rank() over (order by n % 1000 desc), ${OFFICERS},
      jsonb_set(r.detail, '{items,0,value}', to_jsonb((n % 60)::text))
    from result r, generate_series(1, ${OFFICERS}::integer) n
    where r.period_id = ${periodId} and r.subject_id = ${world.li.id}`.execute(db);
});
afterAll(() => world.server.stop());

const page = (query: Record<string, unknown>) =>
  world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer', sequenceCode: 'large', pageSize: 200, ...query } as never,
  });

test('P11 fifteen thousand rows come page by page: each row once, in order, and a page stays small', async () => {
  const first = await page({});
  expect(first.total).toBe(OFFICERS);
  expect(JSON.stringify(first).length).toBeLessThan(250_000);
  const last = await page({ page: OFFICERS / 200 });
  expect(last.items).toHaveLength(200);
  expect(first.items[0]).toMatchObject({ rank: 1, rankOf: OFFICERS, shared: 15 });
  expect(last.items.at(-1)?.rank).toBe(14_986);
  const second = await page({ page: 2 });
  const seen = new Set([...first.items, ...second.items].map(({ subjectId }) => subjectId));
  expect(seen.size).toBe(400);
});

test('P11 fifteen thousand rows are ranked by a part over all of them, not over the page', async () => {
  const seen = await page({ part: 'item:duty', page: 2 });
  expect(seen.items[0]?.part).toMatchObject({ rank: 1, rankOf: OFFICERS, shared: 250 });
  const later = await page({ part: 'item:duty', page: 3 });
  expect(later.items.at(-1)?.part).toMatchObject({ rank: 501, shared: 250 });
});

test('P11 a search among fifteen thousand finds the one', async () => {
  const seen = await page({ text: 'L014999' });
  expect(seen.items.map(({ code }) => code)).toEqual(['L014999']);
});

test('P11 fifteen thousand rows are exported as one workbook with every row in it', async () => {
  const answer = await world.office.download(results.exportRanking, {
    params: { periodId },
    query: { subjectKind: 'officer', sequenceCode: 'large' },
  });
  expect(answer.statusCode).toBe(200);
  const sheet = strFromU8(unzipSync(answer.rawPayload)['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(sheet.match(/>L\d{6}</g)).toHaveLength(OFFICERS);
  expect(sheet).toContain('>L000001<');
  expect(sheet).toContain('>L015000<');
});
