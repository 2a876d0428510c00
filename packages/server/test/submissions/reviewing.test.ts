import { randomUUID } from 'node:crypto';
import { submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import { makePeriod, setPeriodState } from '../support/work-city.ts';
import { accept, app, city, DURING, entriesOf, report, setNow, setUpWork, wish } from './work.ts';

setUpWork();

test('P6 a measure is counted over the period; the band is the reviewer’s choice with a reason', async () => {
  const visits = await report(city.as.officer, {
    indicatorCode: 'visits',
    eventCode: undefined,
    quantity: '12',
  });
  await accept(city.as.orderReviewer, visits.id);
  expect(await entriesOf(visits.id)).toMatchObject([
    { kind: 'measure', quantity: '12', booked_points: null },
  ]);
  const quality = await report(city.as.officer, {
    indicatorCode: 'quality',
    eventCode: undefined,
    quantity: undefined,
  });
  expect(quality).toMatchObject({ plain: false, ownerUnit: { name: '法制大队' } });
  const params = { submissionId: quality.id };
  const refusal = (more: Record<string, unknown>) =>
    city.as.legalReviewer.refusal(submissions.acceptSubmission, {
      params,
      body: { requestId: randomUUID(), version: 1, ...more },
    });
  expect((await refusal({})).body.problems).toMatchObject([{ path: 'chosenPoints' }]);
  expect((await refusal({ chosenPoints: '6', reason: '好' })).message).toContain('1 至 5 分');
  expect((await refusal({ chosenPoints: '4' })).body.problems).toMatchObject([{ path: 'reason' }]);
  const { preview } = await city.as.legalReviewer.call(submissions.previewPoints, {
    params,
    body: { chosenPoints: '4' },
  });
  expect(preview).toMatchObject({ kind: 'band', points: '4' });
  const done = await accept(city.as.legalReviewer, quality.id, { chosenPoints: '4', reason: '证据规范' });
  expect(done.submission.bookedPoints).toBe('4');
});

test('P13 a reviewer who recognises another number says why', async () => {
  const { id } = await report();
  const refusal = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1, quantity: '1' },
  });
  expect(refusal.body.problems).toMatchObject([{ path: 'reason' }]);
  const done = await accept(city.as.orderReviewer, id, { quantity: '1', reason: '第二处不属实' });
  expect(done.submission.bookedPoints).toBe('2');
});

test('§3 officers who share one matter may not be given more than its standard', async () => {
  const matterKey = `A-${randomUUID()}`;
  const shared = { eventCode: 'praised', quantity: '1', matterKey };
  const mine = await report(city.as.officer, shared);
  const theirs = await report(city.as.neighbour, { ...shared, subjectId: city.neighbour.id });
  await accept(city.as.orderReviewer, mine.id, { chosenPoints: '2', reason: '主办' });
  const refusal = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params: { submissionId: theirs.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refusal.message).toContain('超过标准 3 分');
  const done = await accept(city.as.orderReviewer, theirs.id, { chosenPoints: '1', reason: '协办' });
  expect(done.submission.bookedPoints).toBe('1');
});

test('§13 nobody reviews own work, whoever handed in a version of it', async () => {
  const both = await app.signInWith({
    displayName: '兼职内勤',
    unit: city.east,
    roles: ['unitClerk'],
    grants: [{ role: 'reviewer', unit: city.order }],
  });
  const own = await report(both);
  const refusal = await both.refusal(submissions.acceptSubmission, {
    params: { submissionId: own.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refusal).toMatchObject({ status: 403, code: 'forbidden' });
  expect(refusal.message).toContain('不得审核本人');
  const queue = await both.call(submissions.listReviewQueue, { query: { pageSize: 200 } });
  expect(queue.items.map((item) => item.id)).not.toContain(own.id);
});

test('P9 another department neither sees nor decides what it does not own', async () => {
  const { id } = await report();
  const params = { submissionId: id };
  expect((await city.as.legalReviewer.refusal(submissions.getSubmission, { params })).code).toBe('notFound');
  const body = { requestId: randomUUID(), version: 1 };
  expect((await city.as.legalReviewer.refusal(submissions.acceptSubmission, { params, body })).code).toBe(
    'forbidden',
  );
  expect((await city.as.stranger.refusal(submissions.getSubmission, { params })).code).toBe('notFound');
  expect((await city.as.securityAdmin.refusal(submissions.getSubmission, { params })).code).toBe('forbidden');
});

test('P6 of two reviewers who decide at the same time one wins and the other is told who', async () => {
  const { id } = await report();
  const params = { submissionId: id };
  const both = await Promise.allSettled([
    accept(city.as.orderReviewer, id),
    city.as.orderReviewer2.call(submissions.returnSubmission, {
      params,
      body: { requestId: randomUUID(), version: 1, reason: '不清楚' },
    }),
  ]);
  const lost = both.filter((each) => each.status === 'rejected');
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({ status: 409, code: 'conflict' });
  expect(String(lost[0]?.reason.message)).toMatch(/已由治安审核[甲乙]办理/);
});

test('§15 twenty clients that repeat one request make one submission and one entry', async () => {
  const body = wish();
  const made = await Promise.all(
    Array.from({ length: 20 }, () => city.as.officer.call(submissions.createSubmission, { body })),
  );
  const ids = new Set(made.map((each) => each.submission.id));
  expect(ids.size).toBe(1);
  const [id] = [...ids];
  const decision = { requestId: randomUUID(), version: 1 };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      city.as.orderReviewer.call(submissions.acceptSubmission, {
        params: { submissionId: id ?? '' },
        body: decision,
      }),
    ),
  );
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await entriesOf(id ?? '')).toHaveLength(1);
  const reused = await city.as.officer.refusal(submissions.createSubmission, {
    body: { ...body, quantity: '9' },
  });
  expect(reused.code).toBe('requestReused');
});

