import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { recordTargetEvents } from '../record-events.ts';
import type { TargetRow } from '../target-row.ts';

/**
 * P10: a target counts as opened when its holder first reads it: the officer himself, the head or clerk of the
 * unit, or the unit's office for what came from above. Reading by anybody else leaves no mark. Answers with the rows as they stand afterwards.
 */
export async function openTargets(ctx: Ctx, rows: readonly TargetRow[]): Promise<TargetRow[]> {
  const unopened = rows.filter((row) => row.opened_at === null && holds(ctx, row)).map((row) => row.id);
  if (unopened.length === 0) return [...rows];
  await runCommand(ctx, { name: 'target.open', content: unopened }, async (tx) => {
    const opened = await tx
      .updateTable('target')
      .set({ opened_at: ctx.now })
      .where('id', 'in', unopened)
      .where('opened_at', 'is', null)
      .where('state', '=', 'issued')
      .returning('id')
      .execute();
    await recordTargetEvents(
      tx,
      ctx,
      opened.map(({ id }) => ({ targetId: id, action: 'opened' as const, reason: null })),
    );
    return {
      result: undefined,
      audit: {
        action: 'target.opened',
        subjectKind: 'target',
        subjectId: null,
        summary: `查收 ${opened.length} 项目标任务`,
      },
    };
  });
  const marked = new Set(unopened);
  return rows.map((row) => (marked.has(row.id) ? { ...row, opened_at: ctx.now } : row));
}

function holds(ctx: Ctx, row: TargetRow): boolean {
  if (row.officer_id !== null) return row.officer_id === ctx.actor.officerId;
  return ctx.actor.grants.some(
    ({ role, unitPath }) =>
      unitPath === row.unit_path &&
      (role === 'unitHead' || role === 'unitClerk' || (role === 'office' && row.parent_id !== null)),
  );
}
