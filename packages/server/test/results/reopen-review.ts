import { randomUUID } from 'node:crypto';
import { periodCalendar } from '@mingji/contract';
import type { MonthWorld } from './month.ts';

/** Taking back what was published needs two: one asks, another one confirms (P14). */
export async function reopenReview(world: MonthWorld, periodId: string): Promise<void> {
  const params = { periodId };
  const { period } = await world.office.call(periodCalendar.requestReopening, {
    params,
    body: { requestId: randomUUID(), action: 'reopenReview', reason: '核实后更正', submitOn: null },
  });
  await world.secondOffice.call(periodCalendar.decideReopening, {
    params: { periodId, reopeningId: period.reopening?.id ?? '' },
    body: { requestId: randomUUID(), confirm: true, answer: null },
  });
}