test('P6 a batch accepts what can be accepted and says of the rest why not', async () => {
  const plain = await report();
  const band = await report(city.as.officer, {
    indicatorCode: 'quality',
    eventCode: undefined,
    quantity: undefined,
  });
  const gone = await report();
  await city.as.officer.call(submissions.withdrawSubmission, {
    params: { submissionId: gone.id },
    body: { requestId: randomUUID() },
  });
  const items = [plain, band, gone].map(({ id }) => ({ submissionId: id, version: 1 }));
  const answer = await city.as.office.call(submissions.acceptMany, {
    body: { requestId: randomUUID(), items },
  });
  expect(answer.accepted).toEqual([plain.id]);
  expect(answer.refused.map((each) => each.submissionId).sort()).toEqual([band.id, gone.id].sort());
  const many = Array.from({ length: 201 }, () => ({ submissionId: randomUUID(), version: 1 }));
  const refusal = await city.as.office.refusal(submissions.acceptMany, {
    body: { requestId: randomUUID(), items: many },
  });
  expect(refusal.code).toBe('invalid');
});

test('P6 many are sent back with one reason, which each author reads; what is decided or held stays', async () => {
  const [first, second, held] = [await report(), await report(), await report()];
  await accept(city.as.orderReviewer, second.id);
  await city.as.orderReviewer2.call(submissions.takeSubmission, {
    params: { submissionId: held.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  const body = {
    requestId: randomUUID(),
    items: [first, second, held].map(({ id }) => ({ submissionId: id, version: 1 })),
    reason: '缺少现场照片',
  };
  const answer = await city.as.orderReviewer.call(submissions.returnMany, { body });
  expect(answer.returned).toEqual([first.id]);
  const messages = new Map(answer.refused.map(({ submissionId, message }) => [submissionId, message]));
  expect(messages.get(second.id)).toContain('已由治安审核甲办理');
  expect(messages.get(held.id)).toContain('治安审核乙');
  expect(await city.as.orderReviewer.call(submissions.returnMany, { body })).toEqual(answer);
  const { submission } = await city.as.officer.call(submissions.getSubmission, {
    params: { submissionId: first.id },
  });
  expect(submission).toMatchObject({ state: 'returned', returnReason: '缺少现场照片' });
  const elsewhere = await city.as.legalReviewer.call(submissions.returnMany, {
    body: { ...body, requestId: randomUUID(), items: [{ submissionId: held.id, version: 1 }] },
  });
  expect(elsewhere.returned).toEqual([]);
  const silent = { ...body, requestId: randomUUID(), reason: ' ' };
  expect((await city.as.orderReviewer.refusal(submissions.returnMany, { body: silent })).code).toBe(
    'invalid',
  );
});

test('P14 a sealed period takes no decision, and the database says so too', async () => {
  const sealed = await makeSealedWork(8);
  const refusal = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params: { submissionId: sealed },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refusal).toMatchObject({ status: 409, code: 'sealed' });
  await expect(
    app.db.updateTable('submission').set({ state: 'accepted' }).where('id', '=', sealed).execute(),
  ).rejects.toThrow('已封存');
});

test('P14 nor is it taken up, sent back or stepped back from after the seal', async () => {
  const submissionId = await makeSealedWork(7);
  const params = { submissionId };
  const reason = '事后退回';
  const { orderReviewer } = city.as;
  const refusals = [
    await orderReviewer.refusal(submissions.takeSubmission, {
      params,
      body: { requestId: randomUUID(), version: 1 },
    }),
    await orderReviewer.refusal(submissions.returnSubmission, {
      params,
      body: { requestId: randomUUID(), version: 1, reason },
    }),
    await orderReviewer.refusal(submissions.recuseFromReview, {
      params,
      body: { requestId: randomUUID(), reason },
    }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(['sealed', 'sealed', 'sealed']);
  const many = await orderReviewer.call(submissions.returnMany, {
    body: { requestId: randomUUID(), items: [{ submissionId, version: 1 }], reason },
  });
  expect(many).toMatchObject({ returned: [], refused: [{ message: expect.stringContaining('封存') }] });
});

async function makeSealedWork(month: 7 | 8): Promise<string> {
  const periodId = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month });
  setNow(new Date(`2026-0${month}-20T02:00:00Z`));
  const { id } = await report(city.as.officer, { periodId, occurredOn: `2026-0${month}-19` });
  setNow(DURING);
  await setPeriodState(app, periodId, 'sealed');
  return id;
}
