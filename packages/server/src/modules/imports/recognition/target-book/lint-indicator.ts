import type { RuleSet } from '@mingji/engine';
import { lintRuleSet } from '@mingji/engine';
import { proposeScoring } from './propose-scoring.ts';
import type { IndicatorFlag } from './target-book-values.ts';

/**
 * X6: what the engine's linter will say of this indicator once it stands in a rule set, shown already at the import.
 * Only what needs the legal office is kept: advice about codes and marks belongs to the editor.
 */
export function lintIndicator(name: string | null, rule: string | null): IndicatorFlag[] {
  const { scoring } = proposeScoring({ rule, marks: '1', target: '1' });
  const asRuleSet: RuleSet = {
    format: 'mingji/rule-set@1',
    id: 'import',
    name: '导入检查',
    version: '1',
    mode: 'accumulating',
    appraises: ['unit'],
    clauses: [{ id: 'c', text: rule ?? '' }],
    modules: [
      {
        code: 'm',
        name: '导入',
        items: [
          {
            code: 'i',
            name: '导入',
            indicators: [
              {
                code: 'x',
                name: name ?? '',
                clause: 'c',
                owner: '—',
                // A rule that was not understood is judged by its words alone, as plain events.
                scoring: scoring ?? { family: 'occurrence', events: [] },
              },
            ],
          },
        ],
      },
    ],
  };
  return lintRuleSet(asRuleSet)
    .filter((finding) => finding.needsSignOff)
    .map(({ code, words, reason, mend }) => ({ code, words: [...words], reason, mend }));
}
