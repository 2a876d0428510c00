import { results } from '@mingji/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { seedBureau } from '../support/seed.ts';
import {
  duringSeptember,
  type MonthWorld,
  openMonth,
  publishedMonth,
  startMonthWorld,
  travel,
} from './month.ts';

let world: MonthWorld;
let periodId: string;
beforeAll(async () => {
  world = await startMonthWorld();
  ({ periodId } = await publishedMonth(world));
});
afterAll(() => world.server.stop());

const params = () => ({ periodId });
const rank = (client: TestClient, query: Record<string, unknown>) =>
  client.call(results.listRanking, {
    params: params(),
    query: { subjectKind: 'officer', ...query } as never,
  });
const byPart = (client: TestClient, part: string) => rank(client, { part });

test('P11 a ranking by one item ranks by its points alone, in the same group, with ties', async () => {
  const seen = await byPart(world.office, 'item:duty');
  expect(seen.part).toEqual({ code: 'duty', name: '队伍日常管理', marks: '60' });
  const field = seen.items.filter((row) => row.sequenceCode === 'field');
  expect(field.map(({ name, rank: total, part }) => [name, part?.score.value, part?.rank, total])).toEqual([
    ['王某', '60', 1, 1],
    ['赵某', '59', 2, 3],
    ['李某', '58', 3, 2],
  ]);
  expect(field[0]?.part).toMatchObject({ rankOf: 3, shared: 1 });
  expect(seen.items.find((row) => row.name === '钱某')?.part).toMatchObject({ rank: 1, rankOf: 1 });
});

test('P11 equal points in a part share the place, and the share is told (X9)', async () => {
  const seen = await byPart(world.office, 'item:security');
  const places = seen.items
    .filter((row) => row.sequenceCode === 'field')
    .map(({ name, part }) => [name, part?.score.value, part?.rank, part?.shared]);
  expect(places).toEqual([
    ['王某', '40', 1, 1],
    ['李某', '34', 2, 1],
    ['赵某', '0', 3, 1],
  ]);
  const whole = await rank(world.office, { sequenceCode: 'field' });
  expect(whole.items.map(({ rank: place, rankOf, shared }) => [place, rankOf, shared])).toEqual([
    [1, 3, 1],
    [2, 3, 1],
    [3, 3, 1],
  ]);
});

test('P11 the points of a module are those of its items, and can be ranked by', async () => {
  const seen = await byPart(world.office, 'module:main');
  for (const row of seen.items) {
    const sum = row.items.reduce((total, item) => total + Number(item?.value), 0);
    expect(Number(row.modules[0]?.value)).toBe(sum);
    expect(row.part?.score).toEqual(row.modules[0]);
    expect(row.part?.rank).toBe(row.rank);
  }
});

test('P11 results from before modules were kept are ranked by module all the same', async () => {
  const old = await openOldMonth();
  const seen = await world.office.call(results.listRanking, {
    params: { periodId: old },
    query: { subjectKind: 'officer', sequenceCode: 'field', part: 'module:main' },
  });
  expect(seen.items.map(({ name, part }) => [name, part?.score.value, part?.rank])).toEqual([
    ['王某', '100', 1],
    ['李某', '92', 2],
    ['赵某', '59', 3],
  ]);
});

test('§17 who may not see the detail of others learns no place of theirs by a part', async () => {
  const own = await byPart(world.liClient, 'item:duty');
  expect(own.items.map(({ name, part }) => [name, part?.rank, part?.rankOf])).toEqual([['李某', 3, 3]]);
  const units = await world.liClient.call(results.listRanking, {
    params: params(),
    query: { subjectKind: 'unit', part: 'item:duty' },
  });
  expect([units.total, units.summary]).toEqual([0, null]);
  expect((await byPart(world.otherOffice, 'item:duty')).items).toEqual([]);
});

test('P11 a part that the method does not have is refused with what to do', async () => {
  const query = { subjectKind: 'officer', part: 'item:nowhere' } as const;
  const refused = await world.office.refusal(results.listRanking, { params: params(), query });
  expect(refused).toMatchObject({ status: 400, code: 'invalid' });
  expect(refused.body.message).toContain('请重新选择排名依据');
  const wrong = await world.office.refusal(results.listRanking, {
    params: params(),
    query: { ...query, part: 'duty' },
  });
  expect(wrong.status).toBe(400);
});

