import type { scoreLog } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { acknowledge, isConcerned } from '../acknowledge.ts';
import { readableEntries } from '../queries/entry-reach.ts';

type Input = z.output<typeof scoreLog.acknowledgeEntries.body>;

/** Who is concerned says of entries that he has seen them, or disagrees (P13); nobody does it for him. */
export async function acknowledgeEntries(ctx: Ctx, input: Input): Promise<{ marked: number }> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'entry.acknowledge', requestId, content }, async (tx) => {
    const ids = [...new Set(input.entryIds)];
    await requireConcerned(tx, ctx, ids);
    const marked = await acknowledge(tx, ctx, ids, { mark: input.mark, appealId: null });
    return {
      result: { marked },
      audit: {
        action: 'entry.acknowledged',
        subjectKind: 'entry',
        subjectId: ids[0] ?? null,
        summary: `将 ${marked} 条得分记录标为${input.mark === 'seen' ? '已知悉' : '有异议'}`,
      },
    };
  });
}

async function requireConcerned(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  const rows = await (await readableEntries(tx, ctx))
    .innerJoin('unit as subject_unit', 'subject_unit.id', 'entry.subject_unit_id')
    .selectAll('entry')
    .select('subject_unit.path as unit_path')
    .where('entry.id', 'in', [...ids])
    .execute();
  if (rows.length < ids.length) throw notFound('得分记录');
  if (rows.every((row) => isConcerned(ctx, row, row.unit_path))) return;
  throw new Refusal('forbidden', '只有当事人本人，或当事单位的负责人、内勤可以标记已知悉或者有异议。');
}
