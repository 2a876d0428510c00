import { randomUUID } from 'node:crypto';
import { writtenReviews } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type MonthWorld, publishedMonth, startMonthWorld } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';

export let world: MonthWorld;
export let zhao: TestClient;
export let westHead: TestClient;
/** The month published before the test at hand. */
export let periodId: string;
/** 李 92, 王 100, 赵 59, 钱 60: two are below, and so is the unit whose score nobody booked. */
export const redLine = {
  kinds: ['officer' as const],
  below: '70',
  task: '书面检查',
  dueWorkingDays: 5,
  clause: 'c1',
};

/** A world of the test file's own; before every test a month is published with two officers below its red line. */
export function setUpRedLine(): void {
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
}

export const listed = async (who: TestClient, query: Record<string, unknown> = {}) =>
  (await who.call(writtenReviews.listWrittenReviews, { query: { periodId, ...query } as never })).items;
export const reviewOf = async (name: string) => {
  const found = (await listed(world.office)).find((each) => each.subject.name === name);
  if (!found) throw new Error(`${name} owes nothing`);
  return found;
};
export const handIn = (text = '对本月任务完成不力的原因作如下检查', fileIds: string[] = []) => ({
  requestId: randomUUID(),
  text,
  fileIds,
});
export const decision = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  version: 1,
  outcome: 'accept' as const,
  opinion: '',
  ...more,
});
export const at = (review: { id: string }, body: unknown) => ({ params: { reviewId: review.id }, body });
