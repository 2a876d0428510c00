import type { ListRules, SuggestionRule } from '../rules/appraisal-rules.ts';
import type { RankedRow, Ranking } from '../rules/evaluation.ts';
import { firstAndLast } from './first-and-last.ts';

/** Somebody on a list, and what the method foresees for that list; people propose, the committee decides (N10, P17). */
export interface SuggestedUse {
  readonly rule: SuggestionRule;
  readonly row: RankedRow;
  /** Chinese: where on which list. */
  readonly fact: string;
}

const LIST_WORDS = { first: '列前几名', top: '列表扬名单', last: '列末几名' } as const;

/** Who of a ranked group may be proposed for what, by the method's own data. */
export function suggestedUses(ranking: Ranking, rules: ListRules): readonly SuggestedUse[] {
  const lists = firstAndLast(ranking, rules);
  return (rules.suggestions ?? []).flatMap((rule) =>
    lists[rule.among].map((row) => ({
      rule,
      row,
      fact: `${ranking.ranked} 个参加排名，第 ${row.rank} 名，${LIST_WORDS[rule.among]}`,
    })),
  );
}
