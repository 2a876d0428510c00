import type { submissions } from '@mingji/contract';
import { type SubmissionState, submissionWorkflow } from '@mingji/engine';
import { formOf, placedIndicators, presentIndicator, type WorkPeriod } from '../ledger/index.ts';
import type { ListedSubmission } from './queries/submission-rows.ts';

export function presentSubmission(row: ListedSubmission, period: WorkPeriod): submissions.SubmissionView {
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
  };
}

const actionLabels: Readonly<Record<string, string>> = {
  submit: '提交',
  ...submissionWorkflow.actions,
  appeal: '提出复议',
};

export function submissionActionLabel(action: string): string {
  return actionLabels[action] ?? action;
}
