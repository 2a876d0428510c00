import type { RuleSet, SubjectKind } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

/** The newest published result of a subject under one method that checks commendations. */
export interface LatestResult {
  readonly subject_id: string;
  readonly subject_kind: SubjectKind;
  readonly period_id: string;
  readonly label: string;
  readonly period_kind: string;
  readonly rule_set_name: string;
  readonly score: string | null;
  readonly rank: number | null;
  readonly rank_of: number | null;
  readonly worst_rank: number | null;
  readonly grade: string | null;
  readonly lists: NonNullable<RuleSet['lists']>;
  readonly grading: NonNullable<RuleSet['grading']> | null;
  readonly year: NonNullable<RuleSet['year']> | null;
  readonly red_line: NonNullable<RuleSet['redLine']> | null;
}

/** What a commendation check looks at (§12): of each method with a clause on it the latest published result. */
export async function latestResults(
  reader: Reader,
  bureauId: string,
  subjectKind: SubjectKind,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LatestResult[]>> {
  const { rows } = await sql<LatestResult>`
    with shown as materialized (
      select p.id, p.label, p.kind, p.to_on, v.rule_set_id, v.id as version_id,
        (select e.id from evaluation e where e.period_id = p.id and e.state = 'done'
         order by exists (select from seal where seal.evaluation_id = e.id) desc, e.requested_at desc limit 1)
          as evaluation_id
      from period p join rule_set_version v on v.id = p.rule_set_version_id
      where p.bureau_id = ${bureauId} and p.state in ('inNotice', 'sealed') and not p.trial
        and v.content->'lists' ? 'commendation'
    ), latest as (
      select distinct on (r.subject_id, s.rule_set_id) r.*, s.label, s.kind as period_kind, s.version_id, s.rule_set_id
      from shown s join result r on r.evaluation_id = s.evaluation_id
      where r.subject_kind = ${subjectKind} and r.subject_id = any(${[...subjectIds]}::uuid[])
      order by r.subject_id, s.rule_set_id, s.to_on desc
    )
    select l.subject_id, l.subject_kind, l.period_id, l.label, l.period_kind, rs.name as rule_set_name, l.score, l.rank,
           l.rank_of, (select max(o.rank) from result o where o.evaluation_id = l.evaluation_id
             and o.subject_kind = l.subject_kind and o.sequence_code is not distinct from l.sequence_code
             and o.group_code is not distinct from l.group_code) as worst_rank,
           l.detail->'grade'->>'name' as grade, v.content->'lists' as lists, v.content->'grading' as grading,
           v.content->'year' as year, v.content->'redLine' as red_line
    from latest l join rule_set rs on rs.id = l.rule_set_id
    join rule_set_version v on v.id = l.version_id
    order by rs.name`.execute(reader);
  const found = new Map<string, LatestResult[]>();
  for (const row of rows) found.set(row.subject_id, [...(found.get(row.subject_id) ?? []), row]);
  return found;
}
