import { randomUUID } from 'node:crypto';
import type { operations, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { addPeriod, applyMove, findPeriod } from '../../periods/index.ts';
import { publishCopy } from '../../rule-sets/index.ts';
import { findOperation, presentOperation } from '../operation-rows.ts';
import { resolveSubjects, type SubjectChoice } from '../resolve-subjects.ts';

type Body = Received<typeof operations.createOperation>['body'];

/** P8: one form makes the operation: its own period and deadline, its method or a copy, and who takes part. */
export function createOperation(ctx: Ctx, body: Body) {
  const { requestId, ...content } = body;
  return runCommand(ctx, { name: 'operation.create', requestId, content }, async (tx) => {
    const { bureauId, accountId } = ctx.actor;
    const versionId =
      body.copy === null
        ? body.ruleSetVersionId
        : await publishCopy(tx, ctx, { of: body.ruleSetVersionId, effectiveOn: body.from, ...body.copy });
    const method = await methodOf(tx, ctx, versionId);
    const label = { label: body.name, kind: 'special' as const, reportOn: null };
    const { from, to, submitOn, reviewOn } = body;
    const periodId = await addPeriod(tx, ctx, versionId, { ...label, from, to, submitOn, reviewOn });
    const operationId = randomUUID();
    await tx
      .insertInto('operation')
      .values({
        id: operationId,
        bureau_id: bureauId,
        period_id: periodId,
        name: body.name,
        purpose: body.purpose,
        unit_id: method.unit_id,
        created_by: accountId,
        created_at: ctx.now,
      })
      .execute();
    const added = await addSubjects(tx, ctx, { operationId, periodId, on: to, method }, body.subjects);
    if (body.open) await openPeriod(tx, ctx, periodId);
    return {
      result: { operation: presentOperation(ctx, await findOperation(tx, ctx, operationId)) },
      audit: {
        action: 'operation.created',
        subjectKind: 'operation',
        subjectId: operationId,
        summary: `建立专项行动“${body.name}”，考核对象 ${added} 个，填报至 ${submitOn}`,
      },
    };
  });
}

export interface OperationMethod {
  readonly unit_id: string;
  readonly unit_name: string;
  readonly unit_path: string;
  readonly appraises: readonly string[];
}

export async function methodOf(tx: Tx, ctx: Ctx, versionId: string): Promise<OperationMethod> {
  const row = await tx
    .selectFrom('rule_set_version as version')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['unit.id as unit_id', 'unit.name as unit_name', 'unit.path as unit_path', 'version.content'])
    .where('version.bureau_id', '=', ctx.actor.bureauId)
    .where('version.id', '=', versionId)
    .executeTakeFirst();
  if (!row) throw notFound('办法版本');
  requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
  const { appraises } = row.content as unknown as { readonly appraises: readonly string[] };
  return { ...row, appraises };
}

interface Into {
  readonly operationId: string;
  readonly periodId: string;
  readonly on: string;
  readonly method: OperationMethod;
}

/** Writes all of them, or nothing: every line that cannot be read is named at once. */
export async function addSubjects(tx: Tx, ctx: Ctx, into: Into, choice: SubjectChoice): Promise<number> {
  const { unit_path, unit_name, appraises } = into.method;
  const place = {
    bureauId: ctx.actor.bureauId,
    unitPath: unit_path,
    unitName: unit_name,
    appraises,
    on: into.on,
  };
  const { subjects, problems } = await resolveSubjects(tx, place, choice);
  if (problems.length > 0) {
    throw new Refusal(
      'invalid',
      `有 ${problems.length} 处考核对象认不出，没有建立任何内容。请逐条更正。`,
      problems.slice(0, 200).map((message) => ({ path: 'subjects', message })),
    );
  }
  if (subjects.length === 0) {
    throw new Refusal('invalid', '还没有选考核对象：请选单位、序列，或粘贴名单。', [
      { path: 'subjects', message: '请至少选一个考核对象' },
    ]);
  }
  for (let from = 0; from < subjects.length; from += 1000) {
    await tx
      .insertInto('operation_subject')
      .values(
        subjects.slice(from, from + 1000).map(({ kind, id }) => ({
          operation_id: into.operationId,
          period_id: into.periodId,
          subject_kind: kind,
          subject_id: id,
          added_by: ctx.actor.accountId,
          added_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['operation_id', 'subject_kind', 'subject_id']).doNothing())
      .execute();
  }
  return subjects.length;
}

async function openPeriod(tx: Tx, ctx: Ctx, periodId: string): Promise<void> {
  const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
  const moment = { now: ctx.now, timeZone: ctx.actor.timeZone };
  await applyMove(tx, row, { action: 'open', reason: null, submitOn: null }, moment);
}
