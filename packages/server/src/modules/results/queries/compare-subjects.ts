import type { Received, results } from '@mingji/contract';
import { exact, subtract } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { shown } from '../score-columns.ts';
import { comparedEntries } from './compared-entries.ts';
import { refuseBeforePublication } from './list-ranking.ts';
import { unseen } from './rank-movement.ts';
import { rankingConditions } from './ranking-filter.ts';
import { itemColumns, moduleColumns } from './ranking-parts.ts';
import { presentRow, rankingRows } from './ranking-rows.ts';

type CompareQuery = Received<typeof results.compareSubjects>['query'];
type Row = results.RankingRow;

/** Two of one period side by side; the detail of each only where the viewer may open it (P11, §17). */
export async function compareSubjects(ctx: Ctx, periodId: string, query: CompareQuery) {
  if (query.left === query.right) throw new Refusal('invalid', '请选择两个不同的对象进行对比。');
  const period = await loadPeriod(ctx.deps.db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const rows = await bothRows(ctx, period, query);
  const left = rows.find((row) => row.subjectId === query.left);
  const right = rows.find((row) => row.subjectId === query.right);
  if (!left || !right) throw unseen(query.subjectKind);
  const items = comparedItems(period, left, right);
  const differing = new Set(items.flatMap(({ code, difference }) => (difference === '0' ? [] : [code])));
  const entries = await comparedEntries(ctx, period, { left, right }, differing);
  const modules = moduleColumns(period.ruleSet).map((column, at) => ({
    ...column,
    ...sides(left.modules[at], right.modules[at]),
    items: items
      .filter(({ module }) => module === column.code)
      .map(({ module: _, ...item }) => ({ ...item, entries: entries.get(item.code) ?? [] })),
  }));
  return {
    left: sideOf(left),
    right: sideOf(right),
    sameGroup: left.sequenceCode === right.sequenceCode && left.groupCode === right.groupCode,
    difference: sides(left.score, right.score).difference,
    modules,
  };
}

async function bothRows(ctx: Ctx, period: PeriodContext, query: CompareQuery): Promise<Row[]> {
  const evaluation = await latestEvaluation(ctx.deps.db, period.id, true);
  if (!evaluation) throw notFound('该周期的成绩');
  const { subjectKind } = query;
  const rows = await rankingRows(ctx, {
    kind: subjectKind,
    evaluationId: evaluation.id,
    ruleSet: period.ruleSet,
    conditions: rankingConditions(
      ctx,
      { evaluationId: evaluation.id, toOn: period.toOn, ruleSet: period.ruleSet },
      { subjectKind, subjects: [query.left, query.right] },
    ),
    previousId: null,
    part: null,
    sort: 'rank',
    descending: false,
    limit: 2,
    offset: 0,
  });
  return rows.map((row) => presentRow(ctx, row, period.ruleSet));
}

function comparedItems({ ruleSet }: PeriodContext, left: Row, right: Row) {
  const moduleOf = new Map(
    ruleSet.modules.flatMap(({ code, items }) => items.map((item) => [item.code, code] as const)),
  );
  return itemColumns(ruleSet).map((column, at) => ({
    ...column,
    module: moduleOf.get(column.code),
    ...sides(left.items[at], right.items[at]),
  }));
}

/** The two and what lies between them; an unknown side leaves no difference. */
function sides(left: Row['items'][number] | undefined, right: Row['items'][number] | undefined) {
  const known = left?.value != null && right?.value != null;
  return {
    left: left ?? null,
    right: right ?? null,
    difference: known ? shown(subtract(exact(left.value ?? '0'), exact(right.value ?? '0'))) : null,
  };
}

function sideOf(row: Row) {
  const { subjectId, name, code, unitName, sequenceName, groupCode, score, rank, rankOf, shared } = row;
  const who = { subjectId, name, code, unitName, sequenceName, groupCode };
  return { ...who, score, rank, rankOf, shared, mayOpen: row.mayOpen };
}
