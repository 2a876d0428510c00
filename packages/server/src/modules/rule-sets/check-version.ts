import type { Problem } from '@mingji/contract';
import { checkRuleSet, type RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { indicatorPlaces } from './indicator-of.ts';
import { type OwnerUnit, ownerUnits } from './owner-unit.ts';

export interface OwnerLine {
  readonly owner: string;
  readonly unit: OwnerUnit | null;
}

/** Each owner named by an indicator, with the unit it is understood as (P9). */
export async function ownersOf(
  db: Reader,
  bureauId: string,
  nearPath: string,
  ruleSet: RuleSet,
): Promise<OwnerLine[]> {
  const names = [...new Set(indicatorPlaces(ruleSet).map(({ indicator }) => indicator.owner))];
  const found = await ownerUnits(db, bureauId, nearPath, names);
  return names.map((owner) => ({ owner, unit: found.get(owner) ?? null }));
}

/** Everything that keeps a version from being published: the engine's checks, and owners nobody knows. */
export function problemsOf(ruleSet: RuleSet, owners: readonly OwnerLine[]): Problem[] {
  const unknown = new Set(owners.filter((line) => line.unit === null).map((line) => line.owner));
  return [
    ...checkRuleSet(ruleSet).map(({ path, message, clause }) =>
      clause === undefined ? { path, message } : { path, message, clause },
    ),
    ...indicatorPlaces(ruleSet)
      .filter(({ indicator }) => indicator.owner.trim() !== '' && unknown.has(indicator.owner))
      .map(({ indicator }) => ({
        path: `indicators.${indicator.code}.owner`,
        message: `指标“${indicator.name}”的归口部门“${indicator.owner}”在机构中找不到，或有几个同名单位。请在“机构人员”中补充别名，或改正部门名称。`,
        clause: indicator.clause,
      })),
  ].slice(0, 500);
}
