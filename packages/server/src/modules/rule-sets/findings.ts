import type { ruleSets } from '@mingji/contract';
import { codedPath, isInherited, type LintFinding, lintRuleSet, type RuleSet } from '@mingji/engine';
import type { UpperVersion } from './upper-version.ts';

/**
 * X6: what the linter flags, each with the opinion on record for exactly this wording, if there is one. What a lower
 * method takes over word for word is the upper office's to answer.
 */
export function findingsOf(
  ruleSet: RuleSet,
  signOffs: readonly ruleSets.SignOff[],
  upper: Pick<UpperVersion, 'content'> | null,
): ruleSets.FindingView[] {
  return lintRuleSet(ruleSet)
    .filter(({ path }) => upper === null || !isInherited(upper.content, ruleSet, codedPath(ruleSet, path)))
    .slice(0, 500)
    .map((found) => {
      const key = keyOf(found);
      return {
        key,
        code: found.code,
        indicatorCode: found.indicator,
        indicatorName: found.name,
        message: `${found.indicator === '' ? '' : '指标'}“${found.name}”：${found.reason}`,
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
