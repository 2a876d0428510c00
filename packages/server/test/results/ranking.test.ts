import { results } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { seedBureau, type TestOfficer } from '../support/seed.ts';
import {
  compute,
  duringSeptember,
  type MonthWorld,
  openMonth,
  publishedMonth,
  sealedMonth,
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

const rank = (client: TestClient, query: Record<string, unknown>) =>
  client.call(results.listRanking, { params: { periodId }, query: query as never });
const ofOfficer = (officer: TestOfficer) => ({
  params: { periodId, subjectKind: 'officer' as const, subjectId: officer.id },
});

test('§17 an officer sees the ranks of the own sequence, and the detail of nobody but himself', async () => {
  const seen = await rank(world.liClient, { subjectKind: 'officer' });
  expect(seen.items.map(({ name, mayOpen, mine, items }) => [name, mayOpen, mine, items.length])).toEqual([
    ['王某', false, false, 0],
    ['李某', true, true, 2],
    ['赵某', false, false, 0],
  ]);
  const own = await world.liClient.call(results.getResult, ofOfficer(world.li));
  expect(own).toMatchObject({ score: { value: '92.00' }, rank: 2, rankOf: 3, recomputedEqual: true });
  for (const other of [world.wang, world.zhao, world.qian]) {
    expect(await world.liClient.refusal(results.getResult, ofOfficer(other))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await world.liClient.refusal(results.getStanding, ofOfficer(other))).code).toBe('forbidden');
  }
});

test('§17 ranks of units are for all, their detail is not', async () => {
  for (const client of [world.liClient, world.otherOffice, world.reviewer]) {
    const seen = await rank(client, { subjectKind: 'unit' });
    expect(seen.items.map(({ name, mayOpen, items }) => [name, mayOpen, items])).toEqual([
      ['城东派出所', false, []],
      ['城西派出所', false, []],
    ]);
  }
  const mine = await rank(world.eastHead, { subjectKind: 'unit' });
  expect(mine.items.map(({ name, mayOpen, mine: own }) => [name, mayOpen, own])).toEqual([
    ['城东派出所', true, true],
    ['城西派出所', false, false],
  ]);
});

test('§17 a unit head opens the results of the own people only; the office and leaders open all below them', async () => {
  expect((await world.eastHead.call(results.getResult, ofOfficer(world.wang))).score.value).toBe('100.00');
  expect((await world.eastHead.refusal(results.getResult, ofOfficer(world.zhao))).code).toBe('forbidden');
  for (const client of [world.office, world.leader]) {
    const seen = await rank(client, { subjectKind: 'officer' });
    expect(seen.items.map((row) => row.mayOpen)).toEqual([true, true, true, true]);
    expect((await client.call(results.getResult, ofOfficer(world.qian))).rank).toBe(1);
  }
  expect((await rank(world.otherOffice, { subjectKind: 'officer' })).items).toEqual([]);
});

test('§17 before publication only the office that closes the month sees results', async () => {
  await travel(world, duringSeptember);
  const early = await openMonth(world);
  await compute(world, early);
  const params = { periodId: early };
  const query = { subjectKind: 'officer' } as const;
  const seen = await world.office.call(results.listRanking, { params, query });
  expect(seen.total).toBe(4);
  for (const client of [world.liClient, world.eastHead, world.leader, world.otherOffice]) {
    const refused = await client.refusal(results.listRanking, { params, query });
    expect(refused).toMatchObject({ status: 422, code: 'refused' });
    expect(refused.body.message).toContain('尚未公示');
  }
  const mine = { params: { periodId: early, subjectKind: 'officer' as const, subjectId: world.li.id } };
  expect((await world.liClient.refusal(results.getResult, mine)).code).toBe('refused');
  expect((await world.liClient.refusal(results.exportScoreSheet, mine)).code).toBe('refused');
  expect((await world.liClient.refusal(results.exportRanking, { params, query })).code).toBe('refused');
  // Where one stands is no secret (P13), only ranks are.
  const { standing } = await world.liClient.call(results.getStanding, mine);
  expect(standing).toMatchObject({ score: { state: 'scored', value: '60.00' }, rank: null });
});

