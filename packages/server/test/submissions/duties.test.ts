import { randomUUID } from 'node:crypto';
import { reviewDuties, submissions } from '@mingji/contract';
import { beforeEach, expect, test } from 'vitest';
import { tendReviews } from '../../src/modules/review-duties/index.ts';
import type { TestClient } from '../support/client.ts';
import { accept, app, city, report, setNow, setUpWork } from './work.ts';

setUpWork();
let head: TestClient;
beforeEach(async () => {
  await app.db.deleteFrom('review_assignment').execute();
  await app.db.updateTable('review_handover').set({ state: 'ended' }).execute();
  await app.db
    .updateTable('submission')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'submitted')
    .execute();
  await app.db.deleteFrom('notification').execute();
  head ??= await app.signInWith({ displayName: '治安大队长', unit: city.order, roles: ['unitHead'] });
  const far = new Date('2027-12-31T00:00:00Z');
  await app.db.updateTable('session').set({ last_seen_at: far, expires_at: far }).execute();
});

const accountOf = (who: TestClient) => who.session.account.id;
const order = (clients: readonly TestClient[], indicatorCode?: string) =>
  head.call(reviewDuties.setDutyOrder, {
    params: { unitId: city.order.id },
    body: {
      requestId: randomUUID(),
      accountIds: clients.map(accountOf),
      ...(indicatorCode ? { indicatorCode } : {}),
    },
  });
const detail = async (submissionId: string) =>
  (await city.as.office.call(submissions.getSubmission, { params: { submissionId } })).submission;
const handOver = (more: Record<string, unknown> = {}) => ({
  body: {
    requestId: randomUUID(),
    deputyAccountId: accountOf(city.as.orderReviewer2),
    fromOn: '2026-09-18',
    toOn: '2026-09-21',
    reason: '年休假',
    ...more,
  },
});

test('P9 work waits for the main reviewer, by indicator where an order of its own is set', async () => {
  await order([city.as.orderReviewer, city.as.orderReviewer2]);
  await order([city.as.orderReviewer2], 'visits');
  const hazard = await report();
  const visits = await report(city.as.officer, {
    indicatorCode: 'visits',
    eventCode: undefined,
    quantity: '3',
  });
  expect([hazard.assigneeName, visits.assigneeName]).toEqual(['治安审核甲', '治安审核乙']);
  const queue = await city.as.orderReviewer2.call(submissions.listReviewQueue, {
    query: { whose: 'mine', pageSize: 200 },
  });
  const ids = queue.items.map(({ id }) => id);
  expect(ids).toContain(visits.id);
  expect(ids).not.toContain(hazard.id);
  // The deputy still sees it among all and may decide it.
  expect((await accept(city.as.orderReviewer2, hazard.id)).submission.state).toBe('accepted');
});

test('P9 an order takes reviewers of the unit only, each once, and is set by head or office only', async () => {
  const asked = (accountIds: string[]) => ({
    params: { unitId: city.order.id },
    body: { requestId: randomUUID(), accountIds },
  });
  const outside = await head.refusal(reviewDuties.setDutyOrder, asked([accountOf(city.as.legalReviewer)]));
  expect(outside.body.problems).toMatchObject([{ path: 'accountIds.0' }]);
  const twice = accountOf(city.as.orderReviewer);
  expect((await head.refusal(reviewDuties.setDutyOrder, asked([twice, twice]))).message).toContain(
    '不能排两次',
  );
  expect((await city.as.eastHead.refusal(reviewDuties.setDutyOrder, asked([]))).code).toBe('forbidden');
  expect((await city.as.orderReviewer.refusal(reviewDuties.setDutyOrder, asked([]))).code).toBe('forbidden');
  expect((await app.visitor.refusal(reviewDuties.setDutyOrder, asked([]))).code).toBe('notSignedIn');
});

test('P9 an absence hands over what waits and what comes, marked, and gives back what is left', async () => {
  await order([city.as.orderReviewer, city.as.orderReviewer2]);
  const before = await report();
  const { handover } = await city.as.orderReviewer.call(reviewDuties.planHandover, handOver());
  expect(handover).toMatchObject({ state: 'running', deputy: { name: '治安审核乙' }, canEnd: true });
  const during = await report();
  expect(during).toMatchObject({ assigneeName: '治安审核乙', standsInForName: '治安审核甲' });
  for (const id of [before.id, during.id]) {
    expect(await detail(id)).toMatchObject({ assigneeName: '治安审核乙', standsInForName: '治安审核甲' });
  }
  expect((await detail(before.id)).timeline.at(-1)).toMatchObject({
    actionLabel: '请假交接',
    reason: '2026年9月18日 至 2026年9月21日：年休假',
  });
  const told = await app.db
    .selectFrom('notification')
    .select('title')
    .where('account_id', '=', accountOf(city.as.orderReviewer2))
    .where('kind', '=', 'handover')
    .execute();
  expect(told.some(({ title }) => title.startsWith('请您代为审核'))).toBe(true);
  await city.as.orderReviewer.call(reviewDuties.endHandover, {
    params: { handoverId: handover.id },
    body: { requestId: randomUUID() },
  });
  expect(await detail(during.id)).toMatchObject({ assigneeName: '治安审核甲', standsInForName: null });
  const again = await city.as.orderReviewer.refusal(reviewDuties.endHandover, {
    params: { handoverId: handover.id },
    body: { requestId: randomUUID() },
  });
  expect(again.code).toBe('conflict');
});

