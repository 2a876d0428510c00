import type { results } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { subjectUnitPath } from '../../organization/index.ts';

interface Paged {
  readonly page: number;
  readonly pageSize: number;
}

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
    .innerJoin('evaluation', 'evaluation.id', 'result.evaluation_id')
    .innerJoin('period', 'period.id', 'result.period_id')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .where('result.bureau_id', '=', bureauId)
    .where('result.subject_kind', '=', subjectKind)
    .where('result.subject_id', '=', subjectId)
    .where('period.state', 'in', ['inNotice', 'sealed'])
    .where('evaluation.state', '=', 'done')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evaluation as newer')
            .select('newer.id')
            .whereRef('newer.period_id', '=', 'result.period_id')
            .where('newer.state', '=', 'done')
            .whereRef('newer.requested_at', '>', 'evaluation.requested_at'),
        ),
      ),
    );
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
      rank: row.rank,
      rankOf: row.rank_of,
      sealed: row.state === 'sealed',
    })),
    total: n,
    page: query.page,
    pageSize: query.pageSize,
  };
}
