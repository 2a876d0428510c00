import { randomUUID } from 'node:crypto';
import { supervision, writtenReviews } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MonthWorld, publishedMonth, startMonthWorld, travel } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';

let world: MonthWorld;
let zhao: TestClient;
let westHead: TestClient;
let periodId: string;
const redLine = {
  kinds: ['officer' as const],
  below: '70',
  task: '书面检查',
  dueWorkingDays: 5,
  clause: 'c1',
};

beforeAll(async () => {
  world = await startMonthWorld();
  const { server, zhao: officer, west } = world;
  zhao = await server.signInWith({ roles: ['officer'], unit: west, officer });
  westHead = await server.signInWith({ roles: ['unitHead'], unit: west });
});
afterAll(() => world.server.stop());
beforeEach(async () => {
  ({ periodId } = await publishedMonth(world, undefined, { redLine }));
});

const reviewOf = async (name: string) => {
  const { items } = await world.office.call(writtenReviews.listWrittenReviews, {
    query: { periodId } as never,
  });
  const found = items.find((each) => each.subject.name === name);
  if (!found) throw new Error(`${name} owes nothing`);
  return found;
};

test('P10 P16 an overdue written review is on the supervision list, and who owes it is pressed', async () => {
  const late = async (who = world.office) =>
    (
      await who.call(supervision.listMatters, {
        query: { kind: 'writtenReviewOverdue', state: 'late', officerId: world.zhao.id } as never,
      })
    ).items.filter((item) => item.address?.endsWith(review.id));
  const review = await reviewOf('赵某');
  await travel(world, new Date('2026-10-01T02:00:00Z'));
  expect(await late()).toEqual([]);
  await travel(world, new Date('2026-10-06T02:00:00Z'));
  const [matter] = await late();
  expect(matter).toMatchObject({
    title: '2026年9月书面检查未提交',
    who: { kind: 'officer', name: '赵某' },
    dueOn: '2026-10-02',
    workingDaysLate: 2,
    address: `/written-reviews/${review.id}`,
    canPress: true,
  });
  expect(await late(world.otherOffice)).toEqual([]);
  await world.office.call(supervision.pressMatters, {
    body: { requestId: randomUUID(), keys: [matter?.key ?? ''], text: '请今日提交。' },
  });
  const [press] = (await zhao.call(supervision.listPresses, { query: {} as never })).items;
  expect(press).toMatchObject({
    text: '请今日提交。',
    address: `/written-reviews/${review.id}`,
    canReply: true,
  });
  const {
    review: { timeline },
  } = await zhao.call(writtenReviews.getWrittenReview, {
    params: { reviewId: review.id },
  });
  expect(timeline.map(({ action }) => action)).toContain('press');
  await zhao.call(writtenReviews.handInWrittenReview, {
    params: { reviewId: review.id },
    body: { requestId: randomUUID(), text: '对本月任务完成不力的原因作如下检查', fileIds: [] },
  });
  expect(await late()).toEqual([]);
});

test('P10 P16 of a unit’s written review whoever heads the unit is pressed', async () => {
  const { periodId: ofUnits } = await publishedMonth(world, undefined, {
    redLine: { ...redLine, kinds: ['unit'], below: '100' },
  });
  await travel(world, new Date('2026-10-08T02:00:00Z'));
  const { items } = await world.office.call(supervision.listMatters, {
    query: { kind: 'writtenReviewOverdue', unitId: world.west.id, pageSize: 100 } as never,
  });
  const { items: owed } = await world.office.call(writtenReviews.listWrittenReviews, {
    query: { periodId: ofUnits } as never,
  });
  const own = owed.find(({ subject }) => subject.id === world.west.id);
  const matter = items.find(({ address }) => address === `/written-reviews/${own?.id}`);
  expect(matter?.who).toMatchObject({ kind: 'unit', name: '城西派出所' });
  await world.office.call(supervision.pressMatters, {
    body: { requestId: randomUUID(), keys: [matter?.key ?? ''], text: '请所长今日提交。' },
  });
  const [press] = (await westHead.call(supervision.listPresses, { query: {} as never })).items;
  expect(press).toMatchObject({ text: '请所长今日提交。', to: { kind: 'unit', name: '城西派出所' } });
});
