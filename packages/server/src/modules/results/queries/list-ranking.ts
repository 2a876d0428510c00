import type { Received, results } from '@mingji/contract';
import { holdsAbility, type RuleSet, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { Refusal } from '../../../refusal.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import type { ScoreDetail } from '../score-columns.ts';
import { previousEvaluation } from './previous-evaluation.ts';

export type RankingQuery = Received<typeof results.listRanking>['query'];
export type ExportQuery = Received<typeof results.exportRanking>['query'];

interface Row {
  subject_kind: 'unit' | 'officer';
  subject_id: string;
  subject_name: string;
  subject_code: string;
  unit_id: string;
  unit_name: string;
  unit_path: string;
  score_state: results.RankingRow['score']['state'];
  score: string | null;
  sequence_code: string | null;
  sequence_name: string | null;
  group_code: string | null;
  rank: number | null;
  rank_of: number | null;
  previous_rank: number | null;
  detail: ScoreDetail;
  may_open: boolean;
}

/** §17 defaults: unit ranks to all; officer ranks to the own sequence; detail to self and line. */
export async function listRanking(ctx: Ctx, periodId: string, query: RankingQuery) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const evaluation = await latestEvaluation(db, periodId, true);
  const columns = itemColumns(period.ruleSet);
  const previous = await previousEvaluation(db, period);
  const rest = {
    columns,
    previousLabel: previous?.label ?? null,
    evaluatedAt: evaluation?.finished_at?.toISOString() ?? null,
    sealed: period.state === 'sealed',
    graded: isGraded(period.ruleSet, query.subjectKind),
  };
  if (!evaluation)
    return { items: [], total: 0, page: query.page, pageSize: query.pageSize, sequences: [], ...rest };
  const visible = visibleRows(ctx, evaluation.id, query);
  const total = await sql<{ n: number }>`select count(*) as n ${visible}`.execute(db);
  const rows = await rankingRows(db, ctx, {
    visible,
    previousId: previous?.id ?? null,
    sort: query,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  });
  return {
    items: rows.map((row) => presentRow(ctx, row, columns)),
    total: total.rows[0]?.n ?? 0,
    page: query.page,
    pageSize: query.pageSize,
    sequences: await sequencesOf(db, evaluation.id),
    ...rest,
  };
}

/** Before the notice only the office that runs the period sees results; nobody else could act on them yet. */
export function refuseBeforePublication(ctx: Ctx, period: PeriodContext): void {
  if (period.state === 'inNotice' || period.state === 'sealed') return;
  const closing = scopeOf(ctx.actor, 'period.close');
  if (closing.subtrees.some((path) => period.unitPath.startsWith(path))) return;
  throw new Refusal('refused', `「${period.label}」的成绩尚未公示。公示后可在此查看排名。`);
}

