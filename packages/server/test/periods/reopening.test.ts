import { randomUUID } from 'node:crypto';
import { periodCalendar, periods, results, workbench } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { afterNotice, type MonthWorld, publishedMonth, startMonthWorld, travel } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';

let world: MonthWorld;
let countyLeader: TestClient;
beforeAll(async () => {
  world = await startMonthWorld();
  countyLeader = await world.server.signInWith({ roles: ['supervisingLeader'], unit: world.county });
});
afterAll(() => world.server.stop());

const ask = (periodId: string, more: object = {}) => ({
  params: { periodId },
  body: {
    requestId: randomUUID(),
    action: 'reopenReview' as const,
    reason: '漏记一条加分',
    submitOn: null,
    ...more,
  },
});
const decide = (periodId: string, reopeningId: string, confirm = true, answer: string | null = null) => ({
  params: { periodId, reopeningId },
  body: { requestId: randomUUID(), confirm, answer },
});
async function asked(more: object = {}): Promise<{ periodId: string; reopeningId: string }> {
  const { periodId } = await publishedMonth(world);
  const { period } = await world.office.call(periodCalendar.requestReopening, ask(periodId, more));
  if (!period.reopening) throw new Error('nothing waits');
  return { periodId, reopeningId: period.reopening.id };
}
const stateOf = async (periodId: string) =>
  (await world.office.call(periods.getPeriod, { params: { periodId } })).period;

test('P14 what was published is reopened by two: the first asks, the second confirms, both are on record', async () => {
  const { periodId, reopeningId } = await asked();
  const groupsOf = async (client: TestClient) => {
    const { groups } = await client.call(workbench.getWorkbench);
    return groups.flatMap(({ key, items }) => (key === 'reopenings' ? items : []));
  };
  const waits = `reopening-${reopeningId}`;
  expect((await groupsOf(countyLeader)).map(({ key }) => key)).toContain(waits);
  expect((await groupsOf(world.office)).map(({ key }) => key)).not.toContain(waits);
  const waiting = await stateOf(periodId);
  expect(waiting).toMatchObject({ state: 'inNotice', reopening: { mine: true, mayDecide: false } });
  const { period } = await countyLeader.call(periodCalendar.decideReopening, decide(periodId, reopeningId));
  expect(period).toMatchObject({ state: 'reviewing', publishedAt: null, reopening: null });
  expect(period.timeline.at(-1)?.reason).toContain('复核');
  const told = await world.server.db
    .selectFrom('notification')
    .select(['title', 'account_id'])
    .where('about_id', '=', periodId)
    .where('title', 'like', '%重新开放%')
    .execute();
  const whom = new Set(told.map(({ account_id }) => account_id));
  expect(whom.has(countyLeader.session.account.id)).toBe(true);
  expect(whom.has(world.office.session.account.id)).toBe(true);
  expect(whom.has(world.eastHead.session.account.id)).toBe(true);
});

test('P14 nobody reopens a published period alone, nor confirms the own request', async () => {
  const { periodId, reopeningId } = await asked();
  const alone = await world.secondOffice.refusal(periods.movePeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), action: 'reopenReview', reason: '改分', submitOn: null },
  });
  expect(alone).toMatchObject({ code: 'conflict' });
  const own = await world.office.refusal(periodCalendar.decideReopening, decide(periodId, reopeningId));
  expect(own).toMatchObject({ status: 403, code: 'forbidden' });
  const twice = await world.secondOffice.refusal(periodCalendar.requestReopening, ask(periodId));
  expect(twice.body.message).toContain('已有一件申请待复核');
  expect((await stateOf(periodId)).state).toBe('inNotice');
});

test('P14 without a request a published period is refused with what to do; a refusal needs its reason', async () => {
  const { periodId } = await publishedMonth(world);
  const alone = await world.office.refusal(periods.movePeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), action: 'reopenReview', reason: '改分', submitOn: null },
  });
  expect(alone).toMatchObject({ status: 422, code: 'refused' });
  expect(alone.body.message).toContain('第二人复核');
  const { period } = await world.office.call(periodCalendar.requestReopening, ask(periodId));
  const id = period.reopening?.id ?? '';
  const silent = await countyLeader.refusal(periodCalendar.decideReopening, decide(periodId, id, false));
  expect(silent.body.problems[0]?.path).toBe('answer');
  const { period: kept } = await countyLeader.call(
    periodCalendar.decideReopening,
    decide(periodId, id, false, '理由不足'),
  );
  expect(kept).toMatchObject({ state: 'inNotice', reopening: null });
  expect(kept.timeline.at(-1)).toMatchObject({ actionLabel: '不同意重新开放', reason: '理由不足' });
});