test('X1 a result explains itself by clause, entry, person and reason', async () => {
  const { lines } = await world.liClient.call(results.getResult, ofOfficer(world.li));
  const line = lines.find((each) => each.entries.some((entry) => entry.reason === '抽查不在位'));
  expect(line).toMatchObject({ clauseId: 'c1', clauseText: '抽查一次不在位扣 1 分。' });
  expect(line?.text).toContain('2 次');
  expect(line?.entries[0]).toMatchObject({ by: world.reviewer.session.account.displayName, counts: true });
});

test('P11 rankings are filtered by sequence, unit and text, and sorted both ways', async () => {
  const names = async (query: Record<string, unknown>) =>
    (await rank(world.office, { subjectKind: 'officer', ...query })).items.map((row) => row.name);
  expect(await names({ sequenceCode: 'inner' })).toEqual(['钱某']);
  expect(await names({ unitId: world.east.id })).toEqual(['王某', '李某']);
  expect(await names({ text: '城西' })).toEqual(['赵某']);
  expect(await names({ text: world.li.policeNo })).toEqual(['李某']);
  expect(await names({ text: '%' })).toEqual([]);
  expect(await names({ sort: 'score' })).toEqual(['赵某', '钱某', '李某', '王某']);
  expect(await names({ sort: 'score', descending: 'true' })).toEqual(['王某', '李某', '钱某', '赵某']);
  const page = await rank(world.office, {
    subjectKind: 'officer',
    pageSize: 1,
    page: 2,
    sequenceCode: 'field',
  });
  expect([page.total, page.items.map((row) => row.name)]).toEqual([3, ['李某']]);
});

test('P11 a subject’s results stand over the periods, published ones only', async () => {
  await sealedMonth(world);
  const params = { subjectKind: 'officer' as const, subjectId: world.li.id };
  const history = await world.liClient.call(results.listSubjectResults, { params, query: {} });
  expect(history.items.map(({ score, rank: place, sealed }) => [score.value, place, sealed]).sort()).toEqual([
    ['92.00', 2, false],
    ['92.00', 2, true],
  ]);
  const other = { params: { ...params, subjectId: world.wang.id } };
  expect((await world.liClient.refusal(results.listSubjectResults, other)).code).toBe('forbidden');
});

test('P1 without a session there are no results, and another bureau finds none', async () => {
  const query = { subjectKind: 'officer' } as const;
  const reads = [
    [results.listRanking, { params: { periodId }, query }],
    [results.exportRanking, { params: { periodId }, query }],
    [results.getResult, ofOfficer(world.li)],
    [results.getStanding, ofOfficer(world.li)],
    [results.exportScoreSheet, ofOfficer(world.li)],
    [results.listSubjectResults, { params: { subjectKind: 'officer', subjectId: world.li.id } }],
  ] as const;
  const far = await world.server.signInWith({ roles: ['office'], unit: await seedBureau(world.server.db) });
  const auditor = await world.server.signInWith({ roles: ['auditAdmin'], unit: world.city });
  for (const [endpoint, parts] of reads) {
    expect((await world.server.visitor.refusal(endpoint, parts)).status, endpoint.path).toBe(401);
    expect((await auditor.refusal(endpoint, parts)).status, endpoint.path).toBe(403);
    expect((await far.refusal(endpoint, parts)).code, endpoint.path).toBe('notFound');
  }
});

test('P13 a standing is computed from one officer’s entries alone and equals the result of the whole month', async () => {
  for (const officer of [world.wang, world.li, world.zhao, world.qian]) {
    const { standing } = await world.office.call(results.getStanding, ofOfficer(officer));
    const result = await world.office.call(results.getResult, ofOfficer(officer));
    expect(standing?.score).toEqual(result.score);
    expect(standing?.items).toEqual(result.items);
    expect(standing?.lines).toEqual(result.lines);
    expect(standing?.rank).toBeNull();
  }
});