/** From … where: the rows of one computation that this person may see. */
function visibleRows(ctx: Ctx, evaluationId: string, query: Omit<ExportQuery, 'sort' | 'descending'>) {
  const filters: RawBuilder<boolean>[] = [
    sql<boolean>`r.evaluation_id = ${evaluationId}`,
    sql<boolean>`r.subject_kind = ${query.subjectKind}`,
    query.subjectKind === 'unit'
      ? sql<boolean>`true`
      : sql<boolean>`(${mayOpen(ctx)} or ${ownSequence(ctx, evaluationId)})`,
  ];
  if (query.sequenceCode) filters.push(sql<boolean>`r.sequence_code = ${query.sequenceCode}`);
  if (query.unitId) {
    filters.push(sql<boolean>`exists (select from unit top where top.id = ${query.unitId}
      and top.bureau_id = r.bureau_id and starts_with(u.path, top.path))`);
  }
  if (query.text) {
    const pattern = `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
    filters.push(
      sql<boolean>`(r.subject_name like ${pattern} or r.subject_code like ${pattern} or u.name like ${pattern})`,
    );
  }
  return sql`from result r join unit u on u.id = r.unit_id where ${sql.join(filters, sql` and `)}`;
}

function mayOpen(ctx: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(ctx.actor, 'result.read'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`r.subject_id`,
  });
}

function ownSequence(ctx: Ctx, evaluationId: string): RawBuilder<boolean> {
  if (ctx.actor.officerId === null) return sql<boolean>`false`;
  return sql<boolean>`r.sequence_code is not distinct from (
    select mine.sequence_code from result mine
    where mine.evaluation_id = ${evaluationId} and mine.subject_kind = 'officer' and mine.subject_id = ${ctx.actor.officerId})
    and exists (select from result mine where mine.evaluation_id = ${evaluationId} and mine.subject_id = ${ctx.actor.officerId})`;
}

const orders: Record<RankingQuery['sort'], (direction: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  rank: (direction) =>
    sql`r.sequence_code nulls last, r.group_code, r.rank ${direction} nulls last, r.subject_code`,
  name: (direction) => sql`r.subject_name ${direction}, r.subject_code`,
  unit: (direction) => sql`u.path ${direction}, r.rank nulls last, r.subject_code`,
  score: (direction) => sql`r.score ${direction} nulls last, r.subject_code`,
};

interface Wanted {
  readonly visible: RawBuilder<unknown>;
  readonly previousId: string | null;
  readonly sort: Pick<RankingQuery, 'sort' | 'descending'>;
  readonly limit: number;
  readonly offset: number;
}

async function rankingRows(reader: Reader, ctx: Ctx, wanted: Wanted): Promise<Row[]> {
  const { sort, descending } = wanted.sort;
  const direction = descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select r.subject_kind, r.subject_id, r.subject_name, r.subject_code, r.unit_id, u.name as unit_name,
           u.path as unit_path, r.score_state, r.score, r.sequence_code, r.sequence_name, r.group_code, r.rank, r.rank_of,
           r.detail, ${mayOpen(ctx)} as may_open,
           (select p.rank from result p where p.evaluation_id = ${wanted.previousId} and p.subject_kind = r.subject_kind
              and p.subject_id = r.subject_id and p.sequence_code is not distinct from r.sequence_code
              and p.group_code is not distinct from r.group_code) as previous_rank
    ${wanted.visible} order by ${orders[sort](direction)} limit ${wanted.limit} offset ${wanted.offset}`.execute(
    reader,
  );
  return rows;
}

/** More rows than the officers of a large city are no ranking any more. */
const MAX_EXPORT_ROWS = 20_000;

/** The rows of an export: what the same filter and order show on screen, without pages. */
export async function rankingForExport(
  reader: Reader,
  ctx: Ctx,
  evaluationId: string,
  query: ExportQuery,
  columns: ReturnType<typeof itemColumns>,
): Promise<results.RankingRow[]> {
  const rows = await rankingRows(reader, ctx, {
    visible: visibleRows(ctx, evaluationId, query),
    previousId: null,
    sort: query,
    limit: MAX_EXPORT_ROWS,
    offset: 0,
  });
  return rows.map((row) => presentRow(ctx, row, columns));
}

export function isGraded({ grading }: RuleSet, kind: 'officer' | 'unit'): boolean {
  return grading !== undefined && (grading.kinds === undefined || grading.kinds.includes(kind));
}

/** The items (小项 with marks) as columns, in the order of the rule set. */
export function itemColumns(ruleSet: RuleSet) {
  return ruleSet.modules
    .flatMap((module) => module.items)
    .slice(0, 60)
    .map((item) => ({ code: item.code, name: item.name, marks: item.marks ?? null }));
}

async function sequencesOf(reader: Reader, evaluationId: string) {
  const { rows } = await sql<{ code: string; name: string; subject_kind: 'unit' | 'officer' }>`
    select distinct sequence_code as code, sequence_name as name, subject_kind from result
    where evaluation_id = ${evaluationId} and sequence_code is not null order by subject_kind, code limit 200`.execute(
    reader,
  );
  return rows.map((row) => ({ code: row.code, name: row.name, subjectKind: row.subject_kind }));
}

function presentRow(ctx: Ctx, row: Row, columns: ReturnType<typeof itemColumns>): results.RankingRow {
  const items = new Map(row.detail.items.map((item) => [item.code, item]));
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
    rank: row.rank,
    rankOf: row.rank_of,
    previousRank: row.previous_rank,
    items: row.may_open
      ? columns.map(({ code }) => {
          const item = items.get(code);
          return { state: item?.state ?? 'notApplicable', value: item?.value ?? null };
        })
      : [],
    mayOpen: row.may_open && holdsAbility(ctx.actor, 'result.read'),
    mine:
      row.subject_kind === 'officer'
        ? row.subject_id === ctx.actor.officerId
        : ctx.actor.grants.some((grant) => grant.unitPath === row.unit_path),
  };
}