test('P9 a planned absence begins and ends by the clock, however often the job runs', async () => {
  await order([city.as.orderReviewer, city.as.orderReviewer2]);
  const { handover } = await city.as.orderReviewer.call(
    reviewDuties.planHandover,
    handOver({ fromOn: '2026-09-19', toOn: '2026-09-19' }),
  );
  expect(handover.state).toBe('planned');
  const { id } = await report();
  expect(await detail(id)).toMatchObject({ assigneeName: '治安审核甲' });
  setNow(new Date('2026-09-19T02:00:00Z'));
  await tendReviews(app.deps);
  await tendReviews(app.deps);
  const away = await detail(id);
  expect(away).toMatchObject({ assigneeName: '治安审核乙', standsInForName: '治安审核甲' });
  expect(away.timeline.filter((each) => each.action === 'handover')).toHaveLength(1);
  setNow(new Date('2026-09-20T02:00:00Z'));
  await tendReviews(app.deps);
  expect(await detail(id)).toMatchObject({ assigneeName: '治安审核甲', standsInForName: null });
});

test('P9 an absence hands a deputy nothing of a department he does not review for', async () => {
  const twoDesks = await app.makeAccount({ displayName: '双岗审核', unit: city.order, roles: ['reviewer'] });
  await app.db
    .insertInto('account_role')
    .values({ account_id: twoDesks.id, role: 'reviewer', unit_id: city.legal.id })
    .execute();
  const hazard = await report();
  const quality = await report(city.as.officer, {
    indicatorCode: 'quality',
    eventCode: undefined,
    quantity: undefined,
  });
  await app.db
    .updateTable('submission')
    .set({ assignee_account_id: twoDesks.id })
    .where('id', 'in', [hazard.id, quality.id])
    .execute();
  await head.call(reviewDuties.planHandover, handOver({ accountId: twoDesks.id }));
  expect((await detail(hazard.id)).assigneeName).toBe('治安审核乙');
  expect((await detail(quality.id)).assigneeName).toBe('双岗审核');
});

test('P9 an absence with wrong days or a wrong deputy is refused by place and with what to do', async () => {
  const refuse = (more: Record<string, unknown>) =>
    city.as.orderReviewer.refusal(reviewDuties.planHandover, handOver(more));
  expect((await refuse({ toOn: '2026-09-17', fromOn: '2026-09-18' })).body.problems).toMatchObject([
    { path: 'toOn', message: '结束日期不能早于开始日期' },
  ]);
  expect((await refuse({ fromOn: '2026-09-01', toOn: '2026-09-02' })).message).toContain('已经过去');
  expect((await refuse({ toOn: '2028-09-18' })).message).toContain('最长一年');
  expect((await refuse({ deputyAccountId: accountOf(city.as.orderReviewer) })).message).toContain(
    '不能交接给本人',
  );
  expect((await refuse({ deputyAccountId: accountOf(city.as.legalReviewer) })).message).toContain(
    '不是同一归口部门',
  );
  expect(
    (
      await city.as.eastHead.refusal(
        reviewDuties.planHandover,
        handOver({ accountId: accountOf(city.as.orderReviewer) }),
      )
    ).code,
  ).toBe('forbidden');
  expect((await city.as.eastHead.refusal(reviewDuties.planHandover, handOver())).message).toContain(
    '不是任何归口部门',
  );
  await city.as.orderReviewer.call(reviewDuties.planHandover, handOver());
  expect((await refuse({})).message).toContain('已有交接');
  const back = await city.as.orderReviewer2.refusal(
    reviewDuties.planHandover,
    handOver({ deputyAccountId: accountOf(city.as.orderReviewer) }),
  );
  expect(back.message).toContain('也已请假交接');
});

