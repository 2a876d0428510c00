import type { Problem } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { indicatorPlaces } from './indicator-of.ts';

/** Targets that came with an import hang on the codes of indicators of this very version (P5). */
export async function targetCodes(db: Reader, versionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('target')
    .select('indicator_code')
    .distinct()
    .where('rule_set_version_id', '=', versionId)
    .where('state', '=', 'issued')
    .orderBy('indicator_code')
    .limit(500)
    .execute();
  return rows.map((row) => row.indicator_code);
}

/** Issued targets whose indicator the text does not have: they would hang in the air. */
export function orphanedTargets(codes: readonly string[], content: RuleSet): Problem[] {
  const known = new Set(indicatorPlaces(content).map(({ indicator }) => indicator.code));
  return codes
    .filter((code) => !known.has(code))
    .map((code) => ({
      path: `targets.${code}`,
      message: `已下达的目标引用了指标代码 ${code}，草稿中却没有这个指标。请恢复该代码，或先撤回目标。`,
    }));
}

/** An indicator with targets, or the item or module around it, is not taken out of the draft. */
export async function refuseLosingTargets(
  db: Reader,
  versionId: string,
  before: RuleSet,
  after: RuleSet,
): Promise<void> {
  const places = indicatorPlaces(before).filter(
    ({ indicator }) => !indicatorPlaces(after).some((each) => each.indicator.code === indicator.code),
  );
  if (places.length === 0) return;
  const targeted = new Set(await targetCodes(db, versionId));
  const lost = places.filter(({ indicator }) => targeted.has(indicator.code));
  if (lost.length === 0) return;
  throw new Refusal(
    'refused',
    '有指标已下达目标，不能从草稿中删除。请先收回这些目标，或保留指标。',
    lost.map(({ indicator }) => ({
      path: `indicators.${indicator.code}`,
      message: `指标“${indicator.name}”已下达目标。`,
    })),
  );
}
