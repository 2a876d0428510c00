import type { ruleSets } from '@mingji/contract';
import { type LintFinding, lintRuleSet, type RuleSet } from '@mingji/engine';

/** X6: what the linter flags, each with the opinion on record for exactly this wording, if there is one. */
export function findingsOf(ruleSet: RuleSet, signOffs: readonly ruleSets.SignOff[]): ruleSets.FindingView[] {
  return lintRuleSet(ruleSet)
    .slice(0, 500)
    .map((found) => {
      const key = keyOf(found);
      return {
        key,
        code: found.code,
        indicatorCode: found.indicator,
        indicatorName: found.name,
        message: `${found.indicator === '' ? '' : '指标'}「${found.name}」：${found.reason}`,
        mend: found.mend,
        words: found.words.slice(0, 20),
        needsSignOff: found.needsSignOff,
        signOff: signOffs.find((each) => each.findingKey === key) ?? null,
      };
    });
}

/** Reworded, the flag is a new one and wants a new opinion. */
function keyOf(found: LintFinding): string {
  return [found.code, found.indicator, found.name, ...found.words].join('|').slice(0, 300);
}
