import { chineseMonth, countWorkingDays } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../context.ts';
import { loadCalendar } from '../modules/organization/index.ts';
import {
  type AttendanceLine,
  attendanceColumns,
  attendanceLines,
  bookedAttendance,
} from './attendance-lines.ts';
import { attendanceWorkbook } from './attendance-workbook.ts';
import type { BookedFact } from './booked-fact.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import type { City } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoPeriod } from './demo-periods.ts';
import type { DemoLedgerRow } from './ledger-rows.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Batch {
  readonly id: string;
  readonly number: string;
  readonly office: DemoAccount;
  readonly at: Date;
  readonly lines: readonly AttendanceLine[];
}
interface Month {
  readonly deps: Deps;
  readonly city: City;
  readonly random: SeededRandom;
  /** 2026-09 */
  readonly month: string;
}

/**
 * The attendance of a month that is over, brought by the offices on its last day and before anything is sealed (P3):
 * one county's by itself, the others' by the city. Gives back the ledger rows as the import booked them.
 */
export async function importAttendance(
  deps: Deps,
  city: City,
  { ruleSet, plan }: DemoRuleSet,
  period: DemoPeriod,
  { facts, rows }: { readonly facts: readonly BookedFact[]; readonly rows: readonly DemoLedgerRow[] },
): Promise<readonly DemoLedgerRow[]> {
  if (ruleSet.attendance === undefined || plan.unit !== city.root.name || period.kind !== 'month')
    return rows;
  const month = period.to.slice(0, 7);
  const random = seededRandom(Number(month.replace('-', '')));
  const calendar = await loadCalendar(deps.db, city.bureauId);
  const due = countWorkingDays(calendar, addDays(`${month}-01`, -1), period.to);
  if (!due.ok) throw new Error(due.refusals[0]?.message);
  const recordOf = bookedAttendance(facts, attendanceColumns(ruleSet));
  const lines = attendanceLines(random, city.officers, due.value, recordOf);
  const batches = await insertBatches({ deps, city, random, month }, period, lines);
  const batchOf = new Map(batches.flatMap((batch) => batch.lines.map((line) => [line.officer.id, batch])));
  const events = new Set(ruleSet.attendance.map(({ indicator, event }) => `${indicator} ${event ?? ''}`));
  const booked = rows.map((row) => {
    const comes =
      row.subject_kind === 'officer' && events.has(`${row.indicator_code} ${row.event_code ?? ''}`);
    const batch = comes ? batchOf.get(row.subject_id) : undefined;
    return batch === undefined ? row : bookedBy(batch, row, month, period.to);
  });
  await tellWritten(deps, batches, booked, month);
  return booked;
}

function bookedBy(batch: Batch, row: DemoLedgerRow, month: string, on: string): DemoLedgerRow {
  return {
    ...row,
    occurred_on: on,
    reason: `${month} 考勤结果：${row.reason}（${batch.number}）`,
    source_kind: 'import',
    source_id: batch.id,
    by_account_id: batch.office.id,
    by_name: batch.office.displayName,
    at: batch.at,
  };
}

async function insertBatches(world: Month, period: DemoPeriod, lines: readonly AttendanceLine[]) {
  const { city } = world;
  const county = city.accounts.all.find(({ username }) => username === 'demo-county-office');
  const own = county?.grants.find(({ role }) => role === 'office')?.unit;
  const isOwn = (line: AttendanceLine) => own !== undefined && line.officer.unit.path.startsWith(own.path);
  const brought = [
    ...(county && own ? [{ office: county, unit: own, lines: lines.filter(isOwn), hour: '15:20' }] : []),
    {
      office: city.accounts.office,
      unit: city.root,
      lines: lines.filter((line) => !isOwn(line)),
      hour: '17:05',
    },
  ];
  const batches: Batch[] = [];
  for (const each of brought) {
    const at = new Date(`${period.to}T${each.hour}:00+08:00`);
    batches.push(await insertBatch(world, { ...each, at }));
  }
  return batches;
}

interface Brought {
  readonly office: DemoAccount;
  readonly unit: City['root'];
  readonly lines: readonly AttendanceLine[];
  readonly at: Date;
}

async function insertBatch({ deps, city, random, month }: Month, brought: Brought): Promise<Batch> {
  const { office, unit, lines, at } = brought;
  const bytes = await attendanceWorkbook(lines, { unitName: unit.name, month });
  const sm3 = deps.crypto.sm3(bytes);
  await deps.files.put(sm3, bytes);
  const file = random.uuid();
  const uploaded = { id: file, bureau_id: city.bureauId, sm3: hexBytes(sm3), uploaded_by: office.id };
  const name = `${unit.name}${month}考勤汇总.xlsx`;
  await bulkInsert(deps.db, 'file', [
    { ...uploaded, name, media_type: XLSX, size_bytes: bytes.length, uploaded_at: at },
  ]);
  const id = random.uuid();
  const numbered = await nextNumber(deps, city.bureauId, Number(month.slice(0, 4)));
  const confirmed = { state: 'confirmed', confirmed_by: office.id, confirmed_at: at };
  const batch = { id, bureau_id: city.bureauId, unit_id: unit.id, kind: 'attendance', file_id: file };
  await bulkInsert(deps.db, 'import_batch', [
    {
      ...batch,
      ...numbered,
      ...confirmed,
      mapping: {},
      options: { month },
      summary: {},
      created_by: office.id,
      created_at: at,
    },
  ]);
  const place = { bureau_id: city.bureauId, import_batch_id: id, month_from: `${month}-01` };
  const calendar = { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
  await bulkInsert(
    deps.db,
    'attendance_month',
    lines.map(({ officer, due, present, late, early, absent, leaves }) => ({
      id: random.uuid(),
      ...place,
      ...calendar,
      officer_id: officer.id,
      unit_id: officer.unit.id,
      due_days: due,
      present_days: present,
      late_times: late,
      early_times: early,
      absent_days: absent,
      leave_days: Object.fromEntries(Object.entries(leaves).map(([kind, days]) => [kind, String(days)])),
      created_at: at,
    })),
  );
  return { id, number: numbered.number, office, at, lines };
}

async function nextNumber({ db }: Deps, bureauId: string, year: number) {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(sequence_no), 0)::int as last from import_batch
    where bureau_id = ${bureauId} and year = ${year}`.execute(db);
  const next = (rows[0]?.last ?? 0) + 1;
  return { number: `导入〔${year}〕${next}号`, year, sequence_no: next };
}

async function tellWritten(
  { db }: Deps,
  batches: readonly Batch[],
  booked: readonly DemoLedgerRow[],
  month: string,
): Promise<void> {
  const named = chineseMonth(month);
  for (const { id, lines } of batches) {
    const entries = booked.filter((row) => row.source_id === id).length;
    const written = `${named}考勤 ${lines.length} 人，记分 ${entries} 条`;
    await db
      .updateTable('import_batch')
      .set({ summary: JSON.stringify({ written }) })
      .where('id', '=', id)
      .execute();
  }
}
