import type { imports } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { attendancePeriods, whyNotScored } from '../attendance-target.ts';
import { type Batch, findBatch } from '../batch.ts';
import { judgeBatch } from '../judge-batch.ts';
import type { Judgement } from '../judgement.ts';
import { presentBatchLine, presentReading } from '../present.ts';
import { shareObstacles, sharesToIssue } from '../shares-to-issue.ts';
import { findDependents } from '../undo/find-dependents.ts';

export async function viewBatch(db: Reader, ctx: Ctx, batchId: string): Promise<imports.ImportBatch> {
  const batch = await findBatch(db, ctx, batchId);
  return presentBatch(db, ctx, batch, await judgeBatch(db, ctx, batch));
}

export async function presentBatch(
  db: Reader,
  ctx: Ctx,
  batch: Batch,
  judgement: Judgement,
): Promise<imports.ImportBatch> {
  const confirmed = batch.state === 'confirmed';
  const obstacles = confirmed ? await findDependents(db, ctx, batch) : [];
  return {
    ...presentBatchLine(batch),
    ...presentReading(batch, judgement),
    ruleSet: await ruleSetOf(db, batch),
    targets: {
      rows: sharesToIssue(judgement).length,
      obstacles: shareObstacles(judgement).slice(0, 200),
      issued: batch.options.targetsIssued ?? 0,
    },
    attendance: await attendanceOf(db, ctx, batch, judgement),
    undo: { possible: confirmed && obstacles.length === 0, obstacles: obstacles.slice(0, 200) },
  };
}

async function attendanceOf(
  db: Reader,
  ctx: Ctx,
  batch: Batch,
  { content }: Judgement,
): Promise<imports.ImportBatch['attendance']> {
  if (content.kind !== 'attendance') return null;
  const { month } = content;
  const periods =
    month === null ? [] : await attendancePeriods(db, ctx.actor.bureauId, batch.unit_path, month);
  return {
    month,
    periods: periods
      .slice(0, 50)
      .map((period) => ({ id: period.id, label: period.label, ruleSetName: period.ruleSetName })),
    notScored: periods.slice(0, 50).flatMap((period) => whyNotScored(period) ?? []),
  };
}

async function ruleSetOf(db: Reader, batch: Batch): Promise<imports.ImportBatch['ruleSet']> {
  const { ruleSetId, versionId } = batch.options;
  if (ruleSetId === undefined || versionId === undefined || batch.state !== 'confirmed') return null;
  const version = await db
    .selectFrom('rule_set_version')
    .select('state')
    .where('id', '=', versionId)
    .executeTakeFirst();
  return version ? { ruleSetId, versionId, published: version.state === 'published' } : null;
}
