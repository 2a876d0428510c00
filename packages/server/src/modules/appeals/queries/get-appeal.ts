import type { appeals } from '@mingji/contract';
import { appealWorkflow, decideAccess } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { attachmentsOf, loadAttachments } from '../../files/index.ts';
import {
  entryViews,
  findIndicator,
  formOf,
  type LedgerRow,
  loadWorkPeriod,
  presentForm,
} from '../../ledger/index.ts';
import { workTimeline } from '../../submissions/index.ts';
import { type AppealRow, appealTarget, findAppeal } from '../find-appeal.ts';
import { appealViewOf } from './appeal-rows.ts';

/** Both sides' words and attachments, the contested score and what came of it (P7). */
export async function getAppeal(ctx: Ctx, appealId: string): Promise<{ appeal: appeals.AppealDetail }> {
  const { db } = ctx.deps;
  const row = await findAppeal(db, ctx, appealId);
  const decision = decideAccess(ctx.actor, 'appeal.decide', appealTarget(row));
  requireReadable(ctx, row, decision.allowed);
  const view = await appealViewOf(db, ctx, appealId);
  const period = await loadWorkPeriod(db, ctx.actor.bureauId, row.period_id);
  const files = await loadAttachments(db, ctx.actor.bureauId, [...row.file_ids, ...row.answer_file_ids]);
  const decideRefusal = decision.allowed ? stateRefusal(row) : accessRefusals[decision.reason];
  return {
    appeal: {
      ...view,
      grounds: row.grounds,
      files: attachmentsOf(files, row.file_ids),
      answer: row.answer,
      answerFiles: attachmentsOf(files, row.answer_file_ids),
      entry: await entryViewOf(ctx, row.ledger_entry_id),
      submissionId: row.submission_id,
      resultingEntry: await entryViewOf(ctx, row.resulting_entry_id),
      form: presentForm(formOf(findIndicator(period.ruleSet, view.indicator.code).indicator)),
      timeline: await workTimeline(db, 'appeal', row.id, actionLabel),
      can: {
        decide: decideRefusal === null,
        withdraw: row.state === 'filed' && row.author_account_id === ctx.actor.accountId,
        decideRefusal,
      },
    },
  };
}

const accessRefusals = {
  noRole: '由归口部门或考核办答复。',
  outOfScope: '由归口部门或考核办答复。',
  ownWork: '提出人和当事人不得答复本人的复议。',
  scorerDecidesNot: '原评分人不得答复对该评分的复议，请由其他人员答复。',
} as const;

function stateRefusal(row: AppealRow): string | null {
  return row.state === 'filed' ? null : '该复议已经办结。';
}

const labels: Readonly<Record<string, string>> = { file: '提出复议', ...appealWorkflow.actions };
const actionLabel = (action: string) => labels[action] ?? action;

function requireReadable(ctx: Ctx, row: AppealRow, mayDecide: boolean): void {
  const { accountId } = ctx.actor;
  if (mayDecide || row.author_account_id === accountId || row.scored_by_account_id === accountId) return;
  if (!decideAccess(ctx.actor, 'appeal.read', appealTarget(row)).allowed) throw notFound('复议');
}

async function entryViewOf(ctx: Ctx, entryId: string | null) {
  if (entryId === null) return null;
  const { db } = ctx.deps;
  const row: LedgerRow = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  return (await entryViews(db, ctx, [row]))[0] ?? null;
}
