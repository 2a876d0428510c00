import { randomUUID } from 'node:crypto';
import { periods, reviewDuties, submissions, supervision, workbench } from '@mingji/contract';
import { beforeEach, expect, test } from 'vitest';
import { app, city, DURING, report, setNow, setUpWork } from '../submissions/work.ts';

setUpWork();
beforeEach(async () => {
  await app.db
    .updateTable('submission')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'submitted')
    .execute();
});

/** How late the same work is where its reviewer, the office and the rules of pressing look. */
async function seen() {
  const { orderReviewer, office } = city.as;
  const queue = await orderReviewer.call(submissions.listReviewQueue, { query: { whose: 'all' } as never });
  const listed = await office.call(supervision.listMatters, {
    query: { kind: 'unreviewed', state: 'all' } as never,
  });
  const desk = await office.call(workbench.getWorkbench);
  const [matter] = listed.items;
  return {
    queue: queue.overdue,
    supervision: [matter?.state, matter?.dueOn, matter?.title],
    workbench: desk.groups.find(({ key }) => key === 'lateReviews')?.items[0]?.count ?? 0,
  };
}

test('P9 P10 the queue, supervision and the workbench know one limit of a review: the department’s', async () => {
  await report();
  await report();
  // Friday the 18th, three working days, the Sunday worked: until Tuesday the 22nd 24:00.
  setNow(new Date('2026-09-22T15:59:00Z'));
  expect(await seen()).toEqual({
    queue: 0,
    supervision: ['near', '2026-09-22', '2026年9月待审核 2 件'],
    workbench: 0,
  });
  setNow(new Date('2026-09-22T16:01:00Z'));
  await report();
  expect(await seen()).toEqual({
    queue: 2,
    supervision: ['late', '2026-09-22', '2026年9月待审核 3 件，其中超过时限 2 件'],
    workbench: 2,
  });
});

test('P9 P10 a department’s own limit counts in supervision, too', async () => {
  await city.as.office.call(reviewDuties.setReviewTimeLimit, {
    params: { unitId: city.order.id },
    body: { requestId: randomUUID(), workingDays: 1, takingHours: 8 },
  });
  await report();
  setNow(new Date('2026-09-20T16:01:00Z'));
  expect(await seen()).toMatchObject({
    queue: 1,
    supervision: ['late', '2026-09-20', expect.any(String)],
    workbench: 1,
  });
  await app.db.deleteFrom('review_time_limit').execute();
});

test('P8 P9 when the end of the period’s review is moved, what waits is due by the new one', async () => {
  await report();
  const change = (reviewOn: string) =>
    city.as.office.call(periods.changePeriod, {
      params: { periodId: city.periodId },
      body: {
        ...{ requestId: randomUUID(), submitOn: '2026-09-20', reviewOn, reportOn: null },
        ...{ noticeDays: 5, appealDays: 5, reason: '省厅检查提前' },
      },
    });
  await change('2026-09-21');
  setNow(new Date('2026-09-21T16:01:00Z'));
  expect(await seen()).toMatchObject({ queue: 1, supervision: ['late', '2026-09-21', expect.any(String)] });
  await change('2026-09-28');
  expect(await seen()).toMatchObject({ queue: 0, supervision: ['near', '2026-09-22', expect.any(String)] });
  setNow(DURING);
});
