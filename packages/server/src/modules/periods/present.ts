import type { periods } from '@mingji/contract';
import {
  actionsFrom,
  type CalendarStep,
  decideAccess,
  needsSecondPerson,
  type PeriodAction,
  periodWorkflow,
  type ReopeningAction,
} from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { PeriodCounts } from './count-work.ts';
import { effectiveState } from './effective-state.ts';
import type { PeriodRow } from './period-row.ts';

export function presentPeriod(ctx: Ctx, row: PeriodRow, counts: PeriodCounts): periods.PeriodView {
  const state = effectiveState(row, ctx.now);
  const mayManage = decideAccess(ctx.actor, 'period.manage', { unitPath: row.unit_path }).allowed;
  return {
    id: row.id,
    label: row.label,
    kind: row.kind as periods.PeriodView['kind'],
    ruleSet: {
      id: row.rule_set_id,
      name: row.rule_set_name,
      versionId: row.rule_set_version_id,
      version: row.version,
      appraises: row.appraises,
    },
    unit: { id: row.unit_id, name: row.unit_name },
    own: ctx.actor.grants.some((grant) => grant.unitPath.startsWith(row.unit_path)),
    from: row.from_on,
    to: row.to_on,
    submitBy: row.submit_by.toISOString(),
    reviewBy: row.review_by.toISOString(),
    reportBy: row.report_by?.toISOString() ?? null,
    noticeDays: row.notice_days,
    appealDays: row.appeal_days,
    state,
    publishedAt: row.published_at?.toISOString() ?? null,
    sealedAt: row.sealed_at?.toISOString() ?? null,
    counts,
    actions:
      row.discarded_at === null
        ? actionsFrom(periodWorkflow, state).filter((action) => mayDo(ctx, row, action))
        : [],
    canClose: decideAccess(ctx.actor, 'period.close', { unitPath: row.unit_path }).allowed,
    canChange: mayManage && row.state !== 'sealed' && row.discarded_at === null,
    trial: row.trial,
    discardedAt: row.discarded_at?.toISOString() ?? null,
    backEntry: row.back_entry,
    backEntryReason: row.back_entry_reason,
    automatic: row.automatic as CalendarStep[],
    remindDays: row.remind_days,
    reopening: waitingReopening(ctx, row),
    reopeningNeedsSecond: needsSecondPerson(state, row.reopened_times),
  };
}

function waitingReopening(ctx: Ctx, row: PeriodRow): periods.PeriodView['reopening'] {
  if (row.reopening_id === null || row.reopening_at === null) return null;
  return {
    id: row.reopening_id,
    action: row.reopening_action as ReopeningAction,
    reason: row.reopening_reason ?? '',
    submitOn: row.reopening_submit_on,
    requestedByName: row.reopening_by_name ?? '',
    requestedAt: row.reopening_at.toISOString(),
    mine: row.reopening_by === ctx.actor.accountId,
    mayDecide: decideAccess(ctx.actor, 'period.confirmReopening', {
      unitPath: row.unit_path,
      authorAccountId: row.reopening_by,
    }).allowed,
  };
}

/** Publishing and sealing have abilities of their own. */
function mayDo(ctx: Ctx, row: PeriodRow, action: PeriodAction): boolean {
  const ability =
    action === 'startNotice' ? 'period.close' : action === 'seal' ? 'period.seal' : 'period.manage';
  return decideAccess(ctx.actor, ability, { unitPath: row.unit_path }).allowed;
}
