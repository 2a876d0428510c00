import { randomUUID } from 'node:crypto';
import { submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { accept, app, city, DURING, report, setNow, setUpWork } from './work.ts';

setUpWork();

const take = (who: TestClient, submissionId: string) =>
  who.call(submissions.takeSubmission, {
    params: { submissionId },
    body: { requestId: randomUUID(), version: 1 },
  });
const withdrawal = (submissionId: string) => ({
  params: { submissionId },
  body: { requestId: randomUUID() },
});

test('P9 what a reviewer has taken up its author may not withdraw, and is told who has it and what to do', async () => {
  const { id } = await report();
  const before = await city.as.officer.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(before.submission.can.withdraw).toBe(true);
  const { submission } = await take(city.as.orderReviewer, id);
  expect(submission.taken).toMatchObject({ byName: '治安审核甲', mine: true });
  const refusal = await city.as.officer.refusal(submissions.withdrawSubmission, withdrawal(id));
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
  expect(refusal.message).toMatch(/治安审核甲于.*受理.*不能撤回.*退回后补正/);
  const after = await city.as.officer.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(after.submission.can.withdraw).toBe(false);
  expect(after.submission.state).toBe('submitted');
  expect(after.submission.timeline.map((each) => each.actionLabel)).toEqual(['提交', '受理']);
});

test('P9 until it is taken up the author may withdraw it', async () => {
  const { id } = await report();
  const { submission } = await city.as.officer.call(submissions.withdrawSubmission, withdrawal(id));
  expect(submission.state).toBe('withdrawn');
  const late = await city.as.orderReviewer.refusal(submissions.takeSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(late.message).toContain('已撤回');
});

test('P9 the second reviewer sees who has it and decides nothing until it is released', async () => {
  const { id } = await report();
  await take(city.as.orderReviewer, id);
  const { submission } = await city.as.orderReviewer2.call(submissions.getSubmission, {
    params: { submissionId: id },
  });
  expect(submission.taken).toMatchObject({ byName: '治安审核甲', mine: false });
  expect(submission.can).toMatchObject({ review: false, take: false, release: false, transfer: false });
  for (const refusal of [
    await city.as.orderReviewer2.refusal(submissions.takeSubmission, {
      params: { submissionId: id },
      body: { requestId: randomUUID(), version: 1 },
    }),
    await city.as.orderReviewer2.refusal(submissions.acceptSubmission, {
      params: { submissionId: id },
      body: { requestId: randomUUID(), version: 1 },
    }),
    await city.as.orderReviewer2.refusal(submissions.returnSubmission, {
      params: { submissionId: id },
      body: { requestId: randomUUID(), version: 1, reason: '不清楚' },
    }),
    await city.as.orderReviewer2.refusal(submissions.releaseSubmission, withdrawal(id)),
  ]) {
    expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
    expect(refusal.message).toContain('治安审核甲');
  }
  await city.as.orderReviewer.call(submissions.releaseSubmission, withdrawal(id));
  expect((await accept(city.as.orderReviewer2, id)).submission.state).toBe('accepted');
});

test('P9 in a batch what a colleague has taken up is refused for itself', async () => {
  const held = await report();
  const free = await report();
  await take(city.as.orderReviewer, held.id);
  const answer = await city.as.orderReviewer2.call(submissions.acceptMany, {
    body: {
      requestId: randomUUID(),
      items: [held, free].map(({ id }) => ({ submissionId: id, version: 1 })),
    },
  });
  expect(answer.accepted).toEqual([free.id]);
  expect(answer.refused).toMatchObject([
    { submissionId: held.id, message: expect.stringContaining('治安审核甲') },
  ]);
});

test('P9 taking up runs out after the hours set, and then anybody has it again', async () => {
  const { id } = await report();
  await take(city.as.orderReviewer, id);
  setNow(new Date(DURING.getTime() + 8 * 3_600_000 + 1));
  const seen = await city.as.orderReviewer2.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(seen.submission.taken).toBeNull();
  expect((await take(city.as.orderReviewer2, id)).submission.taken).toMatchObject({ byName: '治安审核乙' });
});

test('P9 of two who take it up at the same time one has it', async () => {
  const { id } = await report();
  const both = await Promise.allSettled([take(city.as.orderReviewer, id), take(city.as.orderReviewer2, id)]);
  expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
});

test('P9 nobody takes up own work, another department nothing of this one, and without a session nobody', async () => {
  const both = await app.signInWith({
    displayName: '内勤兼审核',
    unit: city.east,
    roles: ['unitClerk'],
    grants: [{ role: 'reviewer', unit: city.order }],
  });
  const own = await report(both);
  const asked = { params: { submissionId: own.id }, body: { requestId: randomUUID(), version: 1 } };
  expect((await both.refusal(submissions.takeSubmission, asked)).message).toContain('不得审核本人');
  expect((await city.as.legalReviewer.refusal(submissions.takeSubmission, asked)).code).toBe('forbidden');
  expect((await app.visitor.refusal(submissions.takeSubmission, asked)).code).toBe('notSignedIn');
  expect((await app.visitor.refusal(submissions.releaseSubmission, withdrawal(own.id))).code).toBe(
    'notSignedIn',
  );
});

test('P6 a newer version than the one looked at is looked at first, also for taking up', async () => {
  const { id } = await report();
  const refusal = await city.as.orderReviewer.refusal(submissions.takeSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 2 },
  });
  expect(refusal.code).toBe('conflict');
});

test('P9 the batch can be reckoned before it is confirmed, and reckoning books nothing', async () => {
  const plain = await report();
  const visits = await report(city.as.officer, {
    indicatorCode: 'visits',
    eventCode: undefined,
    quantity: '12',
  });
  const band = await report(city.as.officer, {
    indicatorCode: 'quality',
    eventCode: undefined,
    quantity: undefined,
  });
  const items = [plain, visits, band].map(({ id }) => ({ submissionId: id, version: 1 }));
  const told = await city.as.office.call(submissions.previewMany, { body: { items } });
  expect(told).toMatchObject({ accepted: 2, measures: 1, points: '4' });
  expect(told.refused.map((each) => each.submissionId)).toEqual([band.id]);
  const still = await city.as.office.call(submissions.getSubmission, { params: { submissionId: plain.id } });
  expect(still.submission).toMatchObject({ state: 'submitted', entries: [] });
  const done = await city.as.office.call(submissions.acceptMany, {
    body: { requestId: randomUUID(), items },
  });
  expect(done.points).toBe('4');
});

test('P9 in the queue what a colleague is at comes last, for the colleague in its place', async () => {
  setNow(new Date(DURING.getTime() - 60_000));
  const first = await report();
  setNow(DURING);
  const second = await report();
  await take(city.as.orderReviewer, first.id);
  const orderFor = async (who: TestClient) =>
    (await who.call(submissions.listReviewQueue, { query: { pageSize: 200 } })).items
      .map(({ id }) => id)
      .filter((id) => id === first.id || id === second.id);
  expect(await orderFor(city.as.orderReviewer2)).toEqual([second.id, first.id]);
  expect(await orderFor(city.as.orderReviewer)).toEqual([first.id, second.id]);
});
