import { randomUUID } from 'node:crypto';
import { periods, results } from '@mingji/contract';
import { compute, type MonthWorld, onPeriod } from '../results/month.ts';

export async function readPeriod(world: MonthWorld, periodId: string) {
  return (await world.office.call(periods.getPeriod, { params: { periodId } })).period;
}

/** A trial of September under the method of another period, open. */
export async function trialBeside(world: MonthWorld, periodId: string): Promise<string> {
  const { ruleSet } = await readPeriod(world, periodId);
  const { periods: made } = await world.office.call(periods.createPeriods, {
    body: {
      requestId: randomUUID(),
      ruleSetVersionId: ruleSet.versionId,
      year: 2026,
      trial: true,
      plan: {
        form: 'custom',
        periods: [
          {
            label: '2026年9月',
            kind: 'month',
            from: '2026-09-01',
            to: '2026-09-30',
            submitOn: '2026-09-25',
            reviewOn: '2026-09-30',
            reportOn: null,
          },
        ],
      },
    },
  });
  const id = made[0]?.id ?? '';
  await world.office.call(periods.movePeriod, {
    params: { periodId: id },
    body: { requestId: randomUUID(), action: 'open', reason: null, submitOn: null },
  });
  return id;
}

export async function publishTrial(world: MonthWorld, periodId: string): Promise<void> {
  await world.office.call(periods.movePeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), action: 'closeSubmission', reason: null, submitOn: null },
  });
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
}

export async function sealTrial(world: MonthWorld, periodId: string): Promise<void> {
  await publishTrial(world, periodId);
  await world.office.call(results.sealPeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), earlyReason: '试运行结束' },
  });
}
