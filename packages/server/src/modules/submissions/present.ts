import type { submissions } from '@mingji/contract';
import { type SubmissionState, submissionWorkflow } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { formOf, placedIndicators, presentIndicator, type WorkPeriod } from '../ledger/index.ts';
import type { ListedSubmission } from './queries/submission-rows.ts';

export function presentSubmission(
  ctx: Ctx,
  row: ListedSubmission,
  period: WorkPeriod,
): submissions.SubmissionView {
  const placed = placedIndicators(period.ruleSet).get(row.indicator_code);
  const form = placed ? formOf(placed.indicator) : null;
  const event = form?.events.find((each) => each.code === row.event_code);
  return {
    id: row.id,
    state: row.state as SubmissionState,
    period: { id: period.id, label: period.label },
    indicator: presentIndicator(row.indicator_code, placed),
    subject: {
      kind: row.subject_kind,
      id: row.subject_id,
      name: row.subject_name,
      code: row.subject_code,
      unit: { id: row.subject_unit_id, name: row.subject_unit_name },
    },
    ownerUnit: { id: row.owner_unit_id, name: row.owner_unit_name },
    authorName: row.author_name,
    title: row.title,
    eventName: event?.name ?? (form?.events.length === 1 ? (form.events[0]?.name ?? null) : null),
    quantity: row.quantity,
    ofQuantity: row.of_quantity,
    measureUnit: form?.measureUnit ?? event?.unit ?? null,
    occurredOn: row.occurred_on,
    late: row.late,
    version: row.latest_version,
    fileCount: row.file_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    returnReason: row.return_reason,
    bookedPoints: row.booked_points,
    plain: form !== null && form.takes !== 'band',
    taken: presentTaking(ctx, row),
    ...presentWaiting(ctx, row),
  };
}

/** Who has it now; a taking that has run out, or work that no longer waits, is nobody's. */
function presentTaking(ctx: Ctx, row: ListedSubmission): submissions.SubmissionView['taken'] {
  if (row.state !== 'submitted' || !row.taken_by || !row.taken_at || !row.taken_until) return null;
  if (row.taken_until.getTime() <= ctx.now.getTime()) return null;
  return {
    byName: row.taken_by_name ?? '',
    at: row.taken_at.toISOString(),
    until: row.taken_until.toISOString(),
    mine: row.taken_by === ctx.actor.accountId,
  };
}

function presentWaiting(ctx: Ctx, row: ListedSubmission) {
  const waits = row.state === 'submitted';
  return {
    assigneeName: waits ? row.assignee_name : null,
    assignedToMe: waits && row.assignee_account_id === ctx.actor.accountId,
    standsInForName: waits ? row.stands_in_for_name : null,
    reviewDueAt: waits ? (row.review_due_at?.toISOString() ?? null) : null,
    overdue: waits && row.review_due_at !== null && row.review_due_at.getTime() < ctx.now.getTime(),
  };
}

const actionLabels: Readonly<Record<string, string>> = {
  submit: '提交',
  ...submissionWorkflow.actions,
  appeal: '提出复议',
  press: '催办',
  take: '受理',
  release: '放弃受理',
  transfer: '转办',
  recuse: '回避',
  handover: '请假交接',
  handBack: '交接结束，交回',
  standIn: '逾期未审，转备岗办理',
  recheckUpheld: '抽查复核维持',
  recheckCorrected: '抽查复核更正',
  recheckNoted: '抽查复核备查',
};

export function submissionActionLabel(action: string): string {
  return actionLabels[action] ?? action;
}
