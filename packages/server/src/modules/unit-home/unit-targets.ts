import type { unitHome } from '@mingji/contract';
import { divide, HUNDRED, isZero, multiply, parseDecimal, toFixedText } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { localDay } from '../../local-day.ts';
import { publishedRuleSet } from '../rule-sets/index.ts';
import { targetIndicators, unitActuals } from '../targets/index.ts';

type Target = unitHome.UnitHome['targets'][number];

/** The quantities issued to the unit this year, and how much of each was accepted there and below (§14). */
export async function unitTargets(ctx: Ctx, unit: { readonly id: string }): Promise<Target[]> {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const year = Number(localDay(ctx.now, timeZone).slice(0, 4));
  const rows = await db
    .selectFrom('target')
    .innerJoin('rule_set_version as version', 'version.id', 'target.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .select(['target.indicator_code', 'target.quantity', 'target.rule_set_version_id'])
    .select(['rule_set.id as rule_set_id', 'rule_set.name as rule_set_name'])
    .where('target.bureau_id', '=', bureauId)
    .where('target.unit_id', '=', unit.id)
    .where('target.officer_id', 'is', null)
    .where('target.year', '=', year)
    .where('target.state', '=', 'issued')
    .orderBy('rule_set.code')
    .orderBy('target.indicator_code')
    .limit(200)
    .execute();
  const targets: Target[] = [];
  for (const ruleSetId of new Set(rows.map((row) => row.rule_set_id))) {
    const actuals = await unitActuals(db, { bureauId, ruleSetId, year }, [unit.id]);
    for (const row of rows.filter((each) => each.rule_set_id === ruleSetId)) {
      const ruleSet = await publishedRuleSet(db, bureauId, row.rule_set_version_id);
      const indicator = targetIndicators(ruleSet).get(row.indicator_code);
      const actual = actuals(row.indicator_code, unit.id);
      targets.push({
        code: row.indicator_code,
        name: indicator?.name ?? row.indicator_code,
        versionId: row.rule_set_version_id,
        ruleSetName: row.rule_set_name,
        measureUnit: indicator?.measureUnit ?? null,
        quantity: row.quantity,
        actual,
        percent: percentOf(actual, row.quantity),
      });
    }
  }
  return targets;
}

/** 148 % is a fact, not an error; of nothing asked there is no share. */
export function percentOf(actual: string, quantity: string): string | null {
  const [done, asked] = [parseDecimal(actual), parseDecimal(quantity)];
  if (done === undefined || asked === undefined || isZero(asked)) return null;
  return toFixedText(multiply(divide(done, asked), HUNDRED), { digits: 1, mode: 'halfAwayFromZero' });
}
