import { randomUUID } from 'node:crypto';
import { appeals, reviewDuties, submissions } from '@mingji/contract';
import { beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { accept, app, city, report, setUpWork } from './work.ts';

setUpWork();
const accountOf = (who: TestClient) => who.session.account.id;
beforeAll(async () => {
  await city.as.office.call(reviewDuties.setDutyOrder, {
    params: { unitId: city.order.id },
    body: {
      requestId: randomUUID(),
      accountIds: [accountOf(city.as.orderReviewer), accountOf(city.as.orderReviewer2)],
    },
  });
});
const call = (submissionId: string, reason = '与填报人有近亲属关系') => ({
  params: { submissionId },
  body: { requestId: randomUUID(), reason },
});
const recuse = (who: TestClient, id: string) => who.call(submissions.recuseFromReview, call(id));
const detail = async (who: TestClient, submissionId: string) =>
  (await who.call(submissions.getSubmission, { params: { submissionId } })).submission;

test('P9 a related reviewer steps back with the reason; it goes to the stand-in, who is told', async () => {
  const { id, assigneeName } = await report();
  expect(assigneeName).toBe('治安审核甲');
  const { submission } = await recuse(city.as.orderReviewer, id);
  expect(submission).toMatchObject({ state: 'submitted', assigneeName: '治安审核乙' });
  const seen = await detail(city.as.officer, id);
  expect(seen.timeline.at(-1)).toMatchObject({
    actionLabel: '回避',
    byName: '治安审核甲',
    reason: '与填报人有近亲属关系，转由治安审核乙办理',
  });
  const told = await app.db
    .selectFrom('notification')
    .select('title')
    .where('account_id', '=', accountOf(city.as.orderReviewer2))
    .execute();
  expect(told.map(({ title }) => title)).toContain('治安审核甲回避审核“排查商铺消防隐患”，转由您审核');
  expect((await accept(city.as.orderReviewer2, id)).submission.state).toBe('accepted');
});

test('P9 who stepped back decides it no more: not alone, not in a batch, not taken up, not given back to him', async () => {
  const { id } = await report();
  await recuse(city.as.orderReviewer, id);
  const shown = await detail(city.as.orderReviewer, id);
  expect(shown.can).toMatchObject({ review: false, recuse: false, take: false, transfer: false });
  expect(shown.can.reviewRefusal).toContain('申请回避');
  const queue = await city.as.orderReviewer.call(submissions.listReviewQueue, { query: { pageSize: 200 } });
  expect(queue.items.map((item) => item.id)).not.toContain(id);
  const params = { submissionId: id };
  const version = { requestId: randomUUID(), version: 1 };
  const refused = [
    await city.as.orderReviewer.refusal(submissions.acceptSubmission, { params, body: version }),
    await city.as.orderReviewer.refusal(submissions.takeSubmission, { params, body: version }),
    await city.as.orderReviewer.refusal(submissions.recuseFromReview, call(id)),
  ];
  expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden']);
  const many = await city.as.orderReviewer.call(submissions.acceptMany, {
    body: { requestId: randomUUID(), items: [{ submissionId: id, version: 1 }] },
  });
  expect(many.refused[0]?.message).toContain('申请回避');
  const back = await city.as.orderReviewer2.refusal(reviewDuties.transferSubmissions, {
    body: {
      requestId: randomUUID(),
      submissionIds: [id],
      to: { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer) },
      reason: '请代审',
    },
  });
  expect(back.code).toBe('refused');
});

test('P9 corrected and handed in again it still passes him by; the appeal about it too', async () => {
  const { id } = await report();
  await recuse(city.as.orderReviewer, id);
  await city.as.orderReviewer2.call(submissions.returnSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1, reason: '缺现场照片' },
  });
  const { appeal } = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), submissionId: id, grounds: '照片已附', fileIds: [] },
  });
  const read = await city.as.orderReviewer.call(appeals.getAppeal, { params: { appealId: appeal.id } });
  expect(read.appeal.can.decide).toBe(false);
  await city.as.officer.call(appeals.withdrawAppeal, {
    params: { appealId: appeal.id },
    body: { requestId: randomUUID() },
  });
  const { submission } = await city.as.officer.call(submissions.resubmit, {
    params: { submissionId: id },
    body: {
      requestId: randomUUID(),
      title: '补正',
      eventCode: 'found',
      quantity: '1',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  expect(submission.assigneeName).toBe('治安审核乙');
});

test('P9 when nobody is left it waits for somebody to be named; the department and its head see it', async () => {
  const { id } = await report();
  await recuse(city.as.orderReviewer, id);
  const { submission } = await recuse(city.as.orderReviewer2, id);
  expect(submission).toMatchObject({ state: 'submitted', assigneeName: null });
  expect((await accept(city.as.office, id)).submission.state).toBe('accepted');
});

test('P9 nobody steps back from what is not his to review, without a reason, or from what is decided', async () => {
  const { id } = await report();
  const refusal = async (who: TestClient, reason?: string) =>
    (await who.refusal(submissions.recuseFromReview, call(id, reason))).code;
  expect(await refusal(city.as.orderReviewer, ' ')).toBe('invalid');
  expect(await refusal(city.as.legalReviewer)).toBe('forbidden');
  expect(await refusal(city.as.officer)).toBe('forbidden');
  expect(await refusal(app.visitor)).toBe('notSignedIn');
  await accept(city.as.orderReviewer, id);
  expect(await refusal(city.as.orderReviewer2)).toBe('conflict');
});
