import { randomUUID } from 'node:crypto';
import { results } from '@mingji/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { seedUnit } from '../support/seed.ts';
import { type MonthWorld, publishedMonth, startMonthWorld } from './month.ts';

let world: MonthWorld;
let earlier: string;
let periodId: string;
/** Two months of one method, both on notice. */
beforeAll(async () => {
  world = await startMonthWorld();
  ({ periodId: earlier } = await publishedMonth(world));
  ({ periodId } = await publishedMonth(world));
  await sql`update period set rule_set_version_id = (select rule_set_version_id from period where id = ${periodId}),
              label = '2026年8月', from_on = '2026-08-01', to_on = '2026-08-31' where id = ${earlier}`.execute(
    world.server.db,
  );
});
afterAll(() => world.server.stop());

const move = (client: TestClient, ids: readonly string[], subjectKind: 'officer' | 'unit' = 'officer') => ({
  client,
  parts: { params: { periodId }, query: { subjectKind, subjects: ids.join(',') } },
});
const compare = (left: string, right: string, subjectKind: 'officer' | 'unit' = 'officer') => ({
  params: { periodId },
  query: { subjectKind, left, right },
});

test('P11 ranks move over the periods of one method, oldest first, and a period without a rank is a gap', async () => {
  await sql`delete from result where period_id = ${earlier} and subject_id = ${world.wang.id}`.execute(
    world.server.db,
  );
  const { client, parts } = move(world.office, [world.wang.id, world.li.id]);
  const seen = await client.call(results.getRankMovement, parts);
  expect(seen.periods.map(({ label }) => label)).toEqual(['2026年8月', '2026年9月']);
  expect(
    seen.subjects.map(({ name, points }) => [
      name,
      points.map((point) => point && [point.rank, point.rankOf]),
    ]),
  ).toEqual([
    ['王某', [null, [1, 3]]],
    [
      '李某',
      [
        [2, 3],
        [2, 3],
      ],
    ],
  ]);
});

test('P11 where a unit took in another within the periods shown, the movement says which and when', async () => {
  const { db } = world.server;
  const into = async (on: string, code: string) => {
    const gone = await seedUnit(db, world.county, { name: `并入前${code}`, code });
    await db
      .updateTable('unit')
      .set({ abolished_on: on, succeeded_by: world.east.id })
      .where('id', '=', gone.id)
      .execute();
  };
  await into('2026-08-20', '320999000001');
  await into('2026-06-20', '320999000002');
  const { client, parts } = move(world.office, [world.east.id, world.west.id], 'unit');
  const { subjects } = await client.call(results.getRankMovement, parts);
  expect(subjects.map(({ tookIn }) => tookIn)).toEqual([
    [{ name: '并入前320999000001', on: '2026-08-20' }],
    [],
  ]);
});

test('§17 an officer sees the movement of the own sequence, nobody else’s, and is told why', async () => {
  const own = move(world.liClient, [world.wang.id, world.zhao.id]);
  const seen = await own.client.call(results.getRankMovement, own.parts);
  expect(seen.subjects.map(({ name }) => name)).toEqual(['王某', '赵某']);
  for (const stranger of [world.qian.id, randomUUID()]) {
    const refused = await world.liClient.refusal(
      results.getRankMovement,
      move(world.liClient, [stranger]).parts,
    );
    expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
    expect(refused.body.message).toContain('请从排名表中选择');
  }
  const units = move(world.liClient, [world.east.id, world.west.id], 'unit');
  expect((await units.client.call(results.getRankMovement, units.parts)).subjects).toHaveLength(2);
});

test('P11 a movement of nobody, of too many, or of no ids at all is refused', async () => {
  const asked = (subjects: string) =>
    world.office.refusal(results.getRankMovement, {
      params: { periodId },
      query: { subjectKind: 'officer', subjects },
    });
  for (const subjects of ['', 'x', Array.from({ length: 9 }, () => randomUUID()).join(',')]) {
    expect(await asked(subjects), subjects).toMatchObject({ status: 400, code: 'invalid' });
  }
});

test('P11 two subjects stand side by side, item by item, with the exact difference and the entries that make it', async () => {
  const seen = await world.office.call(results.compareSubjects, compare(world.wang.id, world.li.id));
  expect(seen).toMatchObject({ sameGroup: true, difference: '8' });
  expect([seen.left.name, seen.left.rank, seen.right.name, seen.right.rank]).toEqual(['王某', 1, '李某', 2]);
  const [module] = seen.modules;
  expect(module).toMatchObject({ difference: '8', left: { value: '100' }, right: { value: '92' } });
  expect(module?.items.map(({ code, difference }) => [code, difference])).toEqual([
    ['duty', '2'],
    ['security', '6'],
  ]);
  expect(module?.items[0]?.entries).toMatchObject([
    { side: 'right', indicatorName: '值班备勤', points: '-2', reason: '抽查不在位' },
  ]);
  const back = await world.office.call(results.compareSubjects, compare(world.li.id, world.wang.id));
  expect(back.difference).toBe('-8');
});

test('§17 a comparison shows points of parts and entries only where the viewer may open the detail', async () => {
  const seen = await world.liClient.call(results.compareSubjects, compare(world.li.id, world.wang.id));
  expect(seen).toMatchObject({ left: { mayOpen: true }, right: { mayOpen: false }, difference: '-8' });
  for (const module of seen.modules) {
    expect(module.right).toBeNull();
    expect(module.difference).toBeNull();
    for (const item of module.items) {
      expect([item.right, item.difference]).toEqual([null, null]);
      expect(item.entries.filter(({ side }) => side === 'right')).toEqual([]);
    }
  }
  const hidden = await world.liClient.refusal(results.compareSubjects, compare(world.li.id, world.qian.id));
  expect(hidden).toMatchObject({ status: 403, code: 'forbidden' });
  const units = await world.liClient.call(
    results.compareSubjects,
    compare(world.east.id, world.west.id, 'unit'),
  );
  expect(units.modules.every(({ left, right }) => left === null && right === null)).toBe(true);
});

test('P11 nobody is compared with himself, and two of different groups are told to be no ranking', async () => {
  const same = await world.office.refusal(results.compareSubjects, compare(world.li.id, world.li.id));
  expect(same).toMatchObject({ status: 400, code: 'invalid' });
  const apart = await world.office.call(results.compareSubjects, compare(world.li.id, world.qian.id));
  expect(apart.sameGroup).toBe(false);
});

test('P11 a unit’s modules stand over the periods, with the spread of its officers', async () => {
  const seen = await world.eastHead.call(results.getUnitDevelopment, {
    params: { periodId, unitId: world.east.id },
  });
  expect(seen.modules.map(({ code }) => code)).toEqual(['main']);
  expect(seen.periods.map(({ label }) => label)).toEqual(['2026年8月', '2026年9月']);
  expect(seen.periods[1]?.officers).toEqual({
    count: 2,
    lowest: '92.00',
    lowerQuarter: '92.00',
    median: '96.00',
    upperQuarter: '100.00',
    highest: '100.00',
  });
});

test('§17 a unit’s development is for its own line', async () => {
  const params = { periodId, unitId: world.east.id };
  for (const client of [world.liClient, world.otherOffice]) {
    expect(await client.refusal(results.getUnitDevelopment, { params })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  }
  const west = { params: { periodId, unitId: world.west.id } };
  expect((await world.eastHead.refusal(results.getUnitDevelopment, west)).code).toBe('forbidden');
});
