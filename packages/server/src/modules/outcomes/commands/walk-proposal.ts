import type { outcomes } from '@mingji/contract';
import { type ProposalKind, proposalKinds } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { eachForItself } from '../../../each-for-itself.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { type Notice, notify } from '../../notifications/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { findProposal, type ProposalRow, proposalTarget } from '../find-proposal.ts';
import { moveProposal } from '../move-proposal.ts';
import { proposalViewOf } from '../queries/proposal-rows.ts';

const titleOf = (row: ProposalRow) =>
  `${proposalKinds[row.kind as ProposalKind].name}建议：${row.subject_name}`;

/** To the committee; the commendation check stands in the way of whoever is among the last (§12). */
export async function submitProposal(ctx: Ctx, proposalId: string, requestId: string) {
  return runCommand(ctx, { name: 'proposal.submit', requestId, content: { proposalId } }, async (tx) => {
    const row = await findProposal(tx, ctx, proposalId);
    requireAccess(ctx, 'outcome.propose', proposalTarget(ctx, row));
    await moveProposal(tx, ctx, row, 'submit', null, { submitted_at: ctx.now });
    await tell(tx, ctx, row, await committeeOf(tx, ctx), '待审定', '请审阅依据后作出决定。');
    return answer(tx, ctx, row, 'proposal.submitted', '提交');
  });
}

export async function withdrawProposal(
  ctx: Ctx,
  proposalId: string,
  input: z.output<typeof outcomes.withdrawProposal.body>,
) {
  const { requestId, reason } = input;
  return runCommand(
    ctx,
    { name: 'proposal.withdraw', requestId, content: { proposalId, reason } },
    async (tx) => {
      const row = await findProposal(tx, ctx, proposalId);
      requireAccess(ctx, 'outcome.propose', proposalTarget(ctx, row));
      await moveProposal(tx, ctx, row, 'withdraw', reason);
      return answer(tx, ctx, row, 'proposal.withdrawn', '撤回');
    },
  );
}

/** The committee lets a draft go on in spite of the check; its reason stays beside the proposal. */
export async function overrideCheck(
  ctx: Ctx,
  proposalId: string,
  input: z.output<typeof outcomes.overrideCheck.body>,
) {
  const { requestId, reason } = input;
  return runCommand(
    ctx,
    { name: 'proposal.override', requestId, content: { proposalId, reason } },
    async (tx) => {
      const row = await findProposal(tx, ctx, proposalId);
      requireAccess(ctx, 'outcome.decide', proposalTarget(ctx, row));
      const changed = await tx
        .updateTable('outcome_proposal')
        .set({
          override_reason: reason,
          override_by: ctx.actor.accountId,
          override_by_name: ctx.actor.displayName,
          override_at: ctx.now,
        })
        .where('id', '=', row.id)
        .where('state', 'in', ['draft', 'submitted'])
        .where('override_reason', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!changed) throw new Refusal('conflict', '该建议已放行或已办结，无须再放行。请刷新后查看。');
      await recordWorkEvent(tx, ctx, {
        workKind: 'outcome',
        workId: row.id,
        action: 'override',
        reason,
        version: null,
      });
      await tell(tx, ctx, row, [row.created_by], '已放行', '考核委员会已写明理由放行，可以提交。');
      return answer(tx, ctx, row, 'proposal.overridden', '放行');
    },
  );
}

/** The committee's decision with its resolution; carrying it out is the work of people (N10). */
export async function decideProposal(
  ctx: Ctx,
  proposalId: string,
  input: z.output<typeof outcomes.decideProposal.body>,
) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'proposal.decide', requestId, content: { proposalId, ...content } },
    async (tx) => {
      requirePast(ctx, input.decidedOn);
      const row = await decideOne(tx, ctx, proposalId, content);
      const agrees = input.outcome === 'agree';
      return answer(
        tx,
        ctx,
        row,
        agrees ? 'proposal.agreed' : 'proposal.declined',
        agrees ? '同意' : '不同意',
      );
    },
  );
}

/** One resolution of a meeting that covers many; each is decided or refused for itself (N10). */
export async function decideProposals(ctx: Ctx, input: z.output<typeof outcomes.decideProposals.body>) {
  const { requestId, proposalIds, ...decision } = input;
  const content = { proposalIds, ...decision };
  return runCommand(ctx, { name: 'proposal.decideMany', requestId, content }, async (tx) => {
    requirePast(ctx, decision.decidedOn);
    const { done, refused } = await eachForItself(tx, proposalIds, (id) => decideOne(tx, ctx, id, decision));
    const decided = done.map(({ id }) => id);
    const agrees = decision.outcome === 'agree';
    return {
      result: { decided, refused: refused.map(({ id, message }) => ({ proposalId: id, message })) },
      audit: {
        action: agrees ? 'proposal.agreedMany' : 'proposal.declinedMany',
        subjectKind: 'outcomeProposal',
        subjectId: null,
        summary: `决议 ${decision.resolutionNo}：${agrees ? '同意' : '不同意'}建议 ${decided.length} 件，未办理 ${refused.length} 件`,
        detail: { decided, refused: refused.map(({ id }) => id) },
      },
    };
  });
}

type Decision = Omit<z.output<typeof outcomes.decideProposal.body>, 'requestId'>;

async function decideOne(tx: Tx, ctx: Ctx, proposalId: string, decision: Decision): Promise<ProposalRow> {
  const { outcome, resolutionNo, decidedOn, note } = decision;
  const row = await findProposal(tx, ctx, proposalId);
  requireAccess(ctx, 'outcome.decide', proposalTarget(ctx, row));
  await moveProposal(tx, ctx, row, outcome, note || null, {
    resolution_no: resolutionNo,
    decided_on: decidedOn,
    decision_note: note || null,
    decided_by: ctx.actor.accountId,
    decided_by_name: ctx.actor.displayName,
    decided_at: ctx.now,
  });
  const word = outcome === 'agree' ? '已同意' : '未同意';
  await tell(tx, ctx, row, [row.created_by], word, `决议 ${resolutionNo}`);
  return row;
}

function requirePast(ctx: Ctx, decidedOn: string): void {
  if (decidedOn <= localDay(ctx.now, ctx.actor.timeZone)) return;
  throw new Refusal('invalid', '决议日期不能晚于今天。', [{ path: 'decidedOn', message: '不能晚于今天' }]);
}

async function answer(tx: Tx, ctx: Ctx, row: ProposalRow, action: string, word: string) {
  return {
    result: { proposal: await proposalViewOf(tx, ctx, row.id) },
    audit: {
      action,
      subjectKind: 'outcomeProposal',
      subjectId: row.id,
      summary: `${word}${titleOf(row)}`,
    },
  };
}

async function tell(
  tx: Tx,
  ctx: Ctx,
  row: ProposalRow,
  accountIds: readonly string[],
  word: string,
  detail: string,
): Promise<void> {
  const notice: Notice = {
    kind: 'outcome',
    title: `${proposalKinds[row.kind as ProposalKind].name}建议${word}`,
    detail: `${row.subject_name}：${detail}`,
    address: `/outcomes/proposals/${row.id}`,
    about: { kind: 'outcomeProposal', id: row.id },
    accountIds: accountIds.filter((id) => id !== ctx.actor.accountId),
  };
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [notice]);
}

async function committeeOf(tx: Tx, ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from account a join account_role r on r.account_id = a.id and r.role = 'committee'
    where a.bureau_id = ${ctx.actor.bureauId} and a.state = 'active' order by a.id limit 100`.execute(tx);
  return rows.map(({ id }) => id);
}
