import { entries, results } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluatePeriod } from '../../src/modules/results/index.ts';
import {
  afterDeadline,
  bookAbsence,
  compute,
  duringSeptember,
  type MonthWorld,
  onPeriod,
  openMonth,
  publishedMonth,
  startMonthWorld,
  submitWork,
  travel,
} from './month.ts';
import { reopenReview } from './reopen-review.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

const closingOf = (periodId: string) => world.office.call(results.getClosing, { params: { periodId } });
const codesOf = async (periodId: string) =>
  (await closingOf(periodId)).checks.map(({ code, blocks }) => `${code}:${blocks}`);

test('P14 the checklist names what is open, step by step, until nothing is', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  await submitWork(world, periodId);
  expect(await codesOf(periodId)).toEqual([
    'submissionOpen:publish',
    'unreviewed:publish',
    'missingFacts:none',
    'noResults:publish',
    'notPublished:seal',
  ]);
  await travel(world, afterDeadline);
  await compute(world, periodId);
  expect(await codesOf(periodId)).toEqual(['unreviewed:publish', 'missingFacts:none', 'notPublished:seal']);
  const { checks, period } = await closingOf(periodId);
  expect(period.state).toBe('submissionClosed');
  expect(checks[0]).toMatchObject({
    label: '还有 1 条填报未审核',
    count: 1,
    href: '/review-load',
    details: ['治安管理大队 1 条待审核'],
  });
  const refused = await world.office.refusal(results.publishResults, onPeriod(periodId));
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems.map((problem) => problem.path)).toEqual(['unreviewed']);
});

test('P14 a computation gives every subject its exact score and rank, and its progress can be found again', async () => {
  const { periodId } = await publishedMonth(world);
  const { evaluation } = await closingOf(periodId);
  expect(evaluation).toMatchObject({ state: 'done', current: true, entryCount: 4, failure: null });
  expect(evaluation?.doneSteps).toBe(evaluation?.totalSteps);
  const ranking = await world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer', sequenceCode: 'field' },
  });
  // 60 + 40 (25 of 20, capped) = 100; 58 + 34 (17 of 20) = 92; 59 + 0.
  expect(ranking.items.map(({ name, score, rank, rankOf }) => [name, score.value, rank, rankOf])).toEqual([
    ['王某', '100.00', 1, 3],
    ['李某', '92.00', 2, 3],
    ['赵某', '59.00', 3, 3],
  ]);
});

test('§15 closing twice is one closing: a computation that runs is answered with, not repeated', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  const [first, second] = await Promise.all([
    world.office.call(results.startEvaluation, onPeriod(periodId)),
    world.secondOffice.call(results.startEvaluation, onPeriod(periodId)),
  ]);
  expect(second.evaluation.id).toBe(first.evaluation.id);
  await Promise.all([
    evaluatePeriod(world.server.deps, first.evaluation.id),
    evaluatePeriod(world.server.deps, first.evaluation.id),
  ]);
  const rows = await world.server.db
    .selectFrom('result')
    .select('evaluation_id')
    .distinct()
    .where('period_id', '=', periodId)
    .execute();
  expect(rows).toEqual([{ evaluation_id: first.evaluation.id }]);
});

test('§15 a computation whose process died is given up after two minutes, and the next one takes over', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  const { evaluation: dead } = await world.office.call(results.startEvaluation, onPeriod(periodId));
  await travel(world, new Date(duringSeptember.getTime() + 121_000));
  const { evaluation } = await world.office.call(results.startEvaluation, onPeriod(periodId));
  expect(evaluation.id).not.toBe(dead.id);
  await evaluatePeriod(world.server.deps, evaluation.id);
  expect((await closingOf(periodId)).evaluation).toMatchObject({ id: evaluation.id, state: 'done' });
});

test('P14 an entry booked after the computation makes it stale, and stale results are not published', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  await compute(world, periodId);
  await bookAbsence(world, periodId, world.wang, '1');
  await travel(world, afterDeadline);
  expect(await codesOf(periodId)).toEqual(['missingFacts:none', 'resultsStale:publish', 'notPublished:seal']);
  expect((await closingOf(periodId)).evaluation?.current).toBe(false);
  const refused = await world.office.refusal(results.publishResults, onPeriod(periodId));
  expect(refused.body.message).toContain('重新计算');
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
});

test('P14 publishing twice: one publishes, the other is told; the notice ends on the fifth working day', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  await travel(world, afterDeadline);
  await compute(world, periodId);
  const outcomes = await Promise.allSettled([
    world.office.call(results.publishResults, onPeriod(periodId)),
    world.secondOffice.call(results.publishResults, onPeriod(periodId)),
  ]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await closingOf(periodId)).period).toMatchObject({
    state: 'inNotice',
    publishedAt: afterDeadline.toISOString(),
    noticeEndsOn: '2026-10-02',
  });
});

test('§6 published results sent back for review can be corrected and published anew', async () => {
  const { periodId, absence } = await publishedMonth(world);
  await reopenReview(world, periodId);
  await world.reviewer.call(entries.correctEntry, {
    params: { entryId: absence },
    body: {
      requestId: crypto.randomUUID(),
      reason: '核实为一次',
      replacement: { eventCode: 'absent', quantity: '1' },
      fileIds: [],
    },
  });
  await travel(world, new Date(afterDeadline.getTime() + 60_000));
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
  const mine = await world.liClient.call(results.getResult, {
    params: { periodId, subjectKind: 'officer', subjectId: world.li.id },
  });
  expect(mine.score.value).toBe('93.00');
});

test('P1 nobody without a session, no officer and no other county closes this month', async () => {
  const { periodId } = await publishedMonth(world);
  const params = { periodId };
  for (const endpoint of [results.startEvaluation, results.publishResults]) {
    expect((await world.server.visitor.refusal(endpoint, onPeriod(periodId))).status).toBe(401);
    for (const client of [world.liClient, world.otherOffice, world.eastHead]) {
      expect(await client.refusal(endpoint, onPeriod(periodId))).toMatchObject({
        status: 403,
        code: 'forbidden',
      });
    }
  }
  expect((await world.server.visitor.refusal(results.getClosing, { params })).status).toBe(401);
  expect((await world.otherOffice.refusal(results.getClosing, { params })).code).toBe('forbidden');
  expect((await world.liClient.refusal(results.getClosing, { params })).code).toBe('forbidden');
});
