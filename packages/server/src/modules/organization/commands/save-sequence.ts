import { randomUUID } from 'node:crypto';
import type { organization, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { lockTree } from '../lock-tree.ts';
import { listSequences } from '../queries/list-sequences.ts';
import { requireEmptySequence, requireSequence, storeSequenceMembers } from '../store-sequence-members.ts';

type NewWish = Received<typeof organization.createSequence>['body'];
type ChangeWish = Received<typeof organization.changeSequence>['body'];
type Answer = { sequence: organization.SequenceView };

export function createSequence(ctx: Ctx, wish: NewWish): Promise<Answer> {
  return runCommand(
    ctx,
    { name: 'organization.createSequence', requestId: wish.requestId, content: wish },
    async (tx) => {
      await lockTree(tx, ctx.actor.bureauId);
      if (wish.members.length === 0) await requireEmptySequence(tx, ctx);
      const taken = await tx
        .selectFrom('ranking_sequence')
        .select('name')
        .where('bureau_id', '=', ctx.actor.bureauId)
        .where('year', '=', wish.year)
        .where('code', '=', wish.code)
        .executeTakeFirst();
      if (taken) {
        throw new Refusal('conflict', `${wish.year} 年已有代码为 ${wish.code} 的序列“${taken.name}”。`, [
          { path: 'code', message: '代码已使用' },
        ]);
      }
      const id = randomUUID();
      await tx
        .insertInto('ranking_sequence')
        .values({
          id,
          bureau_id: ctx.actor.bureauId,
          year: wish.year,
          code: wish.code,
          name: wish.name,
          subject_kind: wish.subjectKind,
          sort_order: wish.sortOrder,
        })
        .execute();
      await storeSequenceMembers(tx, ctx, id, wish.members);
      return outcome(tx, ctx, id, 'sequence.created', `新建 ${wish.year} 年排名序列“${wish.name}”`);
    },
  );
}

export function changeSequence(ctx: Ctx, sequenceId: string, wish: ChangeWish): Promise<Answer> {
  const content = { sequenceId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.changeSequence', requestId: wish.requestId, content },
    async (tx) => {
      const before = await requireSequence(tx, ctx, sequenceId);
      if (wish.members.length === 0) await requireEmptySequence(tx, ctx);
      await tx
        .updateTable('ranking_sequence')
        .set({ name: wish.name, subject_kind: wish.subjectKind, sort_order: wish.sortOrder })
        .where('id', '=', sequenceId)
        .execute();
      await storeSequenceMembers(tx, ctx, sequenceId, wish.members);
      return outcome(tx, ctx, sequenceId, 'sequence.changed', `调整 ${before.year} 年排名序列“${wish.name}”`);
    },
  );
}

async function outcome(tx: Tx, ctx: Ctx, id: string, action: string, summary: string) {
  const [sequence] = await listSequences(tx, ctx, { id });
  if (!sequence) throw notFound('排名序列');
  return {
    result: { sequence },
    audit: { action, subjectKind: 'rankingSequence', subjectId: id, summary },
  };
}
