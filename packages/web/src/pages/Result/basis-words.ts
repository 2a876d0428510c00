import type { results } from '@mingji/contract';

/** What the number rests on: the rules in their version, and whether the month can still change. */
export function basisWords({ ruleSet, period }: results.ResultView): string {
  const rules = `依据《${ruleSet.name}》第 ${ruleSet.version} 版`;
  return period.sealed ? `${rules}，周期已封存。` : `${rules}，周期尚未封存。`;
}
