import { randomUUID } from 'node:crypto';
import { reviewDuties, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { seedOfficer } from '../support/seed.ts';
import { accept, app, city, entriesOf, report, setUpWork } from './work.ts';

setUpWork();

const accountOf = (who: TestClient) => who.session.account.id;
const transfer = (submissionIds: string[], to: Record<string, string>, reason = '专业问题，转请办理') => ({
  body: { requestId: randomUUID(), submissionIds, to, reason },
});
const detail = async (who: TestClient, submissionId: string) =>
  (await who.call(submissions.getSubmission, { params: { submissionId } })).submission;

test('P9 a reviewer passes work to a colleague with the reason; it is in the timeline and told', async () => {
  const { id } = await report();
  const to = { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer2) } as const;
  const done = await city.as.orderReviewer.call(reviewDuties.transferSubmissions, {
    body: { requestId: randomUUID(), submissionIds: [id], to, reason: '熟悉该场所' },
  });
  expect(done).toEqual({ moved: [id], refused: [] });
  const seen = await detail(city.as.orderReviewer2, id);
  expect(seen).toMatchObject({ assigneeName: '治安审核乙', assignedToMe: true });
  expect(seen.timeline.at(-1)).toMatchObject({
    actionLabel: '转办',
    reason: '转由治安审核乙办理：熟悉该场所',
  });
  const told = await app.db
    .selectFrom('notification')
    .select(['title', 'detail', 'address'])
    .where('account_id', '=', accountOf(city.as.orderReviewer2))
    .execute();
  expect(told).toContainEqual({
    title: `治安审核甲转来“${seen.title}”待审核`,
    detail: '熟悉该场所',
    address: `/review?whose=mine&id=${id}`,
  });
  const queue = await city.as.orderReviewer.call(submissions.listReviewQueue, {
    query: { whose: 'mine', pageSize: 200 },
  });
  expect(queue.items.map((item) => item.id)).not.toContain(id);
});

test('P9 to another owner department of the method it goes with what it needs, and is booked there', async () => {
  const { id } = await report();
  await city.as.orderReviewer.call(reviewDuties.transferSubmissions, {
    body: {
      requestId: randomUUID(),
      submissionIds: [id],
      to: { kind: 'unit', unitId: city.legal.id },
      reason: '属法制审核',
    },
  });
  const refusal = await city.as.orderReviewer.refusal(submissions.getSubmission, {
    params: { submissionId: id },
  });
  expect(refusal.code).toBe('notFound');
  expect((await accept(city.as.legalReviewer, id)).submission.state).toBe('accepted');
  expect(await entriesOf(id)).toMatchObject([{ owner_unit_id: city.legal.id }]);
});

test('P9 never to its author, to whom it concerns, to oneself, outside, or without a reason', async () => {
  const { id } = await report();
  const refuse = (to: Record<string, string>, reason?: string) =>
    city.as.orderReviewer.refusal(reviewDuties.transferSubmissions, transfer([id], to, reason));
  const outside = await refuse({ kind: 'reviewer', accountId: accountOf(city.as.legalReviewer) });
  expect(outside).toMatchObject({ status: 422, code: 'refused' });
  expect(outside.message).toContain('不是该归口部门的审核人');
  const self = await refuse({ kind: 'reviewer', accountId: accountOf(city.as.orderReviewer) });
  expect(self.message).toContain('不能转给自己');
  expect((await refuse({ kind: 'unit', unitId: city.east.id })).message).toContain('不归口任何指标');
  expect((await refuse({ kind: 'unit', unitId: city.order.id })).message).toContain('已在这个部门');
  const silent = await refuse({ kind: 'reviewer', accountId: accountOf(city.as.orderReviewer2) }, ' ');
  expect(silent.code).toBe('invalid');
  expect(await detail(city.as.orderReviewer, id)).toMatchObject({ state: 'submitted', assigneeName: null });
});

