import type { entries, files } from '@mingji/contract';
import { decideAccess, type WorkingDayCalendar } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { attachmentsOf, loadAttachments } from '../../files/index.ts';
import { loadCalendar } from '../../organization/index.ts';
import { isConcerned, marksOn, type StandingMark } from '../acknowledge.ts';
import { contestRefusal, discardedBecause, lastDayToContest } from '../contest-window.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { loadSubjects, type WorkSubject } from '../load-subject.ts';
import { presentEntry } from '../present.ts';
import { loadWorkPeriods, type WorkPeriod } from '../work-period.ts';

/** What an entry is shown with. */
export interface EntryContext {
  readonly periods: ReadonlyMap<string, WorkPeriod>;
  readonly subjects: ReadonlyMap<string, WorkSubject>;
  readonly files: ReadonlyMap<string, files.AttachmentView>;
  readonly reversedBy: ReadonlyMap<string, string>;
  readonly appeals: ReadonlyMap<
    string,
    { readonly id: string; readonly state: string; readonly instance: number }
  >;
  readonly marks: ReadonlyMap<string, readonly StandingMark[]>;
  readonly unitPaths: ReadonlyMap<string, string>;
  readonly calendar: WorkingDayCalendar;
}

/** Presents rows together: what they refer to is read once for all of them. */
export async function entryViews(
  reader: Reader,
  ctx: Ctx,
  rows: readonly LedgerRow[],
): Promise<entries.EntryView[]> {
  if (rows.length === 0) return [];
  const context = await loadContext(reader, ctx, rows);
  return rows.map((row) => {
    const subject = context.subjects.get(row.subject_id);
    const period = context.periods.get(row.period_id);
    if (!subject || !period) throw new Error(`entry ${row.id} has lost its subject or period`);
    const concerned = isConcerned(ctx, row, context.unitPaths.get(row.subject_unit_id) ?? '');
    const mayAppeal = contestEntryRefusal(ctx, row, context) === null;
    return presentEntry(row, {
      subject,
      period,
      evidence: attachmentsOf(context.files, row.evidence_file_ids),
      reversedById: context.reversedBy.get(row.id) ?? null,
      appeal: context.appeals.get(row.id) ?? null,
      appealUntil: mayAppeal ? lastDay(ctx, row, context) : null,
      acknowledgement: markShown(ctx, context.marks.get(row.id) ?? [], concerned),
      can: {
        appeal: mayAppeal,
        correct: mayCorrect(ctx, row, context),
        acknowledge: concerned,
      },
    });
  });
}

/** Why the entry cannot be contested by this person now, or null (P7). */
export async function refusalToContest(reader: Reader, ctx: Ctx, row: LedgerRow): Promise<string | null> {
  return contestEntryRefusal(ctx, row, await loadContext(reader, ctx, [row]));
}

function contestEntryRefusal(ctx: Ctx, row: LedgerRow, context: EntryContext): string | null {
  const subject = context.subjects.get(row.subject_id);
  const period = context.periods.get(row.period_id);
  if (!subject || !period) return '该记录不存在。';
  return contestRefusal(ctx, context.calendar, {
    visibleAt: row.at,
    appealDays: period.appealDays,
    subject,
    settled: settledBecause(row, context) ?? discardedBecause(period),
  });
}

function lastDay(ctx: Ctx, row: LedgerRow, context: EntryContext): string | null {
  const days = context.periods.get(row.period_id)?.appealDays ?? 0;
  const last = lastDayToContest(context.calendar, localDay(row.at, ctx.actor.timeZone), days);
  return 'on' in last ? last.on : null;
}

/** One's own mark for who is concerned; for others the newest of those who are. */
function markShown({ actor }: Ctx, marks: readonly StandingMark[], concerned: boolean): StandingMark | null {
  if (concerned) return marks.find((each) => each.accountId === actor.accountId) ?? null;
  return [...marks].sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

function settledBecause(row: LedgerRow, context: EntryContext): string | null {
  if (context.appeals.has(row.id))
    return '该记录已提出过复议，同一记录只能复议一次。请在“复议”中查看进展；对答复不服的，从该件复议提出二次复议。';
  if (row.source_kind === 'appeal')
    return '该记录是复议的结果，不能再次提出复议。对首次复议的答复不服的，从该件复议提出二次复议。';
  if (context.reversedBy.has(row.id)) return '该记录已被冲销，请对更正后的记录提出。';
  return null;
}

function mayCorrect(ctx: Ctx, row: LedgerRow, context: EntryContext): boolean {
  if (row.kind === 'reversal' || context.reversedBy.has(row.id)) return false;
  if (context.periods.get(row.period_id)?.state === 'sealed') return false;
  const ownerUnitPath = context.unitPaths.get(row.owner_unit_id ?? '');
  return decideAccess(ctx.actor, 'entry.post', {
    unitPath: context.unitPaths.get(row.subject_unit_id) ?? '',
    ...(ownerUnitPath === undefined ? {} : { ownerUnitPath }),
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
  }).allowed;
}

async function loadContext(reader: Reader, ctx: Ctx, rows: readonly LedgerRow[]): Promise<EntryContext> {
  const { bureauId } = ctx.actor;
  const ids = rows.map((row) => row.id);
  const unitIds = rows.flatMap((row) => [
    row.subject_unit_id,
    ...(row.owner_unit_id ? [row.owner_unit_id] : []),
  ]);
  const periods = await loadWorkPeriods(
    reader,
    bureauId,
    rows.map((row) => row.period_id),
  );
  const reversals = await reader
    .selectFrom('ledger_entry')
    .select(['id', 'reverses'])
    .where('reverses', 'in', ids)
    .execute();
  const appeals = await reader
    .selectFrom('appeal')
    .select(['id', 'state', 'instance', 'ledger_entry_id'])
    .where('ledger_entry_id', 'in', ids)
    .where('state', '<>', 'withdrawn')
    .orderBy('instance')
    .execute();
  const units = await reader.selectFrom('unit').select(['id', 'path']).where('id', 'in', unitIds).execute();
  return {
    periods: new Map(periods.map((period) => [period.id, period])),
    subjects: await loadSubjects(
      reader,
      ctx,
      rows.map((row) => ({ kind: row.subject_kind as 'unit' | 'officer', id: row.subject_id })),
    ),
    files: await loadAttachments(
      reader,
      bureauId,
      rows.flatMap((row) => row.evidence_file_ids),
    ),
    reversedBy: new Map(reversals.map((row) => [row.reverses ?? '', row.id])),
    appeals: new Map(
      appeals.map(({ ledger_entry_id, ...appeal }) => [ledger_entry_id ?? '', appeal] as const),
    ),
    marks: await marksOn(reader, ids),
    unitPaths: new Map(units.map((unit) => [unit.id, unit.path])),
    calendar: await loadCalendar(reader, bureauId),
  };
}
