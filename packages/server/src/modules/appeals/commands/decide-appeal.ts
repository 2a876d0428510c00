import type { appeals } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { type AppealRow, appealTarget, findAppeal } from '../find-appeal.ts';
import { moveAppeal, requireOpenAppeal } from '../move-appeal.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';
import { uphold } from '../uphold.ts';

type Input = z.output<typeof appeals.decideAppeal.body>;

/** Answers an appeal with reasons: by nobody who scored, filed it, or is concerned (§13). */
export async function decideAppeal(ctx: Ctx, appealId: string, input: Input) {
  const { requestId, ...decision } = input;
  const content = { appealId, ...decision };
  return runCommand(ctx, { name: 'appeal.decide', requestId, content }, async (tx) => {
    await lockAppeal(tx, appealId);
    const row = await findAppeal(tx, ctx, appealId);
    requireAccess(ctx, 'appeal.decide', appealTarget(row));
    await requireUninvolved(tx, ctx, row);
    await requireOpenAppeal(tx, row);
    const fileIds = await requireOwnFiles(tx, ctx, input.fileIds);
    const { answer, correction } = input;
    if (input.outcome === 'dismissed') {
      await moveAppeal(tx, ctx, row, 'dismiss', { text: answer, fileIds, resultingEntryId: null });
    } else {
      const entry = await uphold(tx, ctx, row, { answer, fileIds, correction, requestId });
      await moveAppeal(tx, ctx, row, 'uphold', { text: answer, fileIds, resultingEntryId: entry.id });
    }
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.decided',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: input.outcome === 'upheld' ? '答复复议：认定成立' : '答复复议：维持原结果',
      },
    };
  });
}

/** The second of two who answer at once waits here and then finds the appeal answered. */
async function lockAppeal(tx: Tx, appealId: string): Promise<void> {
  await tx.selectFrom('appeal').select('id').where('id', '=', appealId).forUpdate().execute();
}

/** Who entered the work that was scored answers no appeal about it either. */
async function requireUninvolved(tx: Tx, ctx: Ctx, row: AppealRow): Promise<void> {
  const work = await tx
    .selectFrom('submission_version')
    .select('submission_id')
    .where('by_account_id', '=', ctx.actor.accountId)
    .where((eb) =>
      eb.or([
        eb('submission_id', '=', row.submission_id),
        eb(
          'submission_id',
          '=',
          eb
            .selectFrom('ledger_entry')
            .select('source_id')
            .where('id', '=', row.ledger_entry_id)
            .where('source_kind', '=', 'submission'),
        ),
      ]),
    )
    .executeTakeFirst();
  if (work) throw new Refusal('forbidden', '您是该事项的填报人，不得答复对它的复议，请由其他人员答复。');
}
