import type { appeals } from '@mingji/contract';
import { type AppealAction, appealWorkflow } from '@mingji/engine';
import type { z } from 'zod';
import { accessRefusal, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { mayAnswer } from '../answering.ts';
import { type AppealRow, findAppeal } from '../find-appeal.ts';
import { requireUninvolved } from '../involvement.ts';
import { lockAppeal, moveAppeal, requireOpenAppeal } from '../move-appeal.ts';
import { tellAnswered } from '../notices.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';
import { uphold } from '../uphold.ts';

type Input = z.output<typeof appeals.decideAppeal.body>;
type Outcome = Input['outcome'];
const actions: Readonly<Record<Outcome, AppealAction>> = {
  upheld: 'uphold',
  partlyUpheld: 'upholdPartly',
  dismissed: 'dismiss',
};

/** Answers an appeal with reasons: by nobody who scored, filed it, is concerned, or answered it before (§13). */
export async function decideAppeal(ctx: Ctx, appealId: string, instance: 1 | 2, input: Input) {
  const { requestId, ...decision } = input;
  const content = { appealId, ...decision };
  return runCommand(ctx, { name: 'appeal.decide', requestId, content }, async (tx) => {
    await lockAppeal(tx, appealId);
    const row = await findAppeal(tx, ctx, appealId);
    await requireAnswerer(tx, ctx, row);
    requireInstance(row, instance);
    await requireOpenAppeal(tx, row);
    requireCorrection(input);
    const fileIds = await requireOwnFiles(tx, ctx, input.fileIds);
    const { answer, correction, outcome } = input;
    const entry =
      outcome === 'dismissed' ? null : await uphold(tx, ctx, row, { answer, fileIds, correction, requestId });
    await moveAppeal(tx, ctx, row, actions[outcome], {
      text: answer,
      fileIds,
      resultingEntryId: entry?.id ?? null,
    });
    await tellAnswered(tx, ctx, row);
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.decided',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: `答复${instance === 2 ? '二次' : ''}复议：${appealWorkflow.actions[actions[outcome]]}`,
      },
    };
  });
}

/** In reach, not involved, and, where the office has named somebody, that person. */
async function requireAnswerer(tx: Tx, ctx: Ctx, row: AppealRow): Promise<void> {
  const access = mayAnswer(ctx, row);
  if (!access.allowed) throw accessRefusal(access.reason);
  await requireUninvolved(tx, ctx, row.id);
  if (row.assignee_account_id === null || row.assignee_account_id === ctx.actor.accountId) return;
  throw new Refusal('forbidden', '考核办已指定其他人员答复这件复议，您不能答复。');
}

function requireInstance(row: AppealRow, instance: 1 | 2): void {
  if (row.instance === instance) return;
  throw new Refusal(
    'refused',
    row.instance === 2 ? '这是二次复议，请按二次复议答复。' : '这是首次复议，请按首次复议答复。',
  );
}

/** What is granted in part is said in numbers. */
function requireCorrection({ outcome, correction }: Input): void {
  if (outcome !== 'partlyUpheld' || correction !== null) return;
  const message = '部分支持的，须写明更正后的情形、数量或分值。';
  throw new Refusal('invalid', message, [{ path: 'correction', message }]);
}
