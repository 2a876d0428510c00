import type { Received, simulations } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { countsOfPeriod } from '../../periods/index.ts';
import { findVersion } from '../../rule-sets/index.ts';

type Query = Received<typeof simulations.listTrialPeriods>['query'];

/** Sealed periods of the method by its other versions: on those there is something to compare (X2). */
export async function listTrialPeriods(ctx: Ctx, versionId: string, query: Query) {
  const { db } = ctx.deps;
  const version = await findVersion(db, ctx.actor.bureauId, versionId);
  requireAccess(ctx, 'ruleSet.edit', { unitPath: version.unit_path });
  const sealed = db
    .selectFrom('period as p')
    .innerJoin('rule_set_version as v', 'v.id', 'p.rule_set_version_id')
    .where('p.bureau_id', '=', ctx.actor.bureauId)
    .where('v.rule_set_id', '=', version.rule_set_id)
    .where('v.id', '<>', version.id)
    .where('p.state', '=', 'sealed')
    .where(countsOfPeriod('p'));
  const { n } = await sealed.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await sealed
    .select(['p.id', 'p.label', 'p.from_on', 'p.to_on', 'v.id as version_id', 'v.version'])
    .orderBy('p.from_on', 'desc')
    .orderBy('p.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      from: row.from_on,
      to: row.to_on,
      versionId: row.version_id,
      version: row.version,
    })),
    total: n,
    page: query.page,
    pageSize: query.pageSize,
  };
}
