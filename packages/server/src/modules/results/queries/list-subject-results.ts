import type { results } from '@mingji/contract';
import { sql } from 'kysely';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { rankSuspended } from '../rank-suspension.ts';

interface Paged {
  readonly page: number;
  readonly pageSize: number;
}

/** The same choice as `latestEvaluation` makes for one period. */
const shownEvaluation = sql<string>`(
  select shown.id from evaluation shown
  where shown.period_id = result.period_id and shown.state = 'done'
  order by exists (select from seal where seal.evaluation_id = shown.id) desc, shown.requested_at desc limit 1)`;

/** One subject's published results, newest period first (P11, vertically). */
export async function listSubjectResults(
  ctx: Ctx,
  subjectKind: 'unit' | 'officer',
  subjectId: string,
  query: Paged,
) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const place = await subjectUnitPath(db, bureauId, { kind: subjectKind, id: subjectId }, today);
  requireAccess(ctx, 'result.read', {
    unitPath: place.unitPath,
    ...(subjectKind === 'officer' ? { officerId: subjectId } : {}),
  });
  const published = db
    .selectFrom('result')
    .innerJoin('period', 'period.id', 'result.period_id')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .where('result.bureau_id', '=', bureauId)
    .where('result.subject_kind', '=', subjectKind)
    .where('result.subject_id', '=', subjectId)
    .where('period.state', 'in', ['inNotice', 'sealed'])
    .where('result.evaluation_id', '=', shownEvaluation);
  const { n } = await published.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await published
    .select([
      'period.id',
      'period.label',
      'period.from_on',
      'period.state',
      'rule_set.name as rule_set_name',
      'result.score_state',
      'result.score',
      rankSuspended(ctx, 'result').as('suspended'),
      'result.rank',
      'result.rank_of',
    ])
    .orderBy('period.from_on', 'desc')
    .orderBy('rule_set.code')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: rows.map((row) => ({
      periodId: row.id,
      periodLabel: row.label,
      ruleSetName: row.rule_set_name,
      fromOn: row.from_on,
      score: { state: row.score_state as results.RankingRow['score']['state'], value: row.score },
      rank: row.suspended ? null : row.rank,
      rankOf: row.rank_of,
      sealed: row.state === 'sealed',
    })),
    total: n,
    page: query.page,
    pageSize: query.pageSize,
  };
}
