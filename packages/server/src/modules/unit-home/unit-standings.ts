import type { unitHome } from '@mingji/contract';
import { DEFAULT_ROUNDING, exact, isWithheld, type RuleSet, toFixedText, visibilityOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { moduleScores, rankSuspended, type ScoreDetail, sameSequence, sameUnit } from '../results/index.ts';
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
  readonly same_unit: boolean;
  readonly same_sequence: boolean;
}
const MOST = 24;

/** The unit's published results by method, newest first; without reach what the method publishes (§17). */
export async function unitMethods(
  ctx: Ctx,
  unit: { readonly id: string },
  inReach: boolean,
): Promise<unitHome.UnitHome['methods']> {
  const { rows } = await sql<Row>`
    select rs.id as rule_set_id, rs.name as rule_set_name, v.id as version_id, p.id as period_id, p.label, p.from_on,
           r.sequence_name, r.score_state, r.score, r.rank, r.rank_of,
           ${rankSuspended(ctx, 'r')} as suspended, r.detail,
           ${sameUnit(ctx, 'unit')} as same_unit, ${sameSequence(ctx, sql`r.evaluation_id`, 'unit')} as same_sequence
    from result r join unit u on u.id = r.unit_id join period p on p.id = r.period_id
    join rule_set_version v on v.id = p.rule_set_version_id join rule_set rs on rs.id = v.rule_set_id
    where r.bureau_id = ${ctx.actor.bureauId} and r.subject_kind = 'unit' and r.subject_id = ${unit.id}
      and p.state in ('inNotice', 'sealed') and not p.trial
      and r.evaluation_id = (
        select e.id from evaluation e where e.period_id = p.id and e.state = 'done'
        order by exists (select from seal where seal.evaluation_id = e.id) desc, e.requested_at desc limit 1)
    order by p.to_on desc, rs.code limit 200`.execute(ctx.deps.db);
  const seen = await Promise.all(rows.map((row) => asSeen(ctx, row, inReach)));
  const methods = new Map<string, Seen[]>();
  for (const each of seen.flatMap((one) => one ?? [])) {
    methods.set(each.row.rule_set_id, [...(methods.get(each.row.rule_set_id) ?? []), each]);
  }
  return [...methods].slice(0, 30).map(([ruleSetId, own]) => ({
    ruleSetId,
    name: own[0]?.row.rule_set_name ?? '',
    sequenceName: own[0]?.row.sequence_name ?? null,
    standings: own.slice(0, MOST).map((each) => standingOf(each, inReach)),
  }));
}

interface Seen {
  readonly row: Row;
  readonly ruleSet: RuleSet;
  readonly points: boolean;
}

/** What the method of the result lets the reader see of it; null is nothing at all (§17). */
async function asSeen(ctx: Ctx, row: Row, inReach: boolean): Promise<Seen | null> {
  const ruleSet: RuleSet = await publishedRuleSet(ctx.deps.db, ctx.actor.bureauId, row.version_id);
  const near = { line: false, unit: row.same_unit, sequence: row.same_sequence, all: true };
  const { unitRanks, points } = visibilityOf(ruleSet);
  return inReach || near[unitRanks] ? { row, ruleSet, points: inReach || near[points] } : null;
}

function standingOf({ row, ruleSet, points }: Seen, inReach: boolean): unitHome.UnitStanding {
  const rounding = ruleSet.rounding ?? DEFAULT_ROUNDING;
  const printed = (value: string | null) =>
    value === null || rounding === 'none' ? value : toFixedText(exact(value), rounding);
  const open = (code: string) => inReach || !isWithheld(ruleSet, { kind: 'module', code });
  const scores = points ? moduleScores(ruleSet, row.detail).filter(({ code }) => open(code)) : [];
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
      value: printed(value),
    })),
  };
}
