import type { Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { deadlineText } from './deadline-text.ts';
import { effectiveState } from './effective-state.ts';

export interface SubmissionPeriod {
  readonly id: string;
  readonly label: string;
  readonly ruleSetVersionId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly submitBy: Date;
  readonly reviewBy: Date;
}

/**
 * The period that work may be handed in for at `now`, held against closing until the transaction ends; refused with
 * the deadline named when it is late (P8), and with the state when it is not open.
 */
export async function periodForSubmission(
  tx: Tx,
  wanted: { readonly bureauId: string; readonly periodId: string },
  now: Date,
): Promise<SubmissionPeriod> {
  const row = await tx
    .selectFrom('period')
    .innerJoin('bureau', 'bureau.id', 'period.bureau_id')
    .selectAll('period')
    .select('bureau.time_zone')
    .where('period.bureau_id', '=', wanted.bureauId)
    .where('period.id', '=', wanted.periodId)
    .forShare('period')
    .executeTakeFirst();
  if (!row) throw notFound('考核周期');
  const state = effectiveState(row, now);
  if (state === 'sealed') {
    throw new Refusal('sealed', `周期「${row.label}」已封存,不再接受填报。如对结果有异议,请提出复议。`);
  }
  if (state === 'draft') {
    throw new Refusal(
      'conflict',
      `周期「${row.label}」尚未开放填报。请等待考核办开放,或选择正在填报的周期。`,
    );
  }
  if (state !== 'open') {
    throw new Refusal(
      'deadlinePassed',
      `周期「${row.label}」的填报已于 ${deadlineText(row.submit_by, row.time_zone)} 截止,逾期不予受理。如确需补报,请联系考核办说明原因,由其重新开放。`,
    );
  }
  return {
    id: row.id,
    label: row.label,
    ruleSetVersionId: row.rule_set_version_id,
    fromOn: row.from_on,
    toOn: row.to_on,
    submitBy: row.submit_by,
    reviewBy: row.review_by,
  };
}
