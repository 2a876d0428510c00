import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { acceptOne } from '../accept-one.ts';
import { submissionViewOf } from '../queries/submission-rows.ts';

type Input = z.output<typeof submissions.acceptSubmission.body>;

export async function acceptSubmission(ctx: Ctx, submissionId: string, input: Input) {
  const { requestId, ...acceptance } = input;
  const content = { submissionId, ...acceptance };
  return runCommand(ctx, { name: 'submission.accept', requestId, content }, async (tx) => {
    const entry = await acceptOne(tx, ctx, submissionId, acceptance, requestId);
    return {
      result: { submission: await submissionViewOf(tx, ctx, submissionId) },
      audit: {
        action: 'submission.accepted',
        subjectKind: 'submission',
        subjectId: submissionId,
        summary: '采纳填报并记分',
        detail: { entryId: entry.id },
      },
    };
  });
}
