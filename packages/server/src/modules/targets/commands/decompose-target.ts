import type { Problem, Received, targets } from '@mingji/contract';
import { compare, conservation, exact, sign } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { pilotRefusals } from '../pilot-refusals.ts';
import { getTarget } from '../queries/get-target.ts';
import { recordTargetEvents, type TargetEvent } from '../record-events.ts';
import { standingsBelow } from '../standings.ts';
import { supersede } from '../supersede.ts';
import { childrenOf, lockTarget, type TargetRow } from '../target-row.ts';
import { withdrawTree } from '../withdraw-tree.ts';

type Body = Received<typeof targets.decomposeTarget>['body'];
type Part = Body['parts'][number];

/** P5: hands a target down, the whole split at once, so that its sum is looked at before anything is written. */
export async function decomposeTarget(ctx: Ctx, { params, body }: Received<typeof targets.decomposeTarget>) {
  const { targetId } = params;
  return runCommand(
    ctx,
    { name: 'target.decompose', requestId: body.requestId, content: { targetId, ...body } },
    async (tx) => {
      const row = await lockForSplit(tx, ctx, targetId, body.expectedSplitNo);
      const children = await childrenOf(tx, ctx.actor.bureauId, [row.id])
        .orderBy('t.id')
        .forUpdate('t')
        .execute();
      await refuseParts(tx, row, children, body.parts);
      const overSplitReason = explainedOverSplit(row, body);
      const events = await applyParts(tx, ctx, { row, children, parts: body.parts });
      await tx
        .updateTable('target')
        .set({ kept: body.kept, over_split_reason: overSplitReason, split_no: row.split_no + 1 })
        .where('id', '=', row.id)
        .where('split_no', '=', row.split_no)
        .execute();
      await recordTargetEvents(tx, ctx, [
        { targetId: row.id, action: 'decomposed', reason: overSplitReason },
        ...events,
      ]);
      return {
        result: { target: await getTarget(tx, ctx, row.id) },
        audit: {
          action: 'target.decomposed',
          subjectKind: 'target',
          subjectId: row.id,
          summary: `分解“${row.unit_name}”的目标（指标 ${row.indicator_code}，${row.year} 年）给 ${body.parts.length} 个单位或民警`,
          detail: overSplitReason === null ? {} : { overSplitReason },
        },
      };
    },
  );
}

async function lockForSplit(tx: Tx, ctx: Ctx, targetId: string, splitNo: number): Promise<TargetRow> {
  const row = await lockTarget(tx, ctx.actor.bureauId, targetId);
  if (!row) throw new Refusal('conflict', '该目标刚被上级调整或撤回，请刷新后再分解。');
  requireAccess(ctx, 'target.decompose', { unitPath: row.unit_path });
  if (row.officer_id !== null) throw new Refusal('refused', '目标已落实到个人，不能再分解。');
  if (row.split_no !== splitNo) {
    throw new Refusal('conflict', '该目标刚被他人重新分解，您的方案没有保存。请刷新查看最新分解，再作修改。');
  }
  return row;
}

/** Parts go to those directly below, each once; who left may keep what he has, not get more. */
async function refuseParts(
  tx: Tx,
  row: TargetRow,
  children: readonly TargetRow[],
  parts: readonly Part[],
): Promise<void> {
  const book = { bureauId: row.bureau_id, ruleSetId: row.rule_set_id, year: row.year };
  const below = new Set(
    (await standingsBelow(tx, book, row.unit_id)).map((each) => `${each.kind} ${each.id}`),
  );
  const outside = await outsidePilot(tx, row, parts);
  const seen = new Set<string>();
  const problems: Problem[] = [];
  parts.forEach((part, index) => {
    const key = `${part.kind} ${part.id}`;
    const path = `parts.${index}`;
    const held = children.find((child) => holderOf(child) === part.id);
    if (seen.has(key)) problems.push({ path, message: '同一单位或民警只能填写一次。' });
    else if (!below.has(key) && !held) {
      problems.push({ path, message: `只能分解给“${row.unit_name}”的直接下级单位或本单位在编民警。` });
    } else if (!below.has(key) && held && compare(exact(part.quantity), exact(held.quantity)) > 0) {
      problems.push({ path, message: '已调离或撤销的对象不能再增加任务，请调给其他人。' });
    }
    const refusal = outside.get(part.id);
    if (refusal !== undefined) problems.push({ path, message: refusal });
    seen.add(key);
  });
  if (problems.length > 0) throw new Refusal('refused', '分解对象有误，请按提示改正后再保存。', problems);
}

