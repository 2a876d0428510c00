import type { matterSplits } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { loadSubjects, presentSubject } from '../load-subject.ts';
import { loadWorkPeriods } from '../work-period.ts';
import { readableEntries } from './entry-reach.ts';
import { findEntry } from './list-entries.ts';

type Part = matterSplits.MatterSplit['parts'][number];
type Standing = LedgerRow & { readonly reversed: boolean };

/** Entries booked together, as people see them: the points of those alone whose entries the reader may see (§17). */
export async function presentParts(reader: Reader, ctx: Ctx, rows: readonly Standing[]): Promise<Part[]> {
  const readable = await readableIds(
    reader,
    ctx,
    rows.map(({ id }) => id),
  );
  const periods = await loadWorkPeriods(
    reader,
    ctx.actor.bureauId,
    rows.map((row) => row.period_id),
  );
  const roleOf = new Map(
    periods.flatMap(({ ruleSet }) => (ruleSet.roles ?? []).map((role) => [role.code, role.name] as const)),
  );
  const subjects = await loadSubjects(
    reader,
    ctx,
    rows.map((row) => ({ kind: row.subject_kind as 'unit' | 'officer', id: row.subject_id })),
  );
  return rows.flatMap((row) => {
    const subject = subjects.get(row.subject_id);
    if (!subject) return [];
    const { role_code: role, booked_points: points } = row;
    return [
      {
        subject: presentSubject(subject),
        roleName: role === null ? null : (roleOf.get(role) ?? role),
        points: readable.has(row.id) ? points : null,
        entryId: row.id,
        reversed: row.reversed,
      },
    ];
  });
}

async function readableIds(reader: Reader, ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await (await readableEntries(reader, ctx))
    .select('entry.id')
    .where('entry.id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The entries a piece of work led to, for whoever, first to last. */
export async function bookedFrom(reader: Reader, bureauId: string, sourceId: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select e.*, exists (select from ledger_entry r where r.reverses = e.id) as reversed
    from ledger_entry e
    where e.bureau_id = ${bureauId} and e.kind = 'event'
      and e.source_id = ${sourceId}
    order by e.seq limit 50`.execute(reader);
  return rows;
}

/** The other standing entries of the same matter that were booked with this one (P2). */
export async function entryPeers(reader: Reader, ctx: Ctx, entry: LedgerRow): Promise<Part[]> {
  if (entry.matter_key === null) return [];
  const { rows } = await sql<Standing>`
    select e.*, false as reversed from ledger_entry e
    where e.bureau_id = ${ctx.actor.bureauId} and e.period_id = ${entry.period_id}
      and e.matter_key = ${entry.matter_key} and e.kind = 'event' and e.id <> ${entry.id}
      and not exists (select from ledger_entry r where r.reverses = e.id)
    order by e.seq limit 50`.execute(reader);
  return presentParts(reader, ctx, rows);
}

/** For who corrects the entry; the one concerned sees the names but no points of others (§17). */
export async function getEntryPeers(ctx: Ctx, entryId: string): Promise<{ peers: Part[] }> {
  const { db } = ctx.deps;
  const entry = await findEntry(db, ctx, entryId);
  const own = entry.subject_kind === 'officer' && entry.subject_id === ctx.actor.officerId;
  const peers = await entryPeers(db, ctx, entry);
  return { peers: own ? peers.map((peer) => ({ ...peer, points: null })) : peers };
}
