import type { operations, Received } from '@mingji/contract';
import { sql } from 'kysely';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { lockOperation } from '../lock-operation.ts';
import { findOperation, type OperationRow, presentOperation } from '../operation-rows.ts';

type Subjects = Received<typeof operations.removeOperationSubjects>['body']['subjects'];

/** Takes off the list who was put there by mistake; whoever has work or points in it stays. */
export function removeOperationSubjects(
  ctx: Ctx,
  { params, body }: Received<typeof operations.removeOperationSubjects>,
) {
  const { operationId } = params;
  const { requestId, subjects, reason } = body;
  const content = { operationId, subjects, reason };
  return runCommand(ctx, { name: 'operation.removeSubjects', requestId, content }, async (tx) => {
    const row = await lockOperation(tx, ctx, operationId);
    await requireWithoutWork(tx, row, subjects);
    const removed = await remove(tx, row, subjects);
    if (removed.length === 0) {
      throw new Refusal('conflict', '所选对象已不在考核对象之中。请刷新后查看。');
    }
    const after = await findOperation(tx, ctx, operationId);
    if (after.units + after.officers === 0) {
      throw new Refusal('refused', '专项行动至少要有一个考核对象，没有移出。请先增加应参加的对象。');
    }
    return {
      result: { operation: presentOperation(ctx, after) },
      audit: {
        action: 'operation.subjectsRemoved',
        subjectKind: 'operation',
        subjectId: operationId,
        summary: `专项行动“${row.name}”移出考核对象 ${removed.length} 个：${reason}`.slice(0, 500),
        detail: { subjects: removed },
      },
    };
  });
}

/** Work that is not withdrawn, in whatever part, and every entry keep their subject on the list (P6, P13). */
async function requireWithoutWork(tx: Tx, { period_id }: OperationRow, subjects: Subjects): Promise<void> {
  const ids = subjects.map(({ id }) => id);
  const { rows } = await sql<{ id: string; name: string; works: number; entries: number }>`
    select x.id, coalesce(o.name, u.name) as name,
      (select count(*)::int from submission s where s.period_id = ${period_id} and s.subject_id = x.id
        and s.state <> 'withdrawn') as works,
      (select count(*)::int from ledger_entry e where e.period_id = ${period_id} and e.subject_id = x.id) as entries
    from unnest(${ids}::uuid[]) as x(id) left join officer o on o.id = x.id left join unit u on u.id = x.id`.execute(
    tx,
  );
  const busy = rows.filter(({ works, entries }) => works + entries > 0);
  if (busy.length === 0) return;
  throw new Refusal(
    'refused',
    `${busy.length} 个对象在本次行动中已有填报或得分，不能移出，没有移出任何对象。请去掉这些对象后重试。`,
    busy.map(({ id, name, works, entries }) => ({
      path: `subjects.${ids.indexOf(id)}`,
      message: `“${name}”已有填报 ${works} 件、得分记录 ${entries} 条`,
    })),
  );
}

async function remove(tx: Tx, { id }: OperationRow, subjects: Subjects) {
  const gone = await Promise.all(
    (['unit', 'officer'] as const).map(async (kind) => {
      const ids = subjects.filter((each) => each.kind === kind).map((each) => each.id);
      if (ids.length === 0) return [];
      return tx
        .deleteFrom('operation_subject')
        .where('operation_id', '=', id)
        .where('subject_kind', '=', kind)
        .where('subject_id', 'in', ids)
        .returning(['subject_kind', 'subject_id'])
        .execute();
    }),
  );
  return gone.flat();
}
