import type { operations, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { lockOperation } from '../lock-operation.ts';
import { findOperation, presentOperation } from '../operation-rows.ts';
import { addSubjects, methodOf } from './create-operation.ts';

/** Whoever joins later is appraised by the same method; a sealed operation takes nobody any more. */
export function addOperationSubjects(
  ctx: Ctx,
  { params, body }: Received<typeof operations.addOperationSubjects>,
) {
  const { operationId } = params;
  const content = { operationId, subjects: body.subjects };
  return runCommand(
    ctx,
    { name: 'operation.addSubjects', requestId: body.requestId, content },
    async (tx) => {
      const row = await lockOperation(tx, ctx, operationId);
      const method = await methodOf(tx, ctx, row.version_id);
      const into = { operationId, periodId: row.period_id, on: row.to_on, method };
      const before = row.units + row.officers;
      await addSubjects(tx, ctx, into, body.subjects);
      const after = await findOperation(tx, ctx, operationId);
      return {
        result: { operation: presentOperation(ctx, after) },
        audit: {
          action: 'operation.subjectsAdded',
          subjectKind: 'operation',
          subjectId: operationId,
          summary: `专项行动“${row.name}”增加考核对象 ${after.units + after.officers - before} 个`,
        },
      };
    },
  );
}
