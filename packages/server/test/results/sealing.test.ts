import { results } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedBureau } from '../support/seed.ts';
import {
  afterNotice,
  appealAgainst,
  bookAbsence,
  countOf,
  duringSeptember,
  lastNoticeDay,
  type MonthWorld,
  openMonth,
  publishedMonth,
  sealedMonth,
  sealRequest,
  startMonthWorld,
  travel,
} from './month.ts';
import { insertSubmission } from './work-rows.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

const seal = (periodId: string, earlyReason: string | null = null) =>
  world.office.call(results.sealPeriod, sealRequest(periodId, earlyReason));
const refusedSeal = (periodId: string, earlyReason: string | null = null) =>
  world.office.refusal(results.sealPeriod, sealRequest(periodId, earlyReason));
const verification = (sealId: string) => world.leader.call(results.verifySeal, { params: { sealId } });

test('P14 a sealed month says so everywhere, and its seal verifies', async () => {
  const { periodId, sealId } = await sealedMonth(world);
  const closing = await world.office.call(results.getClosing, { params: { periodId } });
  expect(closing).toMatchObject({
    period: { state: 'sealed' },
    checks: [],
    seal: { id: sealId, sealedAt: afterNotice.toISOString(), earlyReason: null },
  });
  const report = await verification(sealId);
  expect(report).toMatchObject({ ok: true, findings: [] });
  expect(report.checked.map((check) => check.ok)).toEqual(Array.from({ length: 9 }, () => true));
});

test('§15 seals form one chain: each carries the hash of the one before', async () => {
  await sealedMonth(world);
  await sealedMonth(world);
  const { items } = await world.leader.call(results.listSeals, { query: { pageSize: 200 } });
  expect(items.length).toBeGreaterThan(1);
  items.forEach((one, index) => {
    expect(one.sequenceNo).toBe(items.length - index);
    expect(one.previousHash).toBe(items[index + 1]?.sealHash ?? null);
  });
});

test('§15 sealing twice is one sealing: the same request gets the same answer, another is told', async () => {
  const { periodId } = await publishedMonth(world);
  await travel(world, afterNotice);
  const request = sealRequest(periodId);
  const first = await world.office.call(results.sealPeriod, request);
  const again = await world.office.call(results.sealPeriod, request);
  expect(again).toEqual(first);
  expect(await refusedSeal(periodId)).toMatchObject({ status: 409, code: 'sealed' });
});

test('§15 two offices sealing at the same time make one seal; two months at the same time make one chain', async () => {
  const one = await publishedMonth(world);
  const other = await publishedMonth(world);
  await travel(world, afterNotice);
  const before = await countOf(world, 'seal');
  const outcomes = await Promise.allSettled([
    world.office.call(results.sealPeriod, sealRequest(one.periodId)),
    world.secondOffice.call(results.sealPeriod, sealRequest(one.periodId)),
    world.secondOffice.call(results.sealPeriod, sealRequest(other.periodId)),
  ]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2);
  expect(await countOf(world, 'seal')).toBe(before + 2);
  const { items } = await world.leader.call(results.listSeals, { query: { pageSize: 2 } });
  for (const each of items) expect((await verification(each.id)).ok).toBe(true);
});

test('P14 a month is not sealed before it was on notice', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  expect(await refusedSeal(periodId)).toMatchObject({ code: 'conflict' });
});

test('P14 an open appeal stops the sealing and is named', async () => {
  const { periodId } = await publishedMonth(world, (absence) => appealAgainst(world, absence));
  await travel(world, afterNotice);
  const refused = await refusedSeal(periodId);
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.message).toContain('还有 1 件复议未答复');
  expect(refused.body.problems.map((problem) => problem.path)).toEqual(['openAppeals']);
});

test('P14 work nobody reviewed stops the sealing, even when it appears during the notice', async () => {
  await travel(world, duringSeptember);
  const { periodId } = await publishedMonth(world);
  await insertSubmission(world, periodId, 'submitted');
  await travel(world, afterNotice);
  expect((await refusedSeal(periodId)).body.problems.map((problem) => problem.path)).toEqual(['unreviewed']);
});

test('P14 an entry booked during the notice makes the published results stale, and stale results are not sealed', async () => {
  const { periodId } = await publishedMonth(world);
  await bookAbsence(world, periodId, world.wang, '1');
  await travel(world, afterNotice);
  expect((await refusedSeal(periodId)).body.problems.map((problem) => problem.path)).toEqual([
    'resultsStale',
  ]);
});

test('§15 what is sealed is what was on notice: a roster changed since then stops the sealing', async () => {
  const { periodId } = await publishedMonth(world);
  await travel(world, afterNotice);
  await world.server.db
    .updateTable('ranking_sequence_member')
    .set({ exempt: true })
    .where('unit_id', '=', world.west.id)
    .execute();
  const refused = await refusedSeal(periodId);
  await world.server.db.updateTable('ranking_sequence_member').set({ exempt: false }).execute();
  expect(refused).toMatchObject({ code: 'conflict' });
  expect(refused.body.message).toContain('与公示的不一致');
  await seal(periodId);
});

test('P14 before the notice has run out sealing needs a reason, which the seal keeps', async () => {
  const { periodId } = await publishedMonth(world);
  await travel(world, lastNoticeDay);
  const silent = await refusedSeal(periodId);
  expect(silent.body.message).toContain('公示期至 2026年10月2日');
  expect(silent.body.problems.map((problem) => problem.path)).toEqual(['earlyReason']);
  const { sealId } = await seal(periodId, '上级要求提前报送');
  const closing = await world.office.call(results.getClosing, { params: { periodId } });
  expect(closing.seal).toMatchObject({ id: sealId, earlyReason: '上级要求提前报送' });
  expect((await verification(sealId)).ok).toBe(true);
});

test('P1 only the office of the month seals it; seals are verified by those entitled, of this bureau', async () => {
  const { periodId, sealId } = await sealedMonth(world);
  const params = { sealId };
  expect((await world.server.visitor.refusal(results.sealPeriod, sealRequest(periodId))).status).toBe(401);
  expect((await world.server.visitor.refusal(results.listSeals)).status).toBe(401);
  expect((await world.server.visitor.refusal(results.verifySeal, { params })).status).toBe(401);
  for (const client of [world.otherOffice, world.eastHead, world.liClient]) {
    expect((await client.refusal(results.sealPeriod, sealRequest(periodId))).code).toBe('forbidden');
  }
  expect((await world.liClient.refusal(results.verifySeal, { params })).code).toBe('forbidden');
  expect((await world.liClient.refusal(results.listSeals)).code).toBe('forbidden');
  const far = await world.server.signInWith({ roles: ['office'], unit: await seedBureau(world.server.db) });
  expect((await far.refusal(results.verifySeal, { params })).code).toBe('notFound');
  expect((await far.call(results.listSeals, { query: {} })).items).toEqual([]);
});
