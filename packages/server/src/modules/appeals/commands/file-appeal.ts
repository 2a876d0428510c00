import type { appeals } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { acknowledge, loadWorkPeriod } from '../../ledger/index.ts';
import { requireContestable } from '../appeal-object.ts';
import { appealProcedure } from '../appeal-procedure.ts';
import { openAppeal } from '../open-appeal.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';

type Input = z.output<typeof appeals.fileAppeal.body>;

/** Contests one score or one rejection, with grounds and attachments (P7). */
export async function fileAppeal(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'appeal.file', requestId, content }, async (tx) => {
    // Two appeals against one thing at the same time: the second sees the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${input.entryId ?? input.submissionId ?? ''}, 2))`.execute(
      tx,
    );
    const object = await requireContestable(tx, ctx, input);
    const { ruleSet } = await loadWorkPeriod(tx, ctx.actor.bureauId, object.periodId);
    const appealId = await openAppeal(tx, ctx, {
      object,
      grounds: input.grounds,
      fileIds: input.fileIds,
      answeredBy: 'department',
      answerDays: appealProcedure(ruleSet).answerDays,
      firstAppealId: null,
    });
    if (object.entryId !== null)
      await acknowledge(tx, ctx, [object.entryId], { mark: 'disagreed', appealId });
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.filed',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: object.entryId === null ? '对退回的填报提出复议' : '对得分记录提出复议',
      },
    };
  });
}
