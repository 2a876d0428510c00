import type { organization, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { requireEmptySequence, requireSequence } from '../store-sequence-members.ts';

type Wish = Received<typeof organization.deleteSequence>['body'];

/** A sequence is only the frame of rankings to come: computed and sealed results carry its code and name themselves. */
export function deleteSequence(ctx: Ctx, sequenceId: string, wish: Wish): Promise<{ ok: true }> {
  const content = { sequenceId };
  return runCommand(
    ctx,
    { name: 'organization.deleteSequence', requestId: wish.requestId, content },
    async (tx) => {
      const sequence = await requireSequence(tx, ctx, sequenceId);
      const { members } = await tx
        .selectFrom('ranking_sequence_member')
        .select((select) => select.fn.countAll<number>().as('members'))
        .where('sequence_id', '=', sequenceId)
        .executeTakeFirstOrThrow();
      if (members === 0) await requireEmptySequence(tx, ctx);
      await tx.deleteFrom('ranking_sequence').where('id', '=', sequenceId).execute();
      return {
        result: { ok: true } as const,
        audit: {
          action: 'sequence.deleted',
          subjectKind: 'rankingSequence',
          subjectId: sequenceId,
          summary: `删除 ${sequence.year} 年排名序列“${sequence.name}”（${members} 个机构）`,
        },
      };
    },
  );
}
