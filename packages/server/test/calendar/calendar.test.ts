import { randomUUID } from 'node:crypto';
import { periodCalendar, periods, results } from '@mingji/contract';
import type { CalendarStep } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCalendar } from '../../src/modules/calendar/index.ts';
import { evaluatePeriod } from '../../src/modules/results/index.ts';
import {
  bookInspections,
  duringSeptember,
  type MonthWorld,
  openMonth,
  startMonthWorld,
  submitWork,
  travel,
} from '../results/month.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

const submitBy = new Date('2026-09-25T16:00:00.000Z');
const reviewBy = new Date('2026-09-30T16:00:00.000Z');
const after = (instant: Date, ms = 1) => new Date(instant.getTime() + ms);

async function september(automatic?: readonly CalendarStep[]): Promise<string> {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  if (automatic) await setAutomatic(periodId, automatic);
  return periodId;
}
const setAutomatic = (periodId: string, automatic: readonly CalendarStep[], remindDays = 0) =>
  world.office.call(periodCalendar.setCalendar, {
    params: { periodId },
    body: { requestId: randomUUID(), automatic: [...automatic], remindDays },
  });
/** What one run does with this period; other tests' periods are none of its business. */
async function runOn(periodId: string, deps = world.server.deps): Promise<string[]> {
  const { moved } = await runCalendar(deps);
  return moved.filter((each) => each.periodId === periodId).map(({ step }) => step);
}
const periodOf = async (periodId: string) =>
  (await world.office.call(periods.getPeriod, { params: { periodId } })).period;
const evaluationsOf = (periodId: string) =>
  world.server.db.selectFrom('evaluation').selectAll().where('period_id', '=', periodId).execute();
const noticesOf = (periodId: string) =>
  world.server.db
    .selectFrom('notification')
    .selectAll()
    .where('about_id', '=', periodId)
    .orderBy('at')
    .execute();

test('P14 the calendar closes at the deadline, hands over to review, computes after the review, each once', async () => {
  const periodId = await september();
  await travel(world, submitBy);
  expect(await runOn(periodId)).toEqual([]);
  await travel(world, after(submitBy));
  expect(await runOn(periodId)).toEqual(['closeSubmission', 'startReview']);
  expect(await runOn(periodId)).toEqual([]);
  await travel(world, reviewBy);
  expect(await runOn(periodId)).toEqual([]);
  await travel(world, after(reviewBy));
  expect(await runOn(periodId)).toEqual(['evaluate']);
  expect(await runOn(periodId)).toEqual([]);
  const period = await periodOf(periodId);
  expect(period.state).toBe('reviewing');
  const byClock = period.timeline.filter(({ byName }) => byName === '按日历自动');
  expect(byClock.map(({ actionLabel }) => actionLabel)).toEqual(['截止填报', '转入审核', '计算成绩']);
});

test('P14 a run that was missed for weeks is made good by the next; nothing is published or sealed by itself', async () => {
  const periodId = await september();
  await travel(world, new Date('2026-11-20T00:00:00Z'));
  expect(await runOn(periodId)).toEqual(['closeSubmission', 'startReview', 'evaluate']);
  const [evaluation] = await evaluationsOf(periodId);
  expect(evaluation).toMatchObject({ state: 'queued', requested_by: null });
  await evaluatePeriod(world.server.deps, evaluation?.id ?? '');
  expect(await runOn(periodId)).toEqual([]);
  expect((await periodOf(periodId)).state).toBe('reviewing');
});

test('P14 two servers that run the calendar at the same time do each step once', async () => {
  const periodId = await september();
  await travel(world, after(reviewBy));
  const [one, other] = await Promise.all([runOn(periodId), runOn(periodId)]);
  expect([...one, ...other].sort()).toEqual(['closeSubmission', 'evaluate', 'startReview']);
  expect(await evaluationsOf(periodId)).toHaveLength(1);
});

test('P14 a run that breaks off leaves the step undone and nothing half done; the next run does it', async () => {
  const periodId = await september();
  await travel(world, after(reviewBy));
  const broken = {
    ...world.server.deps,
    jobs: { add: async () => Promise.reject(new Error('the queue is away')) },
  };
  await expect(runOn(periodId, broken)).rejects.toThrow('the queue is away');
  expect(await evaluationsOf(periodId)).toEqual([]);
  expect((await periodOf(periodId)).state).toBe('reviewing');
  expect(await runOn(periodId)).toEqual(['evaluate']);
});

test('P14 what the office switched off is left to people', async () => {
  const periodId = await september([]);
  await travel(world, after(reviewBy));
  expect(await runOn(periodId)).toEqual([]);
  expect((await periodOf(periodId)).state).toBe('submissionClosed');
});

