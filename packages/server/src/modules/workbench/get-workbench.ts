import type { workbench } from '@mingji/contract';
import { holdsAbility } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { effectiveState } from '../periods/index.ts';
import { type ConcernedPeriod, concernedPeriods } from './concerned-periods.ts';
import { byDeadline } from './urgency.ts';
import { GROUPS } from './workbench-groups.ts';

type Answer = z.input<typeof workbench.getWorkbench.response>;

/** What waits for this person, by deadline, one group for each part the person plays (P1, P10). */
export async function getWorkbench(ctx: Ctx): Promise<Answer> {
  const concerned = holdsAbility(ctx.actor, 'period.read') ? await concernedPeriods(ctx) : [];
  const groups: Answer['groups'] = [];
  for (const { key, title, emptyText = '', belongsTo, find } of GROUPS) {
    if (!belongsTo(ctx.actor)) continue;
    const items = await find(ctx, concerned);
    if (items.length === 0 && emptyText === '') continue;
    groups.push({ key, title, emptyText, items: byDeadline(ctx.now, items) });
  }
  return {
    serverTime: ctx.now.toISOString(),
    periods: concerned.map((each) => presentPeriod(ctx, each)),
    groups,
  };
}

function presentPeriod(ctx: Ctx, { period }: ConcernedPeriod): Answer['periods'][number] {
  return {
    id: period.id,
    label: period.label,
    ruleSetName: period.ruleSetName,
    state: effectiveState({ state: period.state, submit_by: period.submitBy }, ctx.now),
    submitBy: period.submitBy.toISOString(),
    reviewBy: period.reviewBy.toISOString(),
  };
}
