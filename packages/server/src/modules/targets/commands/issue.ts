import type { Received, targets } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { findBook } from '../find-book.ts';
import { issueTargets } from '../issue-targets.ts';

export async function issue(ctx: Ctx, { params, body }: Received<typeof targets.issueTargets>) {
  return runCommand(
    ctx,
    { name: 'target.issue', requestId: body.requestId, content: { params, body } },
    async (tx) => {
      const book = await findBook(tx, ctx.actor.bureauId, params);
      const issued = await issueTargets(tx, ctx, { ...params, rows: body.rows, importBatchId: null });
      return {
        result: { issued },
        audit: {
          action: 'target.issued',
          subjectKind: 'ruleSet',
          subjectId: book.ruleSetId,
          summary: `下达“${book.ruleSet.name}”${params.year} 年度目标 ${issued} 项`,
        },
      };
    },
  );
}
