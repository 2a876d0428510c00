import type { Received, results } from '@mingji/contract';
import { type RuleSet, scopeOf, tieWords } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { partRanks } from './part-ranks.ts';
import { previousEvaluation } from './previous-evaluation.ts';
import { rankingConditions } from './ranking-filter.ts';
import { itemColumns, moduleColumns, partOf } from './ranking-parts.ts';
import { presentRow, rankingFrom, rankingRows } from './ranking-rows.ts';

export { itemColumns } from './ranking-parts.ts';

type ListQuery = Received<typeof results.listRanking>['query'];
export type ExportQuery = Received<typeof results.exportRanking>['query'];

/** More rows than the officers of a large city are no ranking any more. */
const MAX_EXPORT_ROWS = 20_000;

/** Who finds whom in it, and with how much detail, the method says (§17). */
export async function listRanking(ctx: Ctx, periodId: string, query: ListQuery) {
  const { page, pageSize } = query;
  const found = await findRanking(ctx, periodId, query, { limit: pageSize, offset: (page - 1) * pageSize });
  const { period, part, previous, evaluation } = found;
  return {
    items: found.rows,
    ...(await totals(ctx, found.from)),
    page,
    pageSize,
    graded: isGraded(period.ruleSet, query.subjectKind),
    modules: moduleColumns(period.ruleSet),
    columns: itemColumns(period.ruleSet),
    part: part?.column ?? null,
    tieRule: part ? null : tieWords(period.ruleSet),
    previousLabel: previous?.label ?? null,
    evaluatedAt: evaluation?.finished_at?.toISOString() ?? null,
    sealed: period.state === 'sealed',
  };
}

/** The rows of an export: what the same filter and order show on screen, without pages. */
export function rankingForExport(ctx: Ctx, periodId: string, query: ExportQuery) {
  return findRanking(ctx, periodId, query, { limit: MAX_EXPORT_ROWS, offset: 0 });
}

async function findRanking(
  ctx: Ctx,
  periodId: string,
  query: ExportQuery,
  window: { readonly limit: number; readonly offset: number },
) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const part = partOf(period.ruleSet, query.part);
  const evaluation = await latestEvaluation(db, periodId, true);
  const previous = await previousEvaluation(db, period);
  if (!evaluation) return { period, part, previous, evaluation: null, rows: [], from: null };
  const ranks = part && (await partRanks(db, period, evaluation.id, query.subjectKind, part));
  const ranked = { evaluationId: evaluation.id, toOn: period.toOn, ruleSet: period.ruleSet };
  const conditions = rankingConditions(ctx, ranked, query);
  const rows = await rankingRows(ctx, {
    kind: query.subjectKind,
    evaluationId: evaluation.id,
    ruleSet: period.ruleSet,
    conditions,
    previousId: previous?.id ?? null,
    part: ranks,
    sort: query.sort,
    descending: query.descending,
    ...window,
  });
  return {
    period,
    part,
    previous,
    evaluation,
    rows: rows.map((row) => presentRow(ctx, row, period.ruleSet)),
    from: { evaluationId: evaluation.id, kind: query.subjectKind, conditions, part: ranks },
  };
}

/** Mean and median are exact decimals: numeric in SQL, rounded once to the two digits that are shown. */
async function totals(
  ctx: Ctx,
  from: Parameters<typeof rankingFrom>[0] | null,
): Promise<{ total: number; summary: { scored: number; mean: string; median: string } | null }> {
  if (from === null) return { total: 0, summary: null };
  const value = from.part === null ? sql`r.score` : sql`p.value`;
  const { rows } = await sql<{
    total: number;
    scored: number;
    mean: string | null;
    median: string | null;
  }>`
    select count(*) as total, count(${value}) as scored, round(avg(${value}), 2) as mean,
           round((percentile_disc(0.5) within group (order by ${value})
             + percentile_disc(0.5) within group (order by ${value} desc)) / 2, 2) as median
    ${rankingFrom(from)}`.execute(ctx.deps.db);
  const [row] = rows;
  if (!row || row.mean === null || row.median === null) return { total: row?.total ?? 0, summary: null };
  return { total: row.total, summary: { scored: row.scored, mean: row.mean, median: row.median } };
}

/** Before the notice only the office that runs the period sees results; nobody else could act on them yet. */
export function refuseBeforePublication(ctx: Ctx, period: PeriodContext): void {
  if (period.state === 'inNotice' || period.state === 'sealed') return;
  const closing = scopeOf(ctx.actor, 'period.close');
  if (closing.subtrees.some((path) => period.unitPath.startsWith(path))) return;
  throw new Refusal('refused', `“${period.label}”的成绩尚未公示。公示后可在此查看排名。`);
}

export function isGraded({ grading }: RuleSet, kind: 'officer' | 'unit'): boolean {
  return grading !== undefined && (grading.kinds === undefined || grading.kinds.includes(kind));
}
