import { randomUUID } from 'node:crypto';
import { supervision, writtenReviews } from '@mingji/contract';
import { expect, test } from 'vitest';
import {
  at,
  handIn,
  redLine,
  reviewOf,
  setUpRedLine,
  westHead,
  world,
  zhao,
} from '../outcomes/red-line-month.ts';
import { publishedMonth, travel } from '../results/month.ts';

setUpRedLine();

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
  await zhao.call(writtenReviews.handInWrittenReview, at(review, handIn()) as never);
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
