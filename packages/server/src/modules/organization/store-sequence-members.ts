import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { findRootUnit } from './queries/find-unit.ts';

export interface SequenceMember {
  readonly unitId: string;
  readonly groupCode: string;
  readonly exempt: boolean;
}

/** Replaces the members. Whoever ranks units against each other must be responsible for every one of them (P1). */
export async function storeSequenceMembers(
  tx: Tx,
  ctx: Ctx,
  sequenceId: string,
  members: readonly SequenceMember[],
): Promise<void> {
  await requireSequence(tx, ctx, sequenceId);
  await tx.deleteFrom('ranking_sequence_member').where('sequence_id', '=', sequenceId).execute();
  if (members.length > 0) {
    const ids = new Set(members.map((member) => member.unitId));
    if (ids.size < members.length)
      throw new Refusal('invalid', '同一机构在一个序列中只能出现一次，请删去重复的机构。');
    await tx
      .insertInto('ranking_sequence_member')
      .values(
        members.map((member) => ({
          sequence_id: sequenceId,
          unit_id: member.unitId,
          group_code: member.groupCode,
          exempt: member.exempt,
        })),
      )
      .execute();
  }
  await requireSequence(tx, ctx, sequenceId);
}

/** Checked before and after a change; a sequence without members is the whole bureau's. */
export async function requireSequence(tx: Tx, ctx: Ctx, sequenceId: string) {
  const sequence = await tx
    .selectFrom('ranking_sequence')
    .selectAll()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', sequenceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!sequence) throw notFound('排名序列');
  const members = await tx
    .selectFrom('ranking_sequence_member as member')
    .innerJoin('unit', 'unit.id', 'member.unit_id')
    .select(['unit.path', 'unit.bureau_id'])
    .where('member.sequence_id', '=', sequenceId)
    .execute();
  if (members.some((member) => member.bureau_id !== ctx.actor.bureauId)) throw notFound('机构');
  for (const member of members) requireAccess(ctx, 'sequence.manage', { unitPath: member.path });
  return sequence;
}

export async function requireEmptySequence(tx: Tx, ctx: Ctx): Promise<void> {
  const root = await findRootUnit(tx, ctx.actor.bureauId);
  requireAccess(ctx, 'sequence.manage', { unitPath: root.path });
}
