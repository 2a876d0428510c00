import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  appealAgainst,
  bookAbsence,
  duringSeptember,
  type MonthWorld,
  openMonth,
  startMonthWorld,
  travel,
} from '../results/month.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

async function answerDueOn(more: Partial<RuleSet>): Promise<string | undefined> {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world, undefined, more);
  const id = await appealAgainst(world, await bookAbsence(world, periodId, world.li, '1'));
  const row = await world.server.db
    .selectFrom('appeal')
    .select('answer_due_on')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.answer_due_on;
}

test('§13 an appeal of Thursday the 10th is answered within five working days, or as many as the method says', async () => {
  expect(await answerDueOn({})).toBe('2026-09-17');
  expect(await answerDueOn({ procedure: { answerDays: 2 } })).toBe('2026-09-14');
});