test('§13 work is not passed to the reviewer whose own it is', async () => {
  const ownOfficer = await seedOfficer(app.db, city.east, { name: '钱进' });
  const own = await app.signInWith({
    unit: city.east,
    officer: ownOfficer,
    roles: ['officer'],
    grants: [{ role: 'reviewer', unit: city.order }],
  });
  const { id } = await report(own, { subjectId: ownOfficer.id });
  const refusal = await city.as.orderReviewer.refusal(
    reviewDuties.transferSubmissions,
    transfer([id], { kind: 'reviewer', accountId: accountOf(own) }),
  );
  expect(refusal.message).toContain('钱进本人');
  const { reviewers } = await city.as.orderReviewer.call(reviewDuties.listTransferTargets, {
    params: { submissionId: id },
  });
  expect(reviewers.map(({ id: one }) => one)).not.toContain(accountOf(own));
  // Nor does he choose who judges it.
  const chosen = await own.refusal(
    reviewDuties.transferSubmissions,
    transfer([id], { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer) }),
  );
  expect(chosen.message).toContain('不得审核本人');
});

test('P9 the head of the department gives many at once to others, each for itself', async () => {
  const head = await app.signInWith({ displayName: '治安大队长', unit: city.order, roles: ['unitHead'] });
  const made = [await report(), await report(), await report()];
  const [gone] = made;
  await city.as.officer.call(submissions.withdrawSubmission, {
    params: { submissionId: gone?.id ?? '' },
    body: { requestId: randomUUID() },
  });
  const answer = await head.call(reviewDuties.transferSubmissions, {
    body: {
      requestId: randomUUID(),
      submissionIds: made.map(({ id }) => id),
      to: { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer) },
      reason: '平衡工作量',
    },
  });
  expect(answer.moved).toHaveLength(2);
  expect(answer.refused).toMatchObject([{ submissionId: gone?.id }]);
  const line = await head.call(reviewDuties.listWaiting, {
    query: { unitId: city.order.id, accountId: accountOf(city.as.orderReviewer), pageSize: 200 },
  });
  expect(line.items.map(({ id }) => id)).toEqual(expect.arrayContaining(answer.moved));
});

test('P9 a colleague does not take away what another has taken up; the head may', async () => {
  const { id } = await report();
  await city.as.orderReviewer.call(submissions.takeSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1 },
  });
  const to = { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer2) } as const;
  const third = await app.signInWith({ displayName: '治安审核丙', unit: city.order, roles: ['reviewer'] });
  const refusal = await third.refusal(reviewDuties.transferSubmissions, transfer([id], to));
  expect(refusal.message).toContain('治安审核甲');
  const head = await app.signInWith({ displayName: '治安教导员', unit: city.order, roles: ['unitHead'] });
  await head.call(reviewDuties.transferSubmissions, { body: transfer([id], to).body as never });
  expect(await detail(city.as.orderReviewer2, id)).toMatchObject({ taken: null, assignedToMe: true });
});

test('P9 what is decided is not passed on, nor by another department or without a session', async () => {
  const { id } = await report();
  const to = { kind: 'reviewer', accountId: accountOf(city.as.orderReviewer2) };
  expect(
    (await city.as.legalReviewer.refusal(reviewDuties.transferSubmissions, transfer([id], to))).code,
  ).toBe('forbidden');
  expect((await app.visitor.refusal(reviewDuties.transferSubmissions, transfer([id], to))).code).toBe(
    'notSignedIn',
  );
  expect(
    (await city.as.legalReviewer.refusal(reviewDuties.listTransferTargets, { params: { submissionId: id } }))
      .code,
  ).toBe('notFound');
  await accept(city.as.orderReviewer, id);
  const late = await city.as.orderReviewer.refusal(reviewDuties.transferSubmissions, transfer([id], to));
  expect(late).toMatchObject({ code: 'conflict' });
  expect(late.message).toContain('已采纳');
});