test('P11 rankings are narrowed by level, post and group, each alone and together', async () => {
  await world.server.db
    .updateTable('membership')
    .set({ post: '社区民警' })
    .where('officer_id', 'in', [world.wang.id, world.zhao.id])
    .execute();
  await world.server.db
    .updateTable('membership')
    .set({ post: '办案民警' })
    .where('officer_id', '=', world.qian.id)
    .execute();
  const names = async (query: Record<string, unknown>) =>
    (await rank(world.office, query)).items.map((row) => row.name);
  expect(await names({ post: '社区民警' })).toEqual(['王某', '赵某']);
  expect(await names({ post: '社区民警', unitId: world.west.id })).toEqual(['赵某']);
  expect(await names({ level: 3, sequenceCode: 'inner' })).toEqual(['钱某']);
  expect(await names({ level: 2 })).toEqual([]);
  expect(await names({ groupCode: 'A' })).toEqual([]);
  const choices = await world.office.call(results.getRankingChoices, {
    params: params(),
    query: { subjectKind: 'officer' },
  });
  expect(choices.posts).toEqual(['办案民警', '社区民警']);
  expect(choices.levels).toEqual([{ level: 3, kinds: ['brigade', 'station'] }]);
  expect(choices.sequences.map(({ code, groups }) => [code, groups])).toEqual([
    ['field', []],
    ['inner', []],
  ]);
  expect(choices.modules.map(({ code, marks, items }) => [code, marks, items.length])).toEqual([
    ['main', '100', 2],
  ]);
  const own = await world.liClient.call(results.getRankingChoices, {
    params: params(),
    query: { subjectKind: 'officer' },
  });
  expect(own.posts).toEqual(['社区民警']);
});

test('P11 mean and median are of all that the filter finds, not of the page', async () => {
  const whole = await rank(world.office, { sequenceCode: 'field', pageSize: 1 });
  expect(whole.summary).toEqual({ scored: 3, mean: '83.67', median: '92.00' });
  const two = await rank(world.office, { unitId: world.east.id });
  expect(two.summary).toEqual({ scored: 2, mean: '96.00', median: '96.00' });
  expect((await rank(world.office, { text: '无此人' })).summary).toBeNull();
});

test('P1 the new views of the ranking are closed to visitors, administrators and other bureaus', async () => {
  const query = { subjectKind: 'officer' } as const;
  const reads = [
    [results.getRankingChoices, { params: params(), query }],
    [results.getRankMovement, { params: params(), query: { ...query, subjects: world.li.id } }],
    [
      results.compareSubjects,
      { params: params(), query: { ...query, left: world.li.id, right: world.wang.id } },
    ],
    [results.getUnitDevelopment, { params: { periodId, unitId: world.east.id } }],
  ] as const;
  const far = await world.server.signInWith({ roles: ['office'], unit: await seedBureau(world.server.db) });
  const auditor = await world.server.signInWith({ roles: ['auditAdmin'], unit: world.city });
  for (const [endpoint, parts] of reads) {
    expect((await world.server.visitor.refusal(endpoint, parts)).status, endpoint.path).toBe(401);
    expect((await auditor.refusal(endpoint, parts)).status, endpoint.path).toBe(403);
    expect((await far.refusal(endpoint, parts)).code, endpoint.path).toBe('notFound');
  }
});

test('§17 before publication only the office that closes sees choices, movement, comparison and development', async () => {
  await travel(world, duringSeptember);
  const early = await openMonth(world);
  const at = { periodId: early };
  const query = { subjectKind: 'officer' } as const;
  const reads = [
    [results.getRankingChoices, { params: at, query }],
    [results.getRankMovement, { params: at, query: { ...query, subjects: world.li.id } }],
    [results.compareSubjects, { params: at, query: { ...query, left: world.li.id, right: world.wang.id } }],
    [results.getUnitDevelopment, { params: { ...at, unitId: world.east.id } }],
  ] as const;
  for (const [endpoint, parts] of reads) {
    const refused = await world.eastHead.refusal(endpoint, parts);
    expect(refused.body.message, endpoint.path).toContain('尚未公示');
  }
});

/** As the rows were written before modules were kept. */
async function openOldMonth(): Promise<string> {
  const month = await publishedMonth(world);
  await sql`update result set detail = detail - 'modules' where period_id = ${month.periodId}`.execute(
    world.server.db,
  );
  return month.periodId;
}