/** P20: units that the pilot does not reach in the year of the target. */
async function outsidePilot(
  tx: Tx,
  row: TargetRow,
  parts: readonly Part[],
): Promise<ReadonlyMap<string, string>> {
  const ids = parts.filter((part) => part.kind === 'unit').map((part) => part.id);
  if (ids.length === 0) return new Map();
  const refusalFor = await pilotRefusals(tx, row.bureau_id, row.year);
  const units = await tx.selectFrom('unit').select(['id', 'name', 'path']).where('id', 'in', ids).execute();
  return new Map(
    units.flatMap((unit): [string, string][] => {
      const refusal = refusalFor(unit);
      return refusal === null ? [] : [[unit.id, refusal]];
    }),
  );
}

/** §14: more than there is may be handed down only with a reason, and the upper target stays what it is. */
function explainedOverSplit(row: TargetRow, body: Body): string | null {
  const sums = conservation(
    exact(row.quantity),
    body.parts.map((part) => exact(part.quantity)),
    exact(body.kept),
  );
  if (sign(sums.overSplit) === 0) return null;
  if (body.overSplitReason === null) {
    throw new Refusal('refused', `${sums.message}。请填写超额分解的理由，或调整数量。`, [
      { path: 'overSplitReason', message: '请填写超额分解的理由' },
    ]);
  }
  return body.overSplitReason;
}

const holderOf = (child: TargetRow) => child.officer_id ?? child.unit_id;

interface Split {
  readonly row: TargetRow;
  readonly children: readonly TargetRow[];
  readonly parts: readonly Part[];
}

async function applyParts(tx: Tx, ctx: Ctx, { row, children, parts }: Split): Promise<TargetEvent[]> {
  const events: TargetEvent[] = [];
  const kept = new Set(parts.map((part) => part.id));
  for (const child of children) {
    if (!kept.has(holderOf(child))) await withdrawTree(tx, ctx, child, '上级重新分解');
  }
  for (const part of parts) {
    const child = children.find((each) => holderOf(each) === part.id);
    if (!child) {
      events.push({ targetId: await insertPart(tx, ctx, row, part), action: 'issued', reason: null });
    } else if (compare(exact(child.quantity), exact(part.quantity)) !== 0) {
      const id = await supersede(tx, ctx, child, { quantity: part.quantity, state: 'issued' });
      events.push({ targetId: id, action: 'changed', reason: '上级重新分解' });
    }
  }
  return events;
}

async function insertPart(tx: Tx, ctx: Ctx, row: TargetRow, part: Part): Promise<string> {
  const holder =
    part.kind === 'unit'
      ? { unit_id: part.id, officer_id: null }
      : { unit_id: row.unit_id, officer_id: part.id };
  const added = await tx
    .insertInto('target')
    .values({
      id: crypto.randomUUID(),
      bureau_id: row.bureau_id,
      rule_set_version_id: row.rule_set_version_id,
      indicator_code: row.indicator_code,
      year: row.year,
      parent_id: row.id,
      ...holder,
      quantity: part.quantity,
      issued_by: ctx.actor.accountId,
      issued_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    throw new Refusal(
      'conflict',
      '其中有单位或民警已从别处领到同一指标的目标（例如调入前的单位）。请先撤回原目标，再分解。',
    );
  }
  return added.id;
}
