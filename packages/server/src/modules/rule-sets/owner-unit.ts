import type { Indicator } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { routedOwners } from './owner-routes.ts';

export interface OwnerUnit {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Which method, and the unit whose office runs it; a period with its method is one. */
export interface Method {
  readonly ruleSetId: string;
  readonly unitPath: string;
}

/**
 * The department that owns the indicator (P9): by name or alias. Counties have departments of the same name, so of
 * several the one nearest to the rule set's own unit is meant; null when there is none, or two are equally near. For a
 * subject the office may have routed the indicator to the department of its own line.
 */
export async function ownerUnitOf(
  db: Reader,
  bureauId: string,
  method: Method,
  indicator: Pick<Indicator, 'owner' | 'code'>,
  subjectPath?: string,
): Promise<OwnerUnit | null> {
  const owners = await ownersFor(db, bureauId, method, [indicator], subjectPath);
  return owners.get(indicator.code) ?? null;
}

/** The same for several indicators, by code. */
export async function ownersFor(
  db: Reader,
  bureauId: string,
  method: Method,
  indicators: readonly Pick<Indicator, 'owner' | 'code'>[],
  subjectPath?: string,
): Promise<ReadonlyMap<string, OwnerUnit>> {
  const named = await ownerUnits(
    db,
    bureauId,
    method.unitPath,
    indicators.map(({ owner }) => owner),
  );
  const routed =
    subjectPath === undefined
      ? new Map<string, OwnerUnit>()
      : await routedOwners(db, bureauId, { ruleSetId: method.ruleSetId, subjectPath }, indicators);
  return new Map(
    indicators.flatMap(({ code, owner }) => {
      const unit = routed.get(code) ?? named.get(owner);
      return unit ? [[code, unit] as const] : [];
    }),
  );
}

/** The same for all owners of a rule set at once. */
export async function ownerUnits(
  db: Reader,
  bureauId: string,
  nearPath: string,
  owners: readonly string[],
): Promise<Map<string, OwnerUnit>> {
  const names = [...new Set(owners)];
  if (names.length === 0) return new Map();
  const byName = db
    .selectFrom('unit')
    .select(['unit.id', 'unit.name', 'unit.path', 'unit.name as asked'])
    .where('unit.bureau_id', '=', bureauId)
    .where('unit.abolished_on', 'is', null)
    .where('unit.name', 'in', names);
  const byAlias = db
    .selectFrom('unit_alias')
    .innerJoin('unit', 'unit.id', 'unit_alias.unit_id')
    .select(['unit.id', 'unit.name', 'unit.path', 'unit_alias.alias as asked'])
    .where('unit_alias.bureau_id', '=', bureauId)
    .where('unit.abolished_on', 'is', null)
    .where('unit_alias.alias', 'in', names);
  const rows = await byName.union(byAlias).execute();
  const result = new Map<string, OwnerUnit>();
  for (const owner of names) {
    const nearest = nearestOf(
      rows.filter((row) => row.asked === owner),
      nearPath,
    );
    if (nearest) result.set(owner, nearest);
  }
  return result;
}

function nearestOf(candidates: readonly OwnerUnit[], nearPath: string): OwnerUnit | null {
  const unique = [...new Map(candidates.map((unit) => [unit.id, unit])).values()].map(
    ({ id, name, path }) => ({ id, name, path, shared: sharedSteps(path, nearPath) }),
  );
  const best = Math.max(...unique.map((unit) => unit.shared));
  const nearest = unique.filter((unit) => unit.shared === best);
  const [only] = nearest;
  return nearest.length === 1 && only ? { id: only.id, name: only.name, path: only.path } : null;
}

function sharedSteps(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const differs = left.findIndex((step, index) => step !== right[index]);
  return differs === -1 ? left.length : differs;
}
