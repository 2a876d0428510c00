import { PRESENT_DAYS } from '@mingji/engine';
import type { Tx } from '../../db/database.ts';
import { type Appraised, type ZeroListPeriod, zeroListContent } from './zero-list-content.ts';

/** With the seal of a month its zero list is kept as it stands (P16); once, like the seal. */
export async function freezeZeroList(
  tx: Tx,
  period: ZeroListPeriod & { readonly kind: string },
  subjects: readonly Appraised[],
  now: Date,
): Promise<void> {
  const rules = period.ruleSet.lists?.zeroList;
  if (period.kind !== 'month' || rules === undefined) return;
  const content = await zeroListContent(tx, period, rules, subjects);
  await tx
    .insertInto('zero_list')
    .values({
      period_id: period.id,
      bureau_id: period.bureauId,
      least_days: rules.presentDays ?? PRESENT_DAYS,
      clause: rules.clause ?? null,
      content: JSON.stringify(content),
      frozen_at: now,
    })
    .onConflict((conflict) => conflict.column('period_id').doNothing())
    .execute();
}
