import type { imports, Received } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import type { Batch } from '../batch.ts';
import { changeBatch } from '../change-batch.ts';
import {
  loadDecisions,
  type PlacedDecision,
  problemKey,
  type RowPlace,
  storeDecisions,
} from '../decisions.ts';
import { judgeBatch } from '../judge-batch.ts';
import { EXPLANATION } from '../judge-target-book-file.ts';
import { type DecidedRow, type Judgement, sectionRows } from '../judgement.ts';

type Repairs = Received<typeof imports.acceptImportRepairs>['body'];
type Edits = Received<typeof imports.editImportCells>['body'];
type Skips = Received<typeof imports.skipImportRows>['body'];
type Answer = Promise<{ batch: imports.ImportBatch }>;

/** Accepts proposed repairs one by one or by kind, or takes the agreement back. What is not accepted is not taken. */
export function acceptRepairs(ctx: Ctx, batchId: string, wish: Repairs): Answer {
  const change = {
    name: 'imports.acceptRepairs',
    action: 'import.repairsAccepted',
    batchId,
    mayBeConfirmed: true,
  };
  return changeBatch(ctx, { ...change, requestId: wish.requestId, content: wish }, async (tx, batch) => {
    const judgement = await judgeBatch(tx, ctx, batch);
    const decisions = await loadDecisions(tx, ctx, batchId);
    const kinds = new Set(wish.kinds);
    const single = new Set(wish.single.map(({ sheet, row, key }) => `${row}:${key}:${sheet}`));
    const decided: PlacedDecision[] = [];
    let count = 0;
    for (const row of allRows(judgement)) {
      const keys = row.problems
        .filter((problem) => problem.severity === 'repair')
        .map((problem) => ({ code: problem.code, key: problemKey(ctx, problem) }))
        .filter(({ code, key }) => kinds.has(code) || single.has(`${row.row}:${key}:${row.sheet}`))
        .map(({ key }) => key);
      if (keys.length === 0) continue;
      refuseWritten(batch, judgement, row);
      const decision = decisions.of(row);
      const accepted = new Set(decision.acceptedRepairs);
      for (const key of keys) {
        if (wish.accept) accepted.add(key);
        else accepted.delete(key);
      }
      decided.push({ place: row, decision: { ...decision, acceptedRepairs: accepted } });
      count += keys.length;
    }
    await storeDecisions(tx, ctx, batchId, decided);
    return `${wish.accept ? '接受' : '撤回'}修正 ${count} 处`;
  });
}

/** Corrects cells by hand; the next judgement reads what was typed instead of what stands in the file. */
export function editCells(ctx: Ctx, batchId: string, wish: Edits): Answer {
  const change = { name: 'imports.editCells', action: 'import.cellsEdited', batchId, mayBeConfirmed: true };
  return changeBatch(ctx, { ...change, requestId: wish.requestId, content: wish }, async (tx, batch) => {
    const judgement = await judgeBatch(tx, ctx, batch);
    const decisions = await loadDecisions(tx, ctx, batchId);
    const changed = new Map<string, PlacedDecision>();
    for (const { sheet, row, field, value } of wish.edits) {
      const place = { sheet, row };
      const judged = findRow(batch, judgement, place);
      if (!isField(judgement, judged, field)) throw notFound(`第 ${row} 行的字段“${field}”`);
      const key = `${row}:${sheet}`;
      const decision = changed.get(key)?.decision ?? decisions.of(place);
      const { [field]: _before, ...others } = decision.edits;
      const edits = value === null ? others : { ...others, [field]: value };
      changed.set(key, { place, decision: { ...decision, edits } });
    }
    await storeDecisions(tx, ctx, batchId, [...changed.values()]);
    return `更正单元格 ${wish.edits.length} 处`;
  });
}

export function skipRows(ctx: Ctx, batchId: string, wish: Skips): Answer {
  const change = { name: 'imports.skipRows', action: 'import.rowsSkipped', batchId, mayBeConfirmed: true };
  return changeBatch(ctx, { ...change, requestId: wish.requestId, content: wish }, async (tx, batch) => {
    const judgement = await judgeBatch(tx, ctx, batch);
    const decisions = await loadDecisions(tx, ctx, batchId);
    const skipped = new Map<string, PlacedDecision>();
    for (const place of wish.rows) {
      findRow(batch, judgement, place);
      const decision = { ...decisions.of(place), skipped: wish.skipped };
      skipped.set(`${place.row}:${place.sheet}`, { place, decision });
    }
    await storeDecisions(tx, ctx, batchId, [...skipped.values()]);
    return `${wish.skipped ? '跳过' : '恢复'} ${wish.rows.length} 行`;
  });
}

function allRows(judgement: Judgement): readonly DecidedRow<unknown>[] {
  return [...sectionRows(judgement, 'records'), ...sectionRows(judgement, 'decomposition')];
}

function findRow(batch: Batch, judgement: Judgement, place: RowPlace): DecidedRow<unknown> {
  const row = allRows(judgement).find((each) => each.row === place.row && each.sheet === place.sheet);
  if (row) refuseWritten(batch, judgement, row);
  if (!row) throw notFound(`工作表“${place.sheet}”第 ${place.row} 行`);
  if (row.verdict === 'not-a-person') {
    throw new Refusal('refused', `第 ${row.row} 行不是要导入的内容（${row.notes.join('、')}），不需要处理。`);
  }
  return row;
}

/** Any field of the kind, also one without a column of its own in the file. */
function isField(judgement: Judgement, row: DecidedRow<unknown>, field: string): boolean {
  if (field in row.raw || field === EXPLANATION) return true;
  return row.sheet === judgement.sheet && judgement.fields.some((spec) => spec.field === field);
}

/** What the confirm wrote is not decided again here; the split is, until its targets are issued. */
function refuseWritten(batch: Batch, judgement: Judgement, row: DecidedRow<unknown>): void {
  if (batch.state === 'judged') return;
  if (row.sheet !== judgement.decompositionSheet) {
    throw new Refusal(
      'conflict',
      `${batch.number} 已经确认导入，第 ${row.row} 行不能再修改。如有错误，请撤销该批次后重新导入。`,
    );
  }
  if ((batch.options.targetsIssued ?? 0) > 0) {
    throw new Refusal('conflict', `${batch.number} 的目标已经下达，请在“目标任务”中调整。`);
  }
}
