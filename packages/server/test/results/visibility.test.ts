import { outcomes, results, unitHome } from '@mingji/contract';
import type { VisibilityRules } from '@mingji/engine';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { duringSeptember, type MonthWorld, publishedMonth, startMonthWorld, travel } from './month.ts';

let world: MonthWorld;
let qianClient: TestClient;
beforeAll(async () => {
  world = await startMonthWorld();
  qianClient = await world.server.signInWith({
    roles: ['officer'],
    unit: world.brigade,
    officer: world.qian,
  });
});
afterAll(() => world.server.stop());
beforeEach(() => travel(world, duringSeptember));

const published = async (visibility: VisibilityRules) =>
  (await publishedMonth(world, undefined, { visibility })).periodId;
const ranking = async (
  client: TestClient,
  periodId: string,
  subjectKind: 'officer' | 'unit',
  part?: string,
) =>
  (
    await client.call(results.listRanking, {
      params: { periodId },
      query: { subjectKind, ...(part === undefined ? {} : { part }) },
    })
  ).items;
const named = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).sort();

test('§17 a method may publish officers’ ranks to all, with the points of its items but never their reasons', async () => {
  const periodId = await published({ officerRanks: 'all', points: 'all', withheld: ['duty'] });
  const rows = await ranking(qianClient, periodId, 'officer');
  expect(named(rows)).toEqual(['李某', '王某', '赵某', '钱某'].sort());
  const li = rows.find(({ name }) => name === '李某');
  expect(li).toMatchObject({ mayOpen: false, modules: [null] });
  expect(li?.items.map((score) => score?.value ?? null)).toEqual([null, '34']);
  const own = rows.find(({ name }) => name === '钱某');
  expect(own?.items.every((score) => score !== null)).toBe(true);
  expect(named(await ranking(qianClient, periodId, 'officer', 'item:security'))).toEqual(named(rows));
  expect(named(await ranking(qianClient, periodId, 'officer', 'item:duty'))).toEqual(['钱某']);
  const refused = await qianClient.refusal(results.getResult, {
    params: { periodId, subjectKind: 'officer', subjectId: world.li.id },
  });
  expect(refused.code).toBe('forbidden');
});

test('§17 or keep them within the unit', async () => {
  const periodId = await published({ officerRanks: 'unit', points: 'unit' });
  const rows = await ranking(world.liClient, periodId, 'officer');
  expect(named(rows)).toEqual(['李某', '王某'].sort());
  expect(rows.every(({ items }) => items.length === 2)).toBe(true);
  expect(named(await ranking(qianClient, periodId, 'officer'))).toEqual(['钱某']);
  const movement = await world.liClient.refusal(results.getRankMovement, {
    params: { periodId },
    query: { subjectKind: 'officer', subjects: [world.zhao.id] },
  });
  expect(movement.code).toBe('forbidden');
});

test('§17 units’ ranks kept to their sequence are in no table, list or home page of others', async () => {
  const periodId = await published({ unitRanks: 'sequence' });
  expect(await ranking(world.liClient, periodId, 'unit')).toHaveLength(2);
  expect(await ranking(qianClient, periodId, 'unit')).toEqual([]);
  const lists = await qianClient.call(outcomes.getOutcomeLists, { query: { periodId, subjectKind: 'unit' } });
  expect(lists.groups).toEqual([]);
  const standings = async (client: TestClient) =>
    (await client.call(unitHome.getUnitHome, { params: { unitId: world.west.id } })).methods
      .flatMap((method) => method.standings)
      .filter((standing) => standing.periodId === periodId);
  expect(await standings(qianClient)).toEqual([]);
  expect(await standings(world.liClient)).toMatchObject([{ score: null, modules: [] }]);
});
