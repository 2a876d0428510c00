import type { Received, simulations } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { periodLabels, presentSimulation, simulationQuery } from '../simulation-row.ts';

type Query = Received<typeof simulations.listSimulations>['query'];

export async function listSimulations(ctx: Ctx, ruleSetId: string, query: Query) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const ruleSet = await db
    .selectFrom('rule_set')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select('unit.path')
    .where('rule_set.bureau_id', '=', bureauId)
    .where('rule_set.id', '=', ruleSetId)
    .executeTakeFirst();
  if (!ruleSet) throw notFound('考核办法');
  requireAccess(ctx, 'ruleSet.edit', { unitPath: ruleSet.path });
  const { versionId } = query;
  const { n } = await db
    .selectFrom('simulation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('rule_set_id', '=', ruleSetId)
    .$if(versionId !== undefined, (own) => own.where('rule_set_version_id', '=', versionId ?? ''))
    .executeTakeFirstOrThrow();
  const rows = await simulationQuery(db, bureauId)
    .where('s.rule_set_id', '=', ruleSetId)
    .$if(versionId !== undefined, (own) => own.where('s.rule_set_version_id', '=', versionId ?? ''))
    .orderBy('s.requested_at', 'desc')
    .orderBy('s.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const labels = await periodLabels(db, bureauId, [...new Set(rows.flatMap((row) => row.period_ids))]);
  return {
    items: rows.map((row) => presentSimulation(ctx, row, labels)),
    total: n,
    page: query.page,
    pageSize: query.pageSize,
  };
}
