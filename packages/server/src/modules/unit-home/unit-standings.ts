import type { unitHome } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { moduleScores, rankSuspended, type ScoreDetail } from '../results/index.ts';
import { publishedRuleSet } from '../rule-sets/index.ts';

interface Row {
  readonly rule_set_id: string;
  readonly rule_set_name: string;
  readonly version_id: string;
  readonly period_id: string;
  readonly label: string;
  readonly from_on: string;
  readonly sequence_name: string | null;
  readonly score_state: unitHome.UnitStanding['scoreState'];
  readonly score: string | null;
  readonly rank: number | null;
  readonly rank_of: number | null;
  readonly suspended: boolean;
  readonly detail: ScoreDetail;
}
const MOST = 24;

/** The unit's published results by method, newest first; without reach ranks only, as §17 shows them to all. */
export async function unitMethods(
  ctx: Ctx,
  unit: { readonly id: string },
  inReach: boolean,
): Promise<unitHome.UnitHome['methods']> {
  const { rows } = await sql<Row>`
    select rs.id as rule_set_id, rs.name as rule_set_name, v.id as version_id, p.id as period_id, p.label, p.from_on,
           result.sequence_name, result.score_state, result.score, result.rank, result.rank_of,
           ${rankSuspended(ctx, 'result')} as suspended, result.detail
    from result join period p on p.id = result.period_id
    join rule_set_version v on v.id = p.rule_set_version_id join rule_set rs on rs.id = v.rule_set_id
    where result.bureau_id = ${ctx.actor.bureauId} and result.subject_kind = 'unit' and result.subject_id = ${unit.id}
      and p.state in ('inNotice', 'sealed') and not p.trial
      and result.evaluation_id = (
        select e.id from evaluation e where e.period_id = p.id and e.state = 'done'
        order by exists (select from seal where seal.evaluation_id = e.id) desc, e.requested_at desc limit 1)
    order by p.to_on desc, rs.code limit 200`.execute(ctx.deps.db);
  const methods = new Map<string, Row[]>();
  for (const row of rows) methods.set(row.rule_set_id, [...(methods.get(row.rule_set_id) ?? []), row]);
  return Promise.all(
    [...methods.values()].slice(0, 30).map(async (own) => ({
      ruleSetId: own[0]?.rule_set_id ?? '',
      name: own[0]?.rule_set_name ?? '',
      sequenceName: own[0]?.sequence_name ?? null,
      standings: await Promise.all(own.slice(0, MOST).map((row) => standingOf(ctx, row, inReach))),
    })),
  );
}

async function standingOf(ctx: Ctx, row: Row, inReach: boolean): Promise<unitHome.UnitStanding> {
  const ruleSet: RuleSet = await publishedRuleSet(ctx.deps.db, ctx.actor.bureauId, row.version_id);
  const scores = inReach ? moduleScores(ruleSet, row.detail) : [];
  return {
    periodId: row.period_id,
    label: row.label,
    from: row.from_on,
    rank: row.suspended ? null : row.rank,
    rankOf: row.suspended ? null : row.rank_of,
    rankSuspended: row.suspended,
    score: inReach ? row.score : null,
    scoreState: row.score_state,
    modules: scores.slice(0, 30).map(({ code, value }) => ({
      code,
      name: ruleSet.modules.find((module) => module.code === code)?.name ?? code,
      value,
    })),
  };
}
