import type { imports, Received } from '@mingji/contract';
import { sql } from 'kysely';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { lockTree } from '../../organization/index.ts';
import { type Batch, type BatchOptions, lockBatch } from '../batch.ts';
import { writeAttendance } from '../confirm/write-attendance.ts';
import { writeRoster } from '../confirm/write-roster.ts';
import { writeRuleSet } from '../confirm/write-rule-set.ts';
import { writeUnits } from '../confirm/write-units.ts';
import { judgeBatch } from '../judge-batch.ts';
import type { Judgement } from '../judgement.ts';
import { viewBatch } from '../queries/view-batch.ts';
import { takenRecords } from '../summarize-judgement.ts';

type Wish = Received<typeof imports.confirmImport>['body'];

/** P18: writes everything that is taken as one numbered batch, in one transaction, or nothing. */
export function confirmImport(
  ctx: Ctx,
  batchId: string,
  wish: Wish,
): Promise<{ batch: imports.ImportBatch }> {
  const content = { batchId, ...wish };
  return runCommand(ctx, { name: 'imports.confirm', requestId: wish.requestId, content }, async (tx) => {
    await lockTree(tx, ctx.actor.bureauId);
    const batch = await lockBatch(tx, ctx, batchId, 'judged');
    const judgement = await judgeBatch(tx, ctx, batch);
    refuseUnfinished(judgement, wish.taken);
    const number = await nextNumber(tx, ctx);
    const { written, options } = await write(tx, ctx, { ...batch, number: number.number }, judgement, wish);
    await tx
      .updateTable('import_batch')
      .set({
        ...number,
        state: 'confirmed',
        options: JSON.stringify({ ...batch.options, ...options }),
        summary: JSON.stringify({ written }),
        confirmed_by: ctx.actor.accountId,
        confirmed_at: ctx.now,
      })
      .where('id', '=', batchId)
      .where('state', '=', 'judged')
      .execute();
    return {
      result: { batch: await viewBatch(tx, ctx, batchId) },
      audit: {
        action: 'import.confirmed',
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `${number.number}（${batch.file_name}）：${written}`,
      },
    };
  });
}

function refuseUnfinished(judgement: Judgement, shown: number): void {
  if (judgement.problems.length > 0) {
    throw new Refusal(
      'refused',
      '表格本身还有问题，请先更正列对应或文件内容，没有写入任何内容。',
      judgement.problems
        .slice(0, 200)
        .map((problem) => ({ path: problem.field ?? 'sheet', message: problem.message })),
    );
  }
  const taken = takenRecords(judgement);
  if (taken !== shown) {
    throw new Refusal(
      'conflict',
      `核对之后情况有变：您看到的是导入 ${shown} 行，现在是 ${taken} 行。没有写入任何内容，请刷新后再确认。`,
    );
  }
  if (taken === 0) throw new Refusal('refused', '没有可以导入的行。请先接受修正建议或更正错误。');
}

async function write(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  judgement: Judgement,
  wish: Wish,
): Promise<{ written: string; options: BatchOptions }> {
  const { content } = judgement;
  switch (content.kind) {
    case 'units': {
      const rows = content.rows.filter((row) => row.taken);
      return { written: await writeUnits(tx, ctx, batch, rows), options: {} };
    }
    case 'roster': {
      const rows = content.rows.filter((row) => row.taken);
      const from = wish.from ?? `${thisYear(ctx)}-01-01`;
      return { written: await writeRoster(tx, ctx, batch, rows, from), options: {} };
    }
    case 'attendance': {
      const { month } = content;
      if (month === null) throw new Error('an attendance result was taken without a month');
      const rows = content.rows.filter((row) => row.taken);
      const { requestId } = wish;
      const given = { batch, number: batch.number ?? '', month, rows, requestId };
      return { written: await writeAttendance(tx, ctx, given), options: { month } };
    }
    case 'targetBook': {
      const { written, ruleSetId, versionId } = await writeRuleSet(tx, ctx, batch, judgement, wish);
      return { written, options: { ruleSetId, versionId } };
    }
  }
}

/** 导入〔2026〕3号: by year, without gaps; the bureau's lock makes two confirms follow each other. */
async function nextNumber(tx: Tx, ctx: Ctx): Promise<{ number: string; year: number; sequence_no: number }> {
  const year = thisYear(ctx);
  const { last } = await tx
    .selectFrom('import_batch')
    .select(sql<number>`coalesce(max(sequence_no), 0)::int`.as('last'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return { number: `导入〔${year}〕${last + 1}号`, year, sequence_no: last + 1 };
}

function thisYear(ctx: Ctx): number {
  return Number(localDay(ctx.now, ctx.actor.timeZone).slice(0, 4));
}
