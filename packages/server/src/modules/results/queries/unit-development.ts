import { sql } from 'kysely';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { loadPeriod } from '../period-context.ts';
import type { CodedScore, ScoreDetail } from '../score-columns.ts';
import { mayOpen } from '../who-sees.ts';
import { refuseBeforePublication } from './list-ranking.ts';
import { periodsUpTo, type ShownPeriod } from './rank-movement.ts';
import { moduleColumns, moduleScores } from './ranking-parts.ts';
import { inOrder } from './ranking-rows.ts';

/** A unit's modules over the periods of one method, and how far its officers lie apart (P11). */
export async function getUnitDevelopment(ctx: Ctx, periodId: string, unitId: string) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const subject = { kind: 'unit' as const, id: unitId };
  const { unitPath } = await subjectUnitPath(db, ctx.actor.bureauId, subject, period.toOn);
  requireAccess(ctx, 'result.read', { unitPath });
  const periods = await periodsUpTo(db, period);
  const modules = moduleColumns(period.ruleSet);
  const scores = await unitScores(ctx, periods, unitId);
  const spreads = await officerSpreads(ctx, periods, unitPath);
  return {
    modules,
    periods: periods.flatMap(({ id, label, evaluationId }) => {
      const row = scores.get(evaluationId);
      if (!row) return [];
      return {
        periodId: id,
        label,
        score: { state: row.score_state, value: row.score },
        modules: inOrder(modules, moduleScores(period.ruleSet, row.detail)),
        officers: spreads.get(evaluationId) ?? null,
      };
    }),
  };
}

async function unitScores(ctx: Ctx, periods: readonly ShownPeriod[], unitId: string) {
  const { rows } = await sql<{
    evaluation_id: string;
    score_state: CodedScore['state'];
    score: string | null;
    detail: ScoreDetail;
  }>`
    select evaluation_id, score_state, score, detail from result
    where evaluation_id = any(${periods.map(({ evaluationId }) => evaluationId)}::uuid[])
      and subject_kind = 'unit' and subject_id = ${unitId}`.execute(ctx.deps.db);
  return new Map(rows.map((row) => [row.evaluation_id, row]));
}

interface Spread {
  count: number;
  lowest: string;
  lowerQuarter: string;
  median: string;
  upperQuarter: string;
  highest: string;
}

/** Quarters are scores that somebody has; the median of an even number lies between the two in the middle. */
async function officerSpreads(ctx: Ctx, periods: readonly ShownPeriod[], unitPath: string) {
  const { rows } = await sql<Spread & { evaluation_id: string; all_seen: boolean }>`
    select r.evaluation_id, count(*) as count, bool_and(${mayOpen(ctx)}) as all_seen,
           min(r.score) as lowest, percentile_disc(0.25) within group (order by r.score) as "lowerQuarter",
           round((percentile_disc(0.5) within group (order by r.score)
             + percentile_disc(0.5) within group (order by r.score desc)) / 2, 2) as median,
           percentile_disc(0.75) within group (order by r.score) as "upperQuarter", max(r.score) as highest
    from result r join unit u on u.id = r.unit_id
    where r.evaluation_id = any(${periods.map(({ evaluationId }) => evaluationId)}::uuid[])
      and r.subject_kind = 'officer' and r.score is not null and starts_with(u.path, ${unitPath})
    group by r.evaluation_id`.execute(ctx.deps.db);
  return new Map(
    rows.flatMap(({ evaluation_id, all_seen, ...spread }) =>
      all_seen ? [[evaluation_id, spread] as const] : [],
    ),
  );
}
