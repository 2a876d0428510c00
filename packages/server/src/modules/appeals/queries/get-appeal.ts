import type { appeals } from '@mingji/contract';
import { type AccessRefusal, appealWorkflow, decideAccess } from '@mingji/engine';
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
import { mayAnswer, mayManage } from '../answering.ts';
import { candidatesFor } from '../candidates.ts';
import { type AppealRow, appealTarget, findAppeal } from '../find-appeal.ts';
import { furtherAppeal } from '../further-appeal.ts';
import { involvementOf } from '../involvement.ts';
import { appealViewOf } from './appeal-rows.ts';
import { recusalsOf } from './recusals.ts';

/** Both sides' words and attachments, the contested score and what came of it (P7). */
export async function getAppeal(ctx: Ctx, appealId: string): Promise<{ appeal: appeals.AppealDetail }> {
  const { db } = ctx.deps;
  const row = await findAppeal(db, ctx, appealId);
  requireReadable(ctx, row);
  const view = await appealViewOf(db, ctx, appealId);
  const files = await loadAttachments(db, ctx.actor.bureauId, [...row.file_ids, ...row.answer_file_ids]);
  const manages = mayManage(ctx, row).allowed && row.state === 'filed';
  const own = row.author_account_id === ctx.actor.accountId && row.state === 'filed';
  const further = await furtherAppeal(db, ctx, row);
  const entry = await entryViewOf(ctx, row.ledger_entry_id);
  const candidates = manages || own ? await candidatesFor(db, row.id) : [];
  const nobody = (manages || own) && candidates.length === 0;
  const decideRefusal = nobody ? NOBODY : await refusalToDecide(ctx, row);
  return {
    appeal: {
      ...view,
      grounds: row.grounds,
      files: attachmentsOf(files, row.file_ids),
      answer: row.answer,
      answerFiles: attachmentsOf(files, row.answer_file_ids),
      entry,
      submissionId: row.submission_id,
      resultingEntry: await entryViewOf(ctx, row.resulting_entry_id),
      form: await formFor(ctx, row, view.indicator.code, entry?.kind === 'adjustment'),
      timeline: await workTimeline(db, 'appeal', row.id, actionLabel),
      ...(await otherInstances(ctx, row)),
      recusals: await recusalsOf(db, ctx, row.id, manages),
      candidates,
      further: further.offer,
      final: row.instance === 2 || further.procedure.secondInstance === 'none',
      can: {
        decide: decideRefusal === null,
        withdraw: own,
        decideRefusal,
        appealFurther: further.offer !== null && further.refusal === null,
        furtherRefusal: further.offer === null ? null : further.refusal,
        recuse: decideRefusal === null,
        challenge: own && candidates.length > 0,
        assign: manages && candidates.length > 0,
      },
    },
  };
}

/** Everybody with the permission is involved: somebody must be given it, or nobody could ever answer. */
const NOBODY =
  '现在没有可以答复的人员：有权答复的都应回避。请考核办联系安全管理员，为归口部门或考核办增加审核人员。';

const answerers = {
  department: '由归口部门或考核办答复。',
  committee: '由考核委员会答复，答复是终局结论。',
  office: '由考核办答复，答复是终局结论。',
} as const;

async function refusalToDecide(ctx: Ctx, row: AppealRow): Promise<string | null> {
  const access = mayAnswer(ctx, row);
  if (!access.allowed) return accessWords(row, access.reason);
  if (row.state !== 'filed') return '该复议已经办结。';
  const involved = await involvementOf(ctx.deps.db, ctx, row.id);
  if (involved !== null) return involved;
  const named = row.assignee_account_id;
  return named === null || named === ctx.actor.accountId ? null : '考核办已指定其他人员答复。';
}

function accessWords(row: AppealRow, reason: AccessRefusal): string {
  if (reason === 'ownWork') return '提出人和当事人不得答复本人的复议。';
  if (reason === 'scorerDecidesNot') return '原评分人不得答复对该评分的复议，请由其他人员答复。';
  return answerers[row.answered_by as keyof typeof answerers];
}

const labels: Readonly<Record<string, string>> = {
  file: '提出复议',
  fileSecond: '提出二次复议',
  recuse: '自行回避',
  askRecusal: '申请答复人回避',
  grantRecusal: '同意回避',
  refuseRecusal: '不同意回避',
  assign: '指定答复人',
  press: '催办',
  ...appealWorkflow.actions,
};
const actionLabel = (action: string) => labels[action] ?? action;

function requireReadable(ctx: Ctx, row: AppealRow): void {
  const { accountId } = ctx.actor;
  if (row.author_account_id === accountId || row.scored_by_account_id === accountId) return;
  if (mayAnswer(ctx, row).allowed || mayManage(ctx, row).allowed) return;
  if (!decideAccess(ctx.actor, 'appeal.read', appealTarget(row)).allowed) throw notFound('复议');
}

/** A difference booked for a sealed period is corrected in points, whatever the indicator takes. */
async function formFor(ctx: Ctx, row: AppealRow, code: string, adjusts: boolean) {
  const period = await loadWorkPeriod(ctx.deps.db, ctx.actor.bureauId, row.period_id);
  const form = presentForm(formOf(findIndicator(period.ruleSet, code).indicator));
  return adjusts ? { ...form, takes: 'band' as const, events: [], band: null } : form;
}

async function otherInstances(ctx: Ctx, row: AppealRow) {
  const { db } = ctx.deps;
  const second = await db
    .selectFrom('appeal')
    .select('id')
    .where('first_appeal_id', '=', row.id)
    .orderBy('filed_at', 'desc')
    .executeTakeFirst();
  return {
    first: row.first_appeal_id === null ? null : await firstInstance(ctx, row.first_appeal_id),
    second: second ? await appealViewOf(db, ctx, second.id) : null,
  };
}

async function firstInstance(ctx: Ctx, appealId: string) {
  const { db } = ctx.deps;
  const words = await db
    .selectFrom('appeal')
    .select(['grounds', 'answer'])
    .where('id', '=', appealId)
    .executeTakeFirstOrThrow();
  return { ...(await appealViewOf(db, ctx, appealId)), ...words };
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
