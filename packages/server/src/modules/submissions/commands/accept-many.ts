import type { submissions } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { acceptOne } from '../accept-one.ts';

type Input = z.output<typeof submissions.acceptMany.body>;
interface Answer {
  readonly accepted: string[];
  readonly refused: { submissionId: string; message: string }[];
}

/** Accepts up to 200 as they were handed in; each stands or falls for itself, all in one command. */
export async function acceptMany(ctx: Ctx, input: Input): Promise<Answer> {
  // One order for everybody, so that two batches over the same rows never wait for each other.
  const items = [...new Map(input.items.map((item) => [item.submissionId, item])).values()].sort((a, b) =>
    a.submissionId < b.submissionId ? -1 : 1,
  );
  return runCommand(
    ctx,
    { name: 'submission.acceptMany', requestId: input.requestId, content: items },
    async (tx) => {
      const answer: Answer = { accepted: [], refused: [] };
      for (const { submissionId, version } of items) {
        await sql`savepoint one`.execute(tx);
        try {
          await acceptOne(tx, ctx, submissionId, { version }, input.requestId);
          await sql`release savepoint one`.execute(tx);
          answer.accepted.push(submissionId);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          await sql`rollback to savepoint one`.execute(tx);
          answer.refused.push({ submissionId, message: error.message });
        }
      }
      return {
        result: answer,
        audit: {
          action: 'submission.acceptedMany',
          subjectKind: 'submission',
          subjectId: null,
          summary: `批量采纳填报 ${answer.accepted.length} 件，未采纳 ${answer.refused.length} 件`,
          detail: { accepted: answer.accepted, refused: answer.refused.map((each) => each.submissionId) },
        },
      };
    },
  );
}
