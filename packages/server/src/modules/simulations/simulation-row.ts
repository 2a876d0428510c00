import type { simulations } from '@mingji/contract';
import type { VersionState } from '@mingji/engine';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';
import { contentHash, parseContent } from '../rule-sets/index.ts';

/** What is kept of a finished simulation beside the moves: the page's first look, and the totals of units. */
export interface StoredResult extends simulations.SimulationResult {
  readonly units: readonly (simulations.UnitTotal & { readonly subjectKind: 'unit' | 'officer' })[];
}

export function simulationQuery(db: Reader, bureauId: string) {
  return db
    .selectFrom('simulation as s')
    .innerJoin('rule_set_version as v', 'v.id', 's.rule_set_version_id')
    .innerJoin('rule_set_version as base', 'base.id', 's.base_version_id')
    .innerJoin('rule_set as r', 'r.id', 's.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .innerJoin('account as a', 'a.id', 's.requested_by')
    .select([
      's.id',
      's.rule_set_id',
      's.rule_set_version_id',
      's.period_ids',
      's.state',
      's.step',
      's.done_steps',
      's.total_steps',
      's.failure',
      's.tried_hash',
      's.requested_at',
      's.finished_at',
      'v.version',
      'v.state as version_state',
      'v.content',
      'base.version as base_version',
      'r.name as rule_set_name',
      'u.path as unit_path',
      'a.display_name as requested_by_name',
    ])
    .where('s.bureau_id', '=', bureauId);
}
export type SimulationRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof simulationQuery>['executeTakeFirst']>>
>;

/** A simulation shows everybody's scores: only the office that may write the method reads it (§13). */
export async function findSimulation(ctx: Ctx, simulationId: string): Promise<SimulationRow> {
  const row = await simulationQuery(ctx.deps.db, ctx.actor.bureauId)
    .where('s.id', '=', simulationId)
    .executeTakeFirst();
  if (!row) throw notFound('试算');
  requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
  return row;
}

export async function storedResult(ctx: Ctx, simulationId: string): Promise<StoredResult | null> {
  const { result } = await ctx.deps.db
    .selectFrom('simulation')
    .select('result')
    .where('id', '=', simulationId)
    .executeTakeFirstOrThrow();
  return result as unknown as StoredResult | null;
}

/** Labels by period id, oldest period first. */
export async function periodLabels(
  reader: Reader,
  bureauId: string,
  periodIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (periodIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('period')
    .select(['id', 'label'])
    .where('bureau_id', '=', bureauId)
    .where('id', 'in', periodIds)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}

export function presentSimulation(
  ctx: Ctx,
  row: SimulationRow,
  labels: ReadonlyMap<string, string>,
): simulations.SimulationView {
  return {
    id: row.id,
    ruleSetId: row.rule_set_id,
    versionId: row.rule_set_version_id,
    version: row.version,
    versionState: row.version_state as VersionState,
    baseVersion: row.base_version,
    periods: [...labels].filter(([id]) => row.period_ids.includes(id)).map(([id, label]) => ({ id, label })),
    state: row.state as simulations.SimulationView['state'],
    step: row.step,
    doneSteps: row.done_steps,
    totalSteps: row.total_steps,
    failure: row.failure,
    requestedByName: row.requested_by_name,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    outdated: isOutdated(ctx, row),
  };
}

function isOutdated(ctx: Ctx, row: SimulationRow): boolean {
  if (row.tried_hash === null || row.version_state === 'published') return false;
  return !contentHash(ctx.deps.crypto, parseContent(row.content)).equals(row.tried_hash);
}