test('P14 two who confirm at the same time: one reopens, the other is told', async () => {
  const { periodId, reopeningId } = await asked();
  const outcomes = await Promise.allSettled([
    countyLeader.call(periodCalendar.decideReopening, decide(periodId, reopeningId)),
    world.secondOffice.call(periodCalendar.decideReopening, decide(periodId, reopeningId, false, '不必')),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('P14 a month with a request that waits is not sealed; withdrawn, it is', async () => {
  const { periodId, reopeningId } = await asked();
  await travel(world, afterNotice);
  const seal = { params: { periodId }, body: { requestId: randomUUID(), earlyReason: null } };
  const refused = await world.office.refusal(results.sealPeriod, seal);
  expect(refused.body.problems.map(({ path }) => path)).toEqual(['openReopening']);
  const withdrawal = { params: { periodId, reopeningId }, body: { requestId: randomUUID() } };
  expect((await world.secondOffice.refusal(periodCalendar.withdrawReopening, withdrawal)).code).toBe(
    'forbidden',
  );
  await world.office.call(periodCalendar.withdrawReopening, withdrawal);
  await world.office.call(results.sealPeriod, {
    ...seal,
    body: { requestId: randomUUID(), earlyReason: null },
  });
  const late = await world.office.refusal(periodCalendar.requestReopening, ask(periodId));
  expect(late).toMatchObject({ code: 'sealed' });
});

test('P14 reopening for submission wants a new day ahead; a second reopening of one period needs two again', async () => {
  const { periodId, reopeningId } = await asked();
  await countyLeader.call(periodCalendar.decideReopening, decide(periodId, reopeningId));
  expect((await stateOf(periodId)).reopeningNeedsSecond).toBe(true);
  const again = { requestId: randomUUID(), action: 'reopenSubmission' as const, reason: '补一次' };
  const bare = await world.office.refusal(periods.movePeriod, {
    params: { periodId },
    body: { ...again, submitOn: '2026-10-10' },
  });
  expect(bare.body.message).toContain('已重新开放过 1 次');
  const past = await world.office.refusal(
    periodCalendar.requestReopening,
    ask(periodId, { action: 'reopenSubmission', submitOn: '2026-09-01' }),
  );
  expect(past.body.problems[0]?.path).toBe('submitOn');
});

test('P14 P20 late entry is no way around the second person, nor around a request that waits', async () => {
  const late = (periodId: string) => ({
    params: { periodId },
    body: {
      requestId: randomUUID(),
      submitOn: '2026-11-05',
      reviewOn: '2026-11-08',
      reason: '补录',
    },
  });
  const { periodId, reopeningId } = await asked();
  await countyLeader.call(periodCalendar.decideReopening, decide(periodId, reopeningId));
  await travel(world, new Date('2026-11-01T02:00:00Z'));
  const alone = await world.office.refusal(periodCalendar.openBackEntry, late(periodId));
  expect([alone.code, alone.message]).toEqual(['refused', expect.stringContaining('第二人复核')]);
  const again = ask(periodId, { action: 'reopenSubmission', submitOn: '2026-11-05' });
  await world.office.call(periodCalendar.requestReopening, again);
  const waiting = await world.office.refusal(periodCalendar.openBackEntry, late(periodId));
  expect([waiting.code, waiting.message]).toEqual(['conflict', expect.stringContaining('待复核')]);
  expect((await stateOf(periodId)).state).toBe('reviewing');
});

test('P14 an answer as long as it may be is told, cut to what a notice holds', async () => {
  const { periodId, reopeningId } = await asked();
  const answer = '请先核对。'.repeat(100);
  await countyLeader.call(periodCalendar.decideReopening, decide(periodId, reopeningId, false, answer));
  const told = await world.server.db
    .selectFrom('notification')
    .select('detail')
    .where('about_id', '=', periodId)
    .where('account_id', '=', world.office.session.account.id)
    .where('title', 'like', '%未获同意')
    .executeTakeFirstOrThrow();
  expect(told.detail).toHaveLength(500);
});

test('P1 another county, an officer and nobody ask for and decide nothing here', async () => {
  const { periodId, reopeningId } = await asked();
  for (const client of [world.otherOffice, world.liClient, world.eastHead]) {
    expect((await client.refusal(periodCalendar.requestReopening, ask(periodId))).status).toBe(403);
    expect((await client.refusal(periodCalendar.decideReopening, decide(periodId, reopeningId))).status).toBe(
      403,
    );
  }
  const { visitor } = world.server;
  expect((await visitor.refusal(periodCalendar.decideReopening, decide(periodId, reopeningId))).status).toBe(
    401,
  );
  expect((await visitor.refusal(periodCalendar.requestReopening, ask(periodId))).status).toBe(401);
});