test('P14 publishing and sealing by itself happen in the name of who switched them on, by the same checks', async () => {
  const periodId = await september(['closeSubmission', 'startReview', 'evaluate', 'startNotice', 'seal']);
  await bookInspections(world, periodId, world.li, '17');
  await travel(world, after(reviewBy));
  await runOn(periodId);
  const [evaluation] = await evaluationsOf(periodId);
  await evaluatePeriod(world.server.deps, evaluation?.id ?? '');
  expect(await runOn(periodId)).toEqual(['startNotice']);
  const published = await periodOf(periodId);
  expect(published.timeline.at(-1)?.byName).toBe(world.office.session.account.displayName);
  await travel(world, new Date('2026-10-08T15:59:59Z'));
  expect(await runOn(periodId)).toEqual([]);
  await travel(world, new Date('2026-10-08T16:00:00.001Z'));
  expect(await runOn(periodId)).toEqual(['seal']);
  expect(await runOn(periodId)).toEqual([]);
  expect((await periodOf(periodId)).state).toBe('sealed');
});

test('P14 what keeps it from being published is told to the office once, and waits', async () => {
  const periodId = await september(['closeSubmission', 'startReview', 'evaluate', 'startNotice']);
  await submitWork(world, periodId);
  await travel(world, after(reviewBy));
  await runOn(periodId);
  const [evaluation] = await evaluationsOf(periodId);
  await evaluatePeriod(world.server.deps, evaluation?.id ?? '');
  expect(await runOn(periodId)).toEqual([]);
  expect(await runOn(periodId)).toEqual([]);
  expect((await periodOf(periodId)).state).toBe('reviewing');
  const told = (await noticesOf(periodId)).filter(({ detail }) => detail.includes('没有自动公示'));
  expect(new Set(told.map(({ account_id }) => account_id)).size).toBe(told.length);
  expect(told[0]?.detail).toContain('还有 1 条填报未审核');
});

test('P14 deadlines are recalled once with counts only, and again when they were moved', async () => {
  const periodId = await september();
  await setAutomatic(periodId, [], 3);
  await submitWork(world, periodId);
  const reminders = async () => (await noticesOf(periodId)).filter(({ title }) => title.includes('截止填报'));
  await travel(world, new Date(submitBy.getTime() - 3 * 86_400_000 - 1));
  await runCalendar(world.server.deps);
  expect(await reminders()).toEqual([]);
  await travel(world, new Date(submitBy.getTime() - 2 * 86_400_000));
  await Promise.all([runCalendar(world.server.deps), runCalendar(world.server.deps)]);
  await runCalendar(world.server.deps);
  const first = await reminders();
  expect(first.map(({ detail }) => detail)).toEqual([
    '测试办法。本单位及下级 2 人，已有 1 人填报，1 人尚无填报。',
  ]);
  await world.office.call(periods.changePeriod, {
    params: { periodId },
    body: {
      requestId: randomUUID(),
      submitOn: '2026-09-26',
      reviewOn: '2026-09-30',
      reportOn: null,
      noticeDays: 5,
      appealDays: 5,
      reason: '系统停电',
    },
  });
  await runCalendar(world.server.deps);
  expect(await reminders()).toHaveLength(2);
  await travel(world, new Date('2026-09-28T16:00:00Z'));
  await runCalendar(world.server.deps);
  const reviews = (await noticesOf(periodId)).filter(({ title }) => title.includes('审核完毕'));
  expect(reviews.map(({ detail }) => detail)).toEqual(['测试办法。本部门还有 1 件待审核。']);
});

test('P14 only the office of the line sets what a period does by itself; a sealed one does nothing more', async () => {
  const periodId = await september();
  const wish = {
    params: { periodId },
    body: { requestId: randomUUID(), automatic: ['seal'], remindDays: 3 },
  };
  for (const client of [world.liClient, world.otherOffice, world.eastHead]) {
    expect((await client.refusal(periodCalendar.setCalendar, wish)).status).toBe(403);
  }
  expect((await world.server.visitor.refusal(periodCalendar.setCalendar, wish)).status).toBe(401);
  const long = { ...wish, body: { ...wish.body, remindDays: 31 } };
  expect((await world.office.refusal(periodCalendar.setCalendar, long)).body.problems[0]?.path).toBe(
    'remindDays',
  );
  const { period } = await world.office.call(periodCalendar.setCalendar, {
    ...wish,
    body: { requestId: randomUUID(), automatic: ['seal', 'evaluate'], remindDays: 5 },
  });
  expect(period).toMatchObject({ automatic: ['evaluate', 'seal'], remindDays: 5 });
});

test('P14 a month is closed by one person in few acts: close, review, compute, publish, seal', async () => {
  const periodId = await september();
  await bookInspections(world, periodId, world.li, '17');
  const act = (action: 'closeSubmission' | 'startReview') =>
    world.office.call(periods.movePeriod, {
      params: { periodId },
      body: { requestId: randomUUID(), action, reason: null, submitOn: null },
    });
  await act('closeSubmission');
  await act('startReview');
  const { evaluation } = await world.office.call(results.startEvaluation, {
    params: { periodId },
    body: { requestId: randomUUID() },
  });
  await evaluatePeriod(world.server.deps, evaluation.id);
  await world.office.call(results.publishResults, {
    params: { periodId },
    body: { requestId: randomUUID() },
  });
  await world.office.call(results.sealPeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), earlyReason: '领导要求提前' },
  });
  expect((await periodOf(periodId)).state).toBe('sealed');
});
