import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { partsChanges } from './compare-parts.ts';
import { type ChangedLine, changedLine } from './rule-change.ts';

/** What one indicator, known by its code, says otherwise in the next version: rule, marks, owner, place, clause (P12). */
export function changesOfIndicator(old: RuleSet, next: RuleSet, code: string): readonly ChangedLine[] {
  const [before, after] = [indicatorAt(old, code), indicatorAt(next, code)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return changedLine('指标', undefined, after?.name);
  if (after === undefined) return changedLine('指标', before.name, undefined);
  const change = partsChanges(old, next).find(({ key }) => key === `指标 ${code}`);
  return [...(change?.lines ?? []), ...changedLine('条款原文', wordsOf(old, before), wordsOf(next, after))];
}

function indicatorAt({ modules }: RuleSet, code: string): Indicator | undefined {
  return modules
    .flatMap(({ items }) => items)
    .flatMap(({ indicators }) => indicators)
    .find((indicator) => indicator.code === code);
}

function wordsOf({ clauses }: RuleSet, { clause }: Indicator): string | undefined {
  return clauses.find(({ id }) => id === clause)?.text;
}
