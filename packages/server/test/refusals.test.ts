import { randomUUID } from 'node:crypto';
import { appeals, files, results, submissions, targets } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPeriod } from './pilot/trials.ts';
import {
  afterDeadline,
  appealAgainst,
  bookAbsence,
  bookInspections,
  compute,
  countOf,
  duringSeptember,
  type MonthWorld,
  move,
  onPeriod,
  openMonth,
  sealRequest,
  startMonthWorld,
  submitWork,
  travel,
} from './results/month.ts';
import type { TestClient } from './support/client.ts';
import { split } from './targets/target-county.ts';

/** The bad input that the platform must refuse, in one place; each with its reason, and with nothing lost or left. */
let world: MonthWorld;
let periodId: string;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());
beforeEach(async () => {
  await travel(world, duringSeptember);
  periodId = await openMonth(world);
});

const work = (more: object = {}) => ({
  body: {
    requestId: randomUUID(),
    periodId,
    subjectKind: 'officer' as const,
    subjectId: world.li.id,
    indicatorCode: 'inspection',
    title: '检查旅馆三家',
    quantity: '3',
    occurredOn: '2026-09-08',
    fileIds: [] as string[],
    ...more,
  },
});
/** What was refused has left no row behind. */
async function leavesNothing<T>(tables: readonly string[], act: () => Promise<T>): Promise<T> {
  const count = () => Promise.all(tables.map((table) => countOf(world, table)));
  const before = await count();
  const refused = await act();
  expect(await count()).toEqual(before);
  return refused;
}
const WORK = ['submission', 'submission_version', 'ledger_entry', 'notification'];

test('P8 past the deadline: refused with the deadline named', async () => {
  await travel(world, afterDeadline);
  const refused = await leavesNothing(WORK, () =>
    world.liClient.refusal(submissions.createSubmission, work()),
  );
  expect([refused.code, refused.message]).toEqual([
    'deadlinePassed',
    expect.stringContaining('2026年9月25日24:00'),
  ]);
});

test('P1 P6 wrong unit: nobody reports for, reads or reviews work of another unit', async () => {
  const wrong = work({ subjectId: world.zhao.id });
  const refused = await leavesNothing(WORK, () =>
    world.eastHead.refusal(submissions.createSubmission, wrong),
  );
  expect(refused.code).toBe('forbidden');
  const submissionId = await submitWork(world, periodId);
  const params = { submissionId };
  const body = { requestId: randomUUID(), version: 1 };
  for (const who of [world.otherOffice, world.eastHead]) {
    expect((await who.refusal(submissions.acceptSubmission, { params, body })).code).toBe('forbidden');
  }
  expect((await world.otherOffice.refusal(submissions.getSubmission, { params })).status).toBeGreaterThan(
    402,
  );
  expect((await world.reviewer.call(submissions.getSubmission, { params })).submission.state).toBe(
    'submitted',
  );
});

test('P5 a split beyond the target: refused with its place, unless a reason is given', async () => {
  const { ruleSet } = await readPeriod(world, periodId);
  const book = { versionId: ruleSet.versionId, year: 2026 };
  const row = { indicatorCode: 'inspection', unitId: world.county.id, quantity: '10' };
  await world.office.call(targets.issueTargets, {
    params: book,
    body: { requestId: randomUUID(), rows: [row] },
  });
  const { id } = await world.server.db
    .selectFrom('target')
    .select('id')
    .where('rule_set_version_id', '=', ruleSet.versionId)
    .executeTakeFirstOrThrow();
  const parts = [world.east, world.west].map((unit) => ({ kind: 'unit', id: unit.id, quantity: '6' }));
  const refused = await leavesNothing(['target'], () =>
    world.office.refusal(targets.decomposeTarget, split({ id, splitNo: 0 }, parts)),
  );
  expect([refused.code, refused.body.problems[0]?.path]).toEqual(['refused', 'overSplitReason']);
});

test('P6 an attachment of a forbidden type or size: refused by its content, whatever its name', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)]);
  const large = Buffer.alloc(20 * 1024 * 1024 + 1, 65);
  const send = (name: string, bytes: Uint8Array) => world.liClient.upload(files.uploadFile, { name, bytes });
  await leavesNothing(['file'], async () => {
    await expect(send('照片.jpg', program)).rejects.toMatchObject({ code: 'unsupportedFile' });
    await expect(send('说明.txt', large)).rejects.toMatchObject({
      code: 'tooLarge',
      message: expect.stringContaining('20 MB'),
    });
  });
});

test('P7 an appeal twice: refused, and the first one goes on', async () => {
  const entryId = await bookAbsence(world, periodId, world.li, '1');
  const appealId = await appealAgainst(world, entryId);
  const again = { body: { requestId: randomUUID(), entryId, grounds: '再次说明', fileIds: [] } };
  const refused = await leavesNothing(['appeal', 'notification'], () =>
    world.liClient.refusal(appeals.fileAppeal, again),
  );
  expect([refused.code, refused.message]).toEqual(['refused', expect.stringContaining('复议')]);
  const { appeal } = await world.liClient.call(appeals.getAppeal, { params: { appealId } });
  expect(appeal.state).toBe('filed');
});

test('§13 one’s own case: neither reviewed by its author, nor an appeal answered by who scored', async () => {
  const own: TestClient = await world.server.signInWith({
    roles: ['officer', 'reviewer'],
    unit: world.brigade,
    officer: world.qian,
  });
  const { submission } = await own.call(submissions.createSubmission, work({ subjectId: world.qian.id }));
  const accept = { params: { submissionId: submission.id }, body: { requestId: randomUUID(), version: 1 } };
  const refused = await leavesNothing(WORK, () => own.refusal(submissions.acceptSubmission, accept));
  expect([refused.code, refused.message]).toEqual(['forbidden', expect.stringContaining('本人')]);
  const appealId = await appealAgainst(world, await bookAbsence(world, periodId, world.li, '1'));
  const body = {
    requestId: randomUUID(),
    outcome: 'dismissed',
    answer: '维持',
    fileIds: [],
    correction: null,
  };
  const decision = { params: { appealId }, body } as never;
  const scorer = await leavesNothing(WORK, () => world.reviewer.refusal(appeals.decideAppeal, decision));
  expect([scorer.code, scorer.message]).toEqual(['forbidden', expect.stringContaining('评分人')]);
});

test('P14 closing with open work: neither published nor sealed while something waits, and it is named', async () => {
  const submissionId = await submitWork(world, periodId);
  await bookInspections(world, periodId, world.wang, '25');
  await travel(world, afterDeadline);
  await move(world, periodId, 'startReview');
  await compute(world, periodId);
  const publish = () => world.office.refusal(results.publishResults, onPeriod(periodId));
  const refused = await leavesNothing(['seal', 'notification'], publish);
  expect(refused.code).toBe('refused');
  expect(JSON.stringify(refused.body)).toContain('未审');
  const seal = () => world.office.refusal(results.sealPeriod, sealRequest(periodId, '提前'));
  expect(['refused', 'conflict']).toContain((await leavesNothing(['seal'], seal)).code);
  const { submission } = await world.liClient.call(submissions.getSubmission, { params: { submissionId } });
  expect([submission.state, (await readPeriod(world, periodId)).state]).toEqual(['submitted', 'reviewing']);
});
