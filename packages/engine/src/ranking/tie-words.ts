import type { RuleSet, TieBreaker } from '../rules/rule-set.ts';

/** §7: how equals are told apart, in a sentence for everybody who reads a ranking. */
export function tieWords(ruleSet: Pick<RuleSet, 'ranking' | 'modules'>): string {
  const breakers = ruleSet.ranking?.tieBreakers ?? [];
  if (breakers.length === 0) return '得分相同的名次并列';
  const words = breakers.map((breaker) => breakerWords(ruleSet, breaker)).join('、');
  return `得分相同的${breakers.length > 1 ? '依次' : ''}比较：${words}；仍相同的名次并列`;
}

function breakerWords({ modules }: Pick<RuleSet, 'modules'>, breaker: TieBreaker): string {
  if (breaker.by === 'fewerDeductions') return '扣分少的在前';
  const items = modules.flatMap((module) => module.items);
  const parts = breaker.by === 'item' ? items : items.flatMap((item) => item.indicators);
  const name = parts.find(({ code }) => code === breaker.code)?.name ?? breaker.code;
  return `“${name}”得分${breaker.better === 'low' ? '低' : '高'}的在前`;
}
