import type { appeals } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import type { AppealObject } from '../appeal-object.ts';
import { type AppealRow, appealTarget, findAppeal } from '../find-appeal.ts';
import { furtherAppeal } from '../further-appeal.ts';
import { openAppeal } from '../open-appeal.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';

type Input = z.output<typeof appeals.fileSecondAppeal.body>;

/** Takes what the first answer did not grant to whom the method names; what they answer is final (§13). */
export async function fileSecondAppeal(ctx: Ctx, firstId: string, input: Input) {
  const { requestId, ...wish } = input;
  const content = { firstId, ...wish };
  return runCommand(ctx, { name: 'appeal.fileSecond', requestId, content }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${firstId}, 2))`.execute(tx);
    const first = await findAppeal(tx, ctx, firstId);
    requireAccess(ctx, 'appeal.read', appealTarget(first));
    const { offer, refusal, procedure } = await furtherAppeal(tx, ctx, first);
    if (refusal !== null || offer === null)
      throw new Refusal('refused', refusal ?? '按本办法，复议只进行一次，答复是终局结论。');
    const appealId = await openAppeal(tx, ctx, {
      object: await objectOf(tx, first),
      grounds: input.grounds,
      fileIds: input.fileIds,
      answeredBy: offer.by,
      answerDays: procedure.secondAnswerDays,
      firstAppealId: first.id,
    });
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.filed',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: '对首次复议的答复提出二次复议',
      },
    };
  });
}

/** What stands now is contested: what the first answer booked, or else what it left as it was. */
async function objectOf(tx: Tx, first: AppealRow): Promise<AppealObject> {
  const booked =
    first.resulting_entry_id === null
      ? undefined
      : await tx
          .selectFrom('ledger_entry')
          .select(['id', 'period_id'])
          .where('id', '=', first.resulting_entry_id)
          .executeTakeFirst();
  return {
    // Of a sealed period the difference was booked later, where it can still be corrected.
    periodId: booked?.period_id ?? first.period_id,
    entryId: booked?.id ?? first.ledger_entry_id,
    submissionId: booked ? null : first.submission_id,
    subjectKind: first.subject_kind,
    subjectId: first.subject_id,
    subjectUnitId: first.subject_unit_id,
    ownerUnitId: first.owner_unit_id,
    scoredBy: first.scored_by_account_id,
  };
}
