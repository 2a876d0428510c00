import type { Problem } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { ruleSetOfVersion } from '../rule-sets/index.ts';
import { pilotRefusals } from './pilot-refusals.ts';
import { recordTargetEvents } from './record-events.ts';
import { targetIndicators } from './target-indicators.ts';

export interface IssueRow {
  readonly indicatorCode: string;
  readonly unitId: string;
  /** A decimal, not negative. */
  readonly quantity: string;
}
export interface IssueInput {
  readonly versionId: string;
  readonly year: number;
  readonly rows: readonly IssueRow[];
  readonly importBatchId: string | null;
}

/** Issues quantities from the root, all or none; every row that cannot be issued is told with its reason. */
export async function issueTargets(tx: Tx, ctx: Ctx, input: IssueInput): Promise<number> {
  const { bureauId, accountId } = ctx.actor;
  const scope = await ruleSetScope(tx, bureauId, input.versionId);
  const units = await unitsOf(tx, bureauId, input.rows);
  const indicators = targetIndicators(await ruleSetOfVersion(tx, bureauId, input.versionId));
  const outsidePilot = await pilotRefusals(tx, bureauId, input.year);
  const existing = await currentHolders(tx, scope.ruleSetId, input.year);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  input.rows.forEach((row, index) => {
    const message = reasonAgainst({ ctx, row, scope, units, indicators, existing, seen, outsidePilot });
    if (message !== null) problems.push({ path: `rows.${index}`, message });
  });
  if (problems.length > 0) {
    throw new Refusal(
      'refused',
      `有 ${problems.length} 项目标不能下达，请逐项改正后再下达（全部未生效）。`,
      problems,
    );
  }
  const rows = input.rows.map((row) => ({
    id: crypto.randomUUID(),
    bureau_id: bureauId,
    rule_set_version_id: input.versionId,
    indicator_code: row.indicatorCode,
    year: input.year,
    unit_id: row.unitId,
    quantity: row.quantity,
    import_batch_id: input.importBatchId,
    issued_by: accountId,
    issued_at: ctx.now,
  }));
  if (rows.length > 0) await tx.insertInto('target').values(rows).execute();
  await recordTargetEvents(
    tx,
    ctx,
    rows.map((row) => ({ targetId: row.id, action: 'issued' as const, reason: null })),
  );
  return rows.length;
}

interface UnitPlace {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}
interface Grounds {
  readonly ctx: Ctx;
  readonly row: IssueRow;
  readonly scope: { readonly path: string };
  readonly units: ReadonlyMap<string, UnitPlace>;
  readonly indicators: ReadonlyMap<string, { readonly name: string }>;
  readonly existing: readonly {
    readonly indicator_code: string;
    readonly path: string;
    readonly name: string;
  }[];
  readonly seen: Set<string>;
  readonly outsidePilot: (unit: UnitPlace) => string | null;
}

function reasonAgainst(grounds: Grounds): string | null {
  const { ctx, row, scope, units, indicators, existing, seen } = grounds;
  const unit = units.get(row.unitId);
  if (!unit) return '单位不存在或已撤销，请重新选择单位。';
  if (!unit.path.startsWith(scope.path)) return `“${unit.name}”不在本办法的适用单位之下，不能下达。`;
  const access = decideAccess(ctx.actor, 'target.issue', { unitPath: unit.path });
  if (!access.allowed) return `“${unit.name}”不在您的管理范围内，不能向其下达。`;
  const outside = grounds.outsidePilot(unit);
  if (outside !== null) return outside;
  const indicator = indicators.get(row.indicatorCode);
  if (!indicator) return `指标 ${row.indicatorCode} 不存在，或不按数量考核，不能下达目标数。`;
  const key = `${row.indicatorCode} ${row.unitId}`;
  if (seen.has(key)) return `指标“${indicator.name}”对“${unit.name}”重复填写，请合并为一行。`;
  seen.add(key);
  const clash = existing.find(
    (held) =>
      held.indicator_code === row.indicatorCode &&
      (held.path.startsWith(unit.path) || unit.path.startsWith(held.path)),
  );
  if (!clash) return null;
  if (clash.path === unit.path) return `指标“${indicator.name}”已向“${unit.name}”下达，请改用“调整”。`;
  return `指标“${indicator.name}”已向“${clash.name}”下达，与“${unit.name}”是上下级，同一数量会计两次。请从上级分解。`;
}

/** Holds the rule set's row: two people who issue at once see each other's targets. */
async function ruleSetScope(tx: Tx, bureauId: string, versionId: string) {
  const row = await tx
    .selectFrom('rule_set_version')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['unit.path', 'rule_set.id as ruleSetId'])
    .where('rule_set_version.bureau_id', '=', bureauId)
    .where('rule_set_version.id', '=', versionId)
    .forUpdate('rule_set')
    .executeTakeFirst();
  if (!row) throw notFound('办法版本');
  return row;
}

async function unitsOf(tx: Tx, bureauId: string, rows: readonly IssueRow[]): Promise<Map<string, UnitPlace>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('bureau_id', '=', bureauId)
    .where('abolished_on', 'is', null)
    .where('id', 'in', [...new Set(rows.map((row) => row.unitId))])
    .execute();
  return new Map(found.map((unit) => [unit.id, unit]));
}

/** Of all versions: a new version of the rules does not make the year's quantity a second time. */
function currentHolders(tx: Tx, ruleSetId: string, year: number) {
  return tx
    .selectFrom('target')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'target.rule_set_version_id')
    .innerJoin('unit', 'unit.id', 'target.unit_id')
    .select(['target.indicator_code', 'unit.path', 'unit.name'])
    .where('rule_set_version.rule_set_id', '=', ruleSetId)
    .where('target.year', '=', year)
    .where('target.state', '=', 'issued')
    .where('target.officer_id', 'is', null)
    .execute();
}
