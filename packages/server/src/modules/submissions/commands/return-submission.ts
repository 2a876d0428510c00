import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';
import { returnOne } from '../return-one.ts';

type Input = z.output<typeof submissions.returnSubmission.body>;

/** Sends work back with the reason; it can be corrected and handed in again, or contested (P6, P7). */
export async function returnSubmission(ctx: Ctx, submissionId: string, input: Input) {
  const { requestId, ...decision } = input;
  const content = { submissionId, ...decision };
  return runCommand(ctx, { name: 'submission.return', requestId, content }, async (tx) => {
    const period = await returnOne(tx, ctx, submissionId, decision);
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId, period) },
      audit: {
        action: 'submission.returned',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: '退回填报',
      },
    };
  });
}