test('P9 what is not reviewed in time goes to the stand-in once; both are told', async () => {
  await order([city.as.orderReviewer, city.as.orderReviewer2]);
  const { id } = await report();
  // Friday the 18th, three working days: Sunday the 20th is worked, then the 21st and the 22nd.
  expect((await detail(id)).reviewDueAt).toBe('2026-09-22T16:00:00.000Z');
  setNow(new Date('2026-09-22T15:59:00Z'));
  await tendReviews(app.deps);
  expect(await detail(id)).toMatchObject({ assigneeName: '治安审核甲', overdue: false });
  setNow(new Date('2026-09-22T16:01:00Z'));
  await tendReviews(app.deps);
  await tendReviews(app.deps);
  const late = await detail(id);
  expect(late).toMatchObject({ assigneeName: '治安审核乙', standsInForName: '治安审核甲', overdue: true });
  expect(late.timeline.filter((each) => each.action === 'standIn')).toMatchObject([
    { byName: '系统', reason: '审核时限已过，转由治安审核乙办理' },
  ]);
  for (const who of [city.as.orderReviewer, city.as.orderReviewer2]) {
    const told = await app.db
      .selectFrom('notification')
      .select('title')
      .where('account_id', '=', accountOf(who))
      .where('at', '=', new Date('2026-09-22T16:01:00Z'))
      .execute();
    expect(told).toHaveLength(1);
  }
});

test('P9 without anybody to stand in the head is told, once', async () => {
  const { id } = await report();
  setNow(new Date('2026-09-23T02:00:00Z'));
  await tendReviews(app.deps);
  await tendReviews(app.deps);
  expect(await detail(id)).toMatchObject({ assigneeName: null, overdue: true });
  const told = await app.db
    .selectFrom('notification')
    .select('detail')
    .where('account_id', '=', accountOf(head))
    .execute();
  expect(told).toHaveLength(1);
  expect(told[0]?.detail).toContain('没有可以接替的备岗');
});

test('P9 the unit’s own limit sets when a review is due, never later than the period’s end', async () => {
  await head.call(reviewDuties.setReviewTimeLimit, {
    params: { unitId: city.order.id },
    body: { requestId: randomUUID(), workingDays: 1, takingHours: 2 },
  });
  expect((await report()).reviewDueAt).toBe('2026-09-20T16:00:00.000Z');
  await head.call(reviewDuties.setReviewTimeLimit, {
    params: { unitId: city.order.id },
    body: { requestId: randomUUID(), workingDays: 60, takingHours: 2 },
  });
  expect((await report()).reviewDueAt).toBe('2026-09-28T16:00:00.000Z');
  const refusal = await head.refusal(reviewDuties.setReviewTimeLimit, {
    params: { unitId: city.order.id },
    body: { requestId: randomUUID(), workingDays: 0, takingHours: 2 },
  });
  expect(refusal.message + JSON.stringify(refusal.body.problems)).toContain('至少 1 个工作日');
  const { units } = await head.call(reviewDuties.listReviewUnits);
  expect(units).toMatchObject([
    { unit: { name: '治安管理大队' }, workingDays: 60, ownRule: true, canArrange: true },
  ]);
  await app.db.deleteFrom('review_time_limit').execute();
});

test('P9 the load tells for every reviewer what waits, is late, was done, how fast and how much came back', async () => {
  await order([city.as.orderReviewer, city.as.orderReviewer2]);
  const base = await head.call(reviewDuties.getReviewLoad, {
    query: { from: '2026-09-18', to: '2026-09-18' },
  });
  const mineOf = (load: typeof base, who: TestClient) =>
    load.lines.find((line) => line.reviewer?.id === accountOf(who));
  const before = mineOf(base, city.as.orderReviewer);
  await report();
  const decided = await report();
  const returned = await report();
  setNow(new Date('2026-09-18T06:00:00Z'));
  await accept(city.as.orderReviewer, decided.id);
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: returned.id },
    body: { requestId: randomUUID(), version: 1, reason: '缺照片' },
  });
  const load = await head.call(reviewDuties.getReviewLoad, {
    query: { from: '2026-09-18', to: '2026-09-18' },
  });
  const after = mineOf(load, city.as.orderReviewer);
  expect(after).toMatchObject({
    unit: { name: '治安管理大队' },
    waiting: (before?.waiting ?? 0) + 1,
    decided: (before?.decided ?? 0) + 2,
    returned: (before?.returned ?? 0) + 1,
  });
  expect(load.units).toHaveLength(1);
  expect(load.units[0]?.waiting).toBe(load.lines.reduce((sum, line) => sum + line.waiting, 0));
  // Others see their own department only; a station none.
  const legal = await city.as.legalReviewer.call(reviewDuties.getReviewLoad, {
    query: { from: '2026-09-18', to: '2026-09-18' },
  });
  expect(new Set(legal.lines.map((line) => line.unit.name))).toEqual(new Set(['法制大队']));
  const east = await city.as.eastHead.call(reviewDuties.getReviewLoad, {
    query: { from: '2026-09-18', to: '2026-09-18' },
  });
  expect(east.lines).toEqual([]);
  const wrong = await head.refusal(reviewDuties.getReviewLoad, {
    query: { from: '2026-09-18', to: '2026-09-01' },
  });
  expect(wrong.code).toBe('invalid');
});
