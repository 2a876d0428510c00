import { randomUUID } from 'node:crypto';
import type { organization, Received } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { lockTree } from '../lock-tree.ts';
import { listSequences } from '../queries/list-sequences.ts';

type Wish = Received<typeof organization.copySequences>['body'];

/** §7: membership is per year. Units abolished since are left out and named; codes already there are kept. */
export function copySequences(ctx: Ctx, wish: Wish): Promise<{ copied: number; leftOut: string[] }> {
  return runCommand(
    ctx,
    { name: 'organization.copySequences', requestId: wish.requestId, content: wish },
    async (tx) => {
      const { bureauId } = ctx.actor;
      await lockTree(tx, bureauId);
      const [from, there] = await Promise.all([
        listSequences(tx, ctx, { year: wish.fromYear }),
        listSequences(tx, ctx, { year: wish.toYear }),
      ]);
      const mine = from.filter(
        (sequence) =>
          sequence.abilities.manage &&
          (sequence.members.length > 0 || decideAccess(ctx.actor, 'sequence.manage', {}).allowed),
      );
      if (mine.length === 0) {
        throw new Refusal('refused', `${wish.fromYear} 年没有您可以复制的排名序列，请直接新建。`);
      }
      const taken = new Set(there.map((sequence) => sequence.code));
      const gone = await abolishedUnits(tx, ctx, `${wish.toYear}-01-01`);
      const leftOut: string[] = [];
      let copied = 0;
      for (const sequence of mine) {
        if (taken.has(sequence.code)) {
          leftOut.push(`序列“${sequence.name}”：${wish.toYear} 年已有同代码序列`);
          continue;
        }
        const id = randomUUID();
        await tx
          .insertInto('ranking_sequence')
          .values({
            id,
            bureau_id: bureauId,
            year: wish.toYear,
            code: sequence.code,
            name: sequence.name,
            subject_kind: sequence.subjectKind,
            sort_order: sequence.sortOrder,
          })
          .execute();
        const staying = sequence.members.filter((member) => !gone.has(member.unit.id));
        for (const member of sequence.members) {
          if (gone.has(member.unit.id)) leftOut.push(`“${member.unit.name}”已撤销`);
        }
        if (staying.length > 0) {
          await tx
            .insertInto('ranking_sequence_member')
            .values(
              staying.map((member) => ({
                sequence_id: id,
                unit_id: member.unit.id,
                group_code: member.groupCode,
                exempt: member.exempt,
              })),
            )
            .execute();
        }
        copied += 1;
      }
      return {
        result: { copied, leftOut },
        audit: {
          action: 'sequence.copied',
          subjectKind: 'rankingSequence',
          subjectId: null,
          summary: `从 ${wish.fromYear} 年复制 ${copied} 个排名序列到 ${wish.toYear} 年`,
          detail: { leftOut },
        },
      };
    },
  );
}

async function abolishedUnits(tx: Tx, ctx: Ctx, by: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('abolished_on', '<=', by)
    .execute();
  return new Set(rows.map((row) => row.id));
}
