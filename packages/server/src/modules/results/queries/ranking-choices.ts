import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadPeriod } from '../period-context.ts';
import { maySee, type Shown } from '../who-sees.ts';
import { refuseBeforePublication } from './list-ranking.ts';
import type { RankedKind } from './ranking-filter.ts';
import { itemColumns, moduleColumns } from './ranking-parts.ts';

type UnitKind =
  | 'bureau'
  | 'office'
  | 'county'
  | 'detachment'
  | 'department'
  | 'brigade'
  | 'station'
  | 'custody'
  | 'squad';

/** The sequences, groups, levels, posts and parts that occur in this ranking: no choice finds nothing (P11). */
export async function getRankingChoices(ctx: Ctx, periodId: string, kind: RankedKind) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const evaluation = await latestEvaluation(db, periodId, true);
  const items = new Map(itemColumns(period.ruleSet).map((column) => [column.code, column]));
  const modules = moduleColumns(period.ruleSet).map((column) => ({
    ...column,
    items: (period.ruleSet.modules.find(({ code }) => code === column.code)?.items ?? []).flatMap(
      ({ code }) => items.get(code) ?? [],
    ),
  }));
  if (!evaluation) return { sequences: [], levels: [], posts: [], modules };
  return {
    sequences: await sequencesOf(ctx, evaluation.id, kind),
    levels: await levelsOf(ctx, evaluation.id, kind),
    posts:
      kind === 'officer'
        ? await postsOf(ctx, { evaluationId: evaluation.id, ruleSet: period.ruleSet }, period.toOn)
        : [],
    modules,
  };
}

async function sequencesOf(ctx: Ctx, evaluationId: string, kind: RankedKind) {
  const { rows } = await sql<{ code: string; name: string; groups: string[] }>`
    select sequence_code as code, min(sequence_name) as name,
           array(select distinct g from unnest(array_agg(distinct group_code)) g where g is not null order by g) as groups
    from result where evaluation_id = ${evaluationId} and subject_kind = ${kind} and sequence_code is not null
    group by sequence_code order by sequence_code limit 200`.execute(ctx.deps.db);
  return rows;
}

async function levelsOf(ctx: Ctx, evaluationId: string, kind: RankedKind) {
  const { rows } = await sql<{ level: number; kinds: UnitKind[] }>`
    select u.level, array_agg(distinct u.kind order by u.kind) as kinds
    from (select distinct unit_id from result where evaluation_id = ${evaluationId} and subject_kind = ${kind}) r
    join unit u on u.id = r.unit_id group by u.level order by u.level`.execute(ctx.deps.db);
  return rows;
}

async function postsOf(ctx: Ctx, shown: Shown, on: string): Promise<string[]> {
  const { rows } = await sql<{ post: string }>`
    select distinct m.post from result r
    join unit u on u.id = r.unit_id
    join membership m on m.bureau_id = r.bureau_id and m.officer_id = r.subject_id
    where r.evaluation_id = ${shown.evaluationId} and r.subject_kind = 'officer' and ${maySee(ctx, shown, 'officer')}
      and m.from_on <= ${on} and (m.to_on is null or m.to_on >= ${on}) and m.post is not null
    order by m.post limit 200`.execute(ctx.deps.db);
  return rows.map(({ post }) => post);
}
