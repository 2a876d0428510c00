import type { results } from '@mingji/contract';
import { holdsAbility, isWithheld, type RuleSet } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { rankSuspended } from '../rank-suspension.ts';
import type { CodedScore, ScoreDetail } from '../score-columns.ts';
import { mayOpen, maySeePoints } from '../who-sees.ts';
import type { PartRanks } from './part-ranks.ts';
import type { RankedKind } from './ranking-filter.ts';
import { itemColumns, moduleColumns, moduleScores } from './ranking-parts.ts';

type Sort = 'rank' | 'name' | 'unit' | 'score';

/** What the rows of one answer are read from. */
export interface RankingQuery {
  readonly kind: RankedKind;
  readonly evaluationId: string;
  readonly ruleSet: RuleSet;
  readonly conditions: RawBuilder<boolean>;
  readonly previousId: string | null;
  readonly part: PartRanks | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

interface Row {
  subject_kind: RankedKind;
  subject_id: string;
  subject_name: string;
  subject_code: string;
  unit_id: string;
  unit_name: string;
  unit_path: string;
  score_state: CodedScore['state'];
  score: string | null;
  sequence_code: string | null;
  sequence_name: string | null;
  group_code: string | null;
  rank: number | null;
  rank_of: number | null;
  shared: number | null;
  suspended: boolean;
  previous_rank: number | null;
  part_state: CodedScore['state'] | null;
  part_value: string | null;
  part_rank: number | null;
  part_of: number | null;
  part_shared: number | null;
  detail: ScoreDetail;
  may_open: boolean;
  sees_points: boolean;
}

/**
 * From … where: `r` the result with how many share its place in all of the group, `u` its unit, `p` its place by the part
 * asked for. Sharers are counted on the way: of results just computed no statistics tell, and a join of the ties is slow.
 */
export function rankingFrom(query: Pick<RankingQuery, 'evaluationId' | 'kind' | 'part' | 'conditions'>) {
  const { evaluationId, kind, part, conditions } = query;
  const joined =
    part === null
      ? sql`cross join (select null::text as state, null::numeric as value, null::integer as rank,
                               null::integer as of, null::integer as shared) p`
      : sql`join (select * from unnest(${part.ids}::uuid[], ${part.states}::text[], ${part.values}::numeric[],
                    ${part.ranks}::integer[], ${part.of}::integer[], ${part.shared}::integer[])
                    as t(subject_id, state, value, rank, of, shared)) p on p.subject_id = r.subject_id`;
  return sql`from (
      select evaluation_id, period_id, bureau_id, subject_kind, subject_id, subject_name, subject_code, unit_id, score,
             sequence_code, group_code, rank, count(*) over (partition by sequence_code, group_code, rank)::integer as shared
      from result where evaluation_id = ${evaluationId} and subject_kind = ${kind}) r
    join unit u on u.id = r.unit_id ${joined} where ${conditions}`;
}

/** Names never break a tie: equals stand in the order of their codes (§7). */
function orderOf({ sort, descending, part }: RankingQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  const rank = part === null ? sql`r.rank` : sql`p.rank`;
  const score = part === null ? sql`r.score` : sql`p.value`;
  switch (sort) {
    case 'rank':
      return sql`r.sequence_code nulls last, r.group_code, ${rank} ${way} nulls last, r.subject_code`;
    case 'name':
      return sql`r.subject_name ${way}, r.subject_code`;
    case 'unit':
      return sql`u.path ${way}, ${rank} nulls last, r.subject_code`;
    case 'score':
      return sql`${score} ${way} nulls last, r.subject_code`;
  }
}

/** One page of rows; ties and the rank before are looked up for the page alone. */
export async function rankingRows(ctx: Ctx, query: RankingQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as (
      select r.evaluation_id, r.subject_kind, r.subject_id, u.name as unit_name, u.path as unit_path,
             p.state as part_state, p.value as part_value, p.rank as part_rank, p.of as part_of,
             p.shared as part_shared, r.shared, ${mayOpen(ctx)} as may_open,
             ${maySeePoints(ctx, query, query.kind)} as sees_points,
             row_number() over (order by ${orderOf(query)}) as at
      ${rankingFrom(query)} order by at limit ${query.limit} offset ${query.offset})
    select r.subject_kind, r.subject_id, r.subject_name, r.subject_code, r.unit_id, r.score_state, r.score,
           r.sequence_code, r.sequence_name, r.group_code, r.rank, r.rank_of, r.detail,
           case when r.rank is not null then page.shared end as shared,
           ${rankSuspended(ctx, 'r')} as suspended,
           page.unit_name, page.unit_path, page.part_state, page.part_value, page.part_rank, page.part_of,
           page.part_shared, page.may_open, page.sees_points, before.rank as previous_rank
    from page
    join result r using (evaluation_id, subject_kind, subject_id)
    left join result before on before.evaluation_id = ${query.previousId} and before.subject_kind = r.subject_kind
      and before.subject_id = r.subject_id and before.sequence_code is not distinct from r.sequence_code
      and before.group_code is not distinct from r.group_code
    order by page.at`.execute(ctx.deps.db);
  return rows;
}

export function presentRow(ctx: Ctx, row: Row, ruleSet: RuleSet): results.RankingRow {
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    name: row.subject_name,
    code: row.subject_code,
    unitId: row.unit_id,
    unitName: row.unit_name,
    sequenceCode: row.sequence_code,
    sequenceName: row.sequence_name,
    groupCode: row.group_code,
    score: { state: row.score_state, value: row.score },
    grade: row.detail.grade ?? null,
    rank: row.suspended ? null : row.rank,
    rankOf: row.rank_of,
    shared: row.suspended ? null : row.shared,
    rankSuspended: row.suspended,
    previousRank: row.previous_rank,
    part: row.part_state && {
      score: { state: row.part_state, value: row.part_value },
      rank: row.suspended ? null : row.part_rank,
      rankOf: row.part_of,
      shared: row.suspended ? null : row.part_shared,
    },
    modules: seenPoints('module', row, ruleSet),
    items: seenPoints('item', row, ruleSet),
    mayOpen: row.may_open && holdsAbility(ctx.actor, 'result.read'),
    mine:
      row.subject_kind === 'officer'
        ? row.subject_id === ctx.actor.officerId
        : ctx.actor.grants.some((grant) => grant.unitPath === row.unit_path),
  };
}

/** None at all, or one a column; what tells of discipline or the like is left out for those beside the line (§17). */
function seenPoints(kind: 'module' | 'item', row: Row, ruleSet: RuleSet): results.RankingRow['items'] {
  if (!row.sees_points) return [];
  const columns = kind === 'module' ? moduleColumns(ruleSet) : itemColumns(ruleSet);
  const scores = kind === 'module' ? moduleScores(ruleSet, row.detail) : row.detail.items;
  const all = inOrder(columns, scores);
  if (row.may_open) return all;
  return all.map((score, at) =>
    isWithheld(ruleSet, { kind, code: columns[at]?.code ?? '' }) ? null : score,
  );
}

/** One score for each column; what a result does not have does not apply to it. */
export function inOrder(
  columns: readonly results.PartColumn[],
  scores: readonly CodedScore[],
): results.ScoreView[] {
  const known = new Map(scores.map((score) => [score.code, score]));
  return columns.map(({ code }) => {
    const score = known.get(code);
    return { state: score?.state ?? 'notApplicable', value: score?.value ?? null };
  });
}
