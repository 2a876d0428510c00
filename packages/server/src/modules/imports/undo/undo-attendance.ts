import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import {
  type EntryToRecord,
  findIndicator,
  loadSubjects,
  loadWorkPeriods,
  recordMany,
} from '../../ledger/index.ts';
import type { Batch } from '../batch.ts';

/** Nothing leaves the ledger: what the batch booked and nobody has reversed is reversed (§15). */
export async function undoAttendance(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  why: { readonly reason: string; readonly requestId: string },
): Promise<string> {
  const { bureauId } = ctx.actor;
  const rows = await tx
    .selectFrom('ledger_entry as entry')
    .selectAll('entry')
    .where('entry.bureau_id', '=', bureauId)
    .where('entry.source_kind', '=', 'import')
    .where('entry.source_id', '=', batch.id)
    .where('entry.kind', '<>', 'reversal')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('ledger_entry as r').select('r.id').whereRef('r.reverses', '=', 'entry.id'))),
    )
    .execute();
  const periods = await loadWorkPeriods(
    tx,
    bureauId,
    rows.map((row) => row.period_id),
  );
  const byId = new Map(periods.map((period) => [period.id, period]));
  const subjects = await loadSubjects(
    tx,
    ctx,
    rows.map((row) => ({ kind: 'officer' as const, id: row.subject_id })),
  );
  const reversals = rows.map((row): EntryToRecord => {
    const [period, subject] = [byId.get(row.period_id), subjects.get(row.subject_id)];
    if (!period || !subject) throw new Error(`entry ${row.id} has lost its period or subject`);
    return {
      period,
      subject,
      placed: findIndicator(period.ruleSet, row.indicator_code),
      facts: { kind: 'reversal', reason: `撤销 ${batch.number ?? ''}：${why.reason}` },
      occurredOn: row.occurred_on,
      evidenceFileIds: [],
      source: { kind: 'import', id: batch.id },
      reverses: row.id,
      ownerUnitId: row.owner_unit_id,
      requestId: why.requestId,
    };
  });
  await recordMany(tx, ctx, reversals);
  const gone = await tx
    .deleteFrom('attendance_month')
    .where('import_batch_id', '=', batch.id)
    .executeTakeFirst();
  return `撤去考勤 ${gone.numDeletedRows} 人，冲销记分 ${reversals.length} 条`;
}
