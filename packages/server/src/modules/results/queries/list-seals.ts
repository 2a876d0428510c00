import type { Received, results } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';

export async function listSeals(ctx: Ctx, query: Received<typeof results.listSeals>['query']) {
  const { db } = ctx.deps;
  const seals = db
    .selectFrom('seal')
    .innerJoin('period', 'period.id', 'seal.period_id')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .where('seal.bureau_id', '=', ctx.actor.bureauId);
  const { n } = await seals.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await seals
    .select([
      'seal.id',
      'seal.sequence_no',
      'seal.period_id',
      'period.label',
      'rule_set.name',
      'seal.entry_count',
      'seal.seal_hash',
      'seal.previous_hash',
      'seal.sealed_by_name',
      'seal.sealed_at',
    ])
    .orderBy('seal.sequence_no', 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      sequenceNo: row.sequence_no,
      periodId: row.period_id,
      periodLabel: row.label,
      ruleSetName: row.name,
      entryCount: row.entry_count,
      sealHash: row.seal_hash.toString('hex'),
      previousHash: row.previous_hash?.toString('hex') ?? null,
      sealedByName: row.sealed_by_name,
      sealedAt: row.sealed_at.toISOString(),
    })),
    total: n,
    page: query.page,
    pageSize: query.pageSize,
  };
}
