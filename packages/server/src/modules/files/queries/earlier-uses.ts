import type { files } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

export type EarlierUse = z.infer<typeof files.earlierUse>;
interface Wanted {
  readonly fileIds: readonly string[];
  /** The submission that is being looked at does not repeat itself. */
  readonly exceptSubmission?: string;
  /** A hint at upload names nobody but oneself, whatever one may read elsewhere. */
  readonly onlyOwnNames?: boolean;
}
type Row = EarlierUse & {
  readonly fileId: string;
  readonly at: Date;
  readonly key: string;
  readonly told: boolean;
};

/**
 * X10: by file id, the submissions of any month and anybody that carried the same content, oldest first. Where the
 * reader may not see that submission, only its month is told, and last: neither whose it was nor what.
 */
export async function earlierUses(
  reader: Reader,
  ctx: Ctx,
  wanted: Wanted,
): Promise<Map<string, EarlierUse[]>> {
  const found = new Map<string, EarlierUse[]>();
  if (wanted.fileIds.length === 0) return found;
  const { rows } = await sql<Row>`
    select asked.id as "fileId", s.id as key, s.id as "submissionId", first.title, first.by_name as "byName",
           su.name as "unitName", p.label as "periodLabel", first.at, ${wanted.onlyOwnNames ? sql`s.author_account_id = ${ctx.actor.accountId}` : mayRead(ctx)} as told
    from file asked
    join file same on same.bureau_id = asked.bureau_id and same.sm3 = asked.sm3
    join lateral (
      select v.submission_id, v.title, v.at, a.display_name as by_name
      from submission_version v join account a on a.id = v.by_account_id
      where v.file_ids <> '{}' and v.file_ids @> array[same.id]
    ) first on true
    join submission s on s.id = first.submission_id
    join unit su on su.id = s.subject_unit_id
    join unit ou on ou.id = s.owner_unit_id
    join period p on p.id = s.period_id
    where asked.bureau_id = ${ctx.actor.bureauId} and asked.id = any(${wanted.fileIds as string[]}::uuid[])
      and s.id is distinct from ${wanted.exceptSubmission ?? null}::uuid
    order by told desc, first.at
    limit 500`.execute(reader);
  const seen = new Set<string>();
  for (const { fileId, at, key, told, ...use } of rows) {
    const uses = found.get(fileId) ?? [];
    found.set(fileId, uses);
    if (uses.length >= 20 || seen.has(`${fileId} ${key}`)) continue;
    seen.add(`${fileId} ${key}`);
    const when = { periodLabel: use.periodLabel, at: at.toISOString() };
    uses.push(
      told ? { ...use, ...when } : { submissionId: null, title: null, byName: null, unitName: null, ...when },
    );
  }
  return found;
}

/** One's own, or in the reach of the reader's reading: the rule of the submission's own page. */
function mayRead(ctx: Ctx) {
  const { actor } = ctx;
  const columns = {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
    officerId: sql<string | null>`case when s.subject_kind = 'officer' then s.subject_id end`,
  };
  const reads = scopeFilter(scopeOf(actor, 'submission.read'), columns);
  const reviews = scopeFilter(scopeOf(actor, 'submission.review'), columns);
  return sql<boolean>`(s.author_account_id = ${actor.accountId} or ${reads} or ${reviews})`;
}

/** Among these files: by id, the names of the others with the same content. */
export async function sameContent(
  reader: Reader,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const ids = [...new Set(fileIds)];
  if (ids.length < 2) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select one.id, other.name from file one join file other on other.sm3 = one.sm3 and other.id <> one.id
    where one.id = any(${ids}::uuid[]) and other.id = any(${ids}::uuid[])
    order by other.uploaded_at, other.id limit 400`.execute(reader);
  const found = new Map<string, string[]>();
  for (const { id, name } of rows) found.set(id, [...(found.get(id) ?? []), name].slice(0, 20));
  return found;
}
