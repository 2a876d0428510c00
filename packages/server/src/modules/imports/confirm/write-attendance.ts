import { randomUUID } from 'node:crypto';
import { type AttendanceMonth, attendanceFacts, chineseMonth } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import {
  type EntryToRecord,
  findIndicator,
  loadSubjects,
  recordMany,
  type WorkPeriod,
} from '../../ledger/index.ts';
import { attendancePeriods, whyNotScored } from '../attendance-target.ts';
import type { Batch } from '../batch.ts';
import type { DecidedRow } from '../judgement.ts';
import { daysInMonth } from '../recognition/attendance/attendance-month.ts';
import type { AttendanceValues } from '../recognition/attendance/attendance-values.ts';

const ROWS_A_STATEMENT = 500;
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  due: '应出勤',
  present: '实出勤',
  late: '迟到',
  early: '早退',
  absent: '旷工',
  leave: '请假合计',
  full: '当月全勤',
};

interface Import {
  readonly batch: Batch;
  readonly number: string;
  readonly month: string;
  readonly rows: readonly DecidedRow<AttendanceValues>[];
  readonly requestId: string;
}

/** Writes the month of everybody taken, books what the methods make of it, and says how much. */
export async function writeAttendance(tx: Tx, ctx: Ctx, given: Import): Promise<string> {
  const { batch, month, rows } = given;
  const subjects = await loadSubjects(
    tx,
    ctx,
    rows.map(({ values }) => ({ kind: 'officer' as const, id: officerOf(values) })),
  );
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT).map(({ values }) => {
      const subject = subjects.get(officerOf(values));
      if (!subject) throw new Error('an officer of the file has gone');
      return monthRow(ctx, given, values, subject.unitId);
    });
    await tx.insertInto('attendance_month').values(part).execute();
  }
  const periods = await attendancePeriods(tx, ctx.actor.bureauId, batch.unit_path, month);
  const entries: EntryToRecord[] = [];
  for (const period of periods.filter((each) => whyNotScored(each) === null)) {
    for (const { values } of rows) {
      const subject = subjects.get(officerOf(values));
      if (subject?.unitPath.startsWith(period.unitPath))
        entries.push(...entriesOf(ctx, given, period, values, subject));
    }
  }
  await recordMany(tx, ctx, entries);
  const notScored = periods.flatMap((period) => whyNotScored(period) ?? []);
  const scored = entries.length > 0 ? `，记分 ${entries.length} 条` : '';
  const named = chineseMonth(month);
  return `${named}考勤 ${rows.length} 人${scored}${notScored.length > 0 ? `（${notScored.join('；')}）` : ''}`;
}

function officerOf({ officerId }: AttendanceValues): string {
  if (officerId === null) throw new Error('a row was taken without an officer');
  return officerId;
}

/** Leaves by kind: sickLeave 1.5 becomes { sick: "1.5" }. */
function leavesOf(values: AttendanceValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      field.endsWith('Leave') && value !== null ? [[field.slice(0, -5), value]] : [],
    ),
  );
}

function monthRow(ctx: Ctx, { batch, month }: Import, values: AttendanceValues, unitId: string) {
  return {
    id: randomUUID(),
    bureau_id: ctx.actor.bureauId,
    officer_id: officerOf(values),
    unit_id: unitId,
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    month_from: `${month}-01`,
    due_days: values.due ?? '0',
    present_days: values.present ?? '0',
    late_times: values.late ?? '0',
    early_times: values.early ?? '0',
    absent_days: values.absent ?? '0',
    leave_days: JSON.stringify(leavesOf(values)),
    import_batch_id: batch.id,
    created_at: ctx.now,
  };
}

function entriesOf(
  ctx: Ctx,
  { batch, month, number, requestId }: Import,
  period: WorkPeriod,
  values: AttendanceValues,
  subject: EntryToRecord['subject'],
): EntryToRecord[] {
  const last = `${month}-${String(daysInMonth(month))}`;
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const occurredOn = [last, period.toOn, today].sort()[0] ?? last;
  const filled = (text: string | null) => text ?? undefined;
  const attended: AttendanceMonth = {
    due: filled(values.due),
    present: filled(values.present),
    late: filled(values.late),
    early: filled(values.early),
    absent: filled(values.absent),
    leave: leavesOf(values),
  };
  return attendanceFacts(period.ruleSet.attendance ?? [], attended).map(({ rule, quantity, of }) => ({
    period,
    subject,
    placed: findIndicator(period.ruleSet, rule.indicator),
    facts: {
      kind: rule.event === undefined ? ('measure' as const) : ('event' as const),
      eventCode: rule.event,
      quantity,
      ofQuantity: of,
      reason: `${month} 考勤结果：${COLUMN_WORDS[rule.column] ?? '请假'}${of === undefined ? '' : ` / ${COLUMN_WORDS[rule.of ?? ''] ?? ''}`}（${number}）`,
    },
    occurredOn,
    evidenceFileIds: [],
    source: { kind: 'import' as const, id: batch.id },
    requestId,
  }));
}
