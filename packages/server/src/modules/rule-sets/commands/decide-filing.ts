import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { filingRounds } from '../filing-rounds.ts';
import { nextState, storeState } from '../move-version.ts';
import { presentVersion } from '../present.ts';
import { findVersion, lockVersion } from '../version-row.ts';

const WORDS = { accept: '同意备案', return: '退回修改' } as const;

/** The office above accepts, or returns with a reason; who sent it never decides (§16, Q6). */
export async function decideFiling(ctx: Ctx, { params, body }: Received<typeof ruleSets.decideFiling>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.decideFiling', requestId: body.requestId, content: { versionId, ...body } },
    async (tx) => {
      const row = await lockVersion(tx, ctx, versionId);
      const filing = (await filingRounds(tx, row.id)).find((each) => each.id === body.filingId);
      // Whoever does not reach the unit above learns nothing about what was sent there.
      requireAccess(ctx, 'ruleSet.file', {
        ...(filing ? { unitPath: filing.receiver_path, authorAccountId: filing.submitted_by } : {}),
      });
      if (filing?.state !== 'pending') {
        throw new Refusal('conflict', '这次备案已经办理或撤回。请刷新后查看最新状态。');
      }
      const state = nextState(row, {
        action: body.decision,
        filing: { demanded: true },
        reason: body.opinion,
      });
      await storeState(tx, ctx, row, state);
      await tx
        .updateTable('rule_set_filing')
        .set({
          state: body.decision === 'accept' ? 'accepted' : 'returned',
          opinion: body.opinion === '' ? null : body.opinion,
          decided_by: ctx.actor.accountId,
          decided_at: ctx.now,
        })
        .where('id', '=', filing.id)
        .where('state', '=', 'pending')
        .execute();
      return {
        result: { version: await presentVersion(tx, ctx, await findVersion(tx, ctx.actor.bureauId, row.id)) },
        audit: {
          action: body.decision === 'accept' ? 'ruleSet.filingAccepted' : 'ruleSet.filingReturned',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `考核办法“${row.rule_set_name}”第 ${row.version} 版备案：${WORDS[body.decision]}`,
          detail: { opinion: body.opinion },
        },
      };
    },
  );
}
