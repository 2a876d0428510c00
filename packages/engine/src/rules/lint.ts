import { compare, ONE } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { indicatorPaths } from './check-rule-set.ts';
import { FORBIDDING_WORDS, LINT_WORDS, type LintWords, QUALITY_WORDS, QUANTITY_WORDS } from './lint-words.ts';
import type { Indicator, Item, RuleSet } from './rule-set.ts';

export interface LintFinding {
  readonly code: string;
  readonly indicator: string;
  readonly name: string;
  readonly path: string;
  /** Chinese: what is wrong, and how to mend it. */
  readonly reason: string;
  readonly mend: string;
  /** The words that were found. */
  readonly words: readonly string[];
  /** X6: publishing needs a reason and the legal office's sign-off; the others are advice. */
  readonly needsSignOff: boolean;
}

/** Families in which more of the thing means more points. */
const COUNTING = new Set(['ratio', 'target', 'rankBased', 'relativeToMean', 'tiers', 'controlNumber']);

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** 行政拘留 + 人数, with at most four characters between. */
function quotaIn(text: string, words: LintWords): string | undefined {
  const compound = words.compounds.find((word) => text.includes(word));
  if (compound !== undefined) return compound;
  for (const subject of words.subjects) {
    for (let at = text.indexOf(subject); at >= 0; at = text.indexOf(subject, at + 1)) {
      const after = text.slice(at + subject.length, at + subject.length + 8);
      const quantity = QUANTITY_WORDS.find((word) => {
        const where = after.indexOf(word);
        return where >= 0 && where <= 4 && !/[,;\uff0c\uff1b\u3001\u3002]/.test(after.slice(0, where));
      });
      if (quantity !== undefined) return `${subject}…${quantity}`;
    }
  }
  return undefined;
}

function unlawfulWord(indicator: Indicator, sentence: string, words: LintWords): string | undefined {
  const { name } = indicator;
  if (!includesAny(name, QUALITY_WORDS)) {
    const inName = quotaIn(name, words);
    if (inName !== undefined) return inName;
    const subject = words.subjects.find((word) => name.includes(word));
    if (subject !== undefined && COUNTING.has(indicator.scoring.family)) return subject;
  }
  if (includesAny(sentence, FORBIDDING_WORDS) || includesAny(sentence, QUALITY_WORDS)) return undefined;
  return quotaIn(sentence, words);
}

function lintIndicator(
  ruleSet: RuleSet,
  item: Item,
  indicator: Indicator,
  path: string,
  words: readonly LintWords[],
): LintFinding[] {
  const base = { indicator: indicator.code, name: indicator.name, path };
  const sentence = ruleSet.clauses.find((clause) => clause.id === indicator.clause)?.text ?? '';
  const findings: LintFinding[] = [];
  const advise = (code: string, reason: string, mend: string) =>
    findings.push({ ...base, code, reason, mend, words: [], needsSignOff: false });
  for (const kind of words) {
    const word = unlawfulWord(indicator, sentence, kind);
    if (word === undefined) continue;
    const { code, reason, mend } = kind;
    findings.push({ ...base, code, reason, mend, words: [word], needsSignOff: true });
    break;
  }
  if (indicator.owner.trim() === '') {
    advise('unowned', '没有归口部门，报上来的工作无人审核', '指定一个归口部门');
  }
  if (ruleSet.mode === 'percentage' && item.marks !== undefined && indicator.marks === undefined) {
    const others = item.indicators.some((other) => other.marks !== undefined);
    if (others)
      advise(
        'marksMissing',
        '同一项目的其他指标写了分值，本指标没有写',
        '写明分值，使各指标分值之和等于项目分值',
      );
  }
  if (
    indicator.scoring.family === 'ratio' &&
    exceedsOne(indicator.scoring.ceiling) &&
    !mayExceed(item, indicator)
  ) {
    advise(
      'ceilingWithoutExcess',
      `封顶比例 ${indicator.scoring.ceiling} 超过 1，但项目得分以满分封顶`,
      '如允许超额得分，请在项目上写 allowExcess: true',
    );
  }
  return findings;
}

function mayExceed(item: Item, indicator: Indicator): boolean {
  return item.allowExcess === true || indicator.allowExcess === true || item.high !== undefined;
}

function exceedsOne(ceiling: string | undefined): boolean {
  const value = ceiling === undefined ? undefined : parseRate(ceiling);
  return value !== undefined && compare(value, ONE) > 0;
}

/** X6: unlawful or unwise indicators, with the reason and how to mend them. The word list is data. */
export function lintRuleSet(
  ruleSet: RuleSet,
  words: readonly LintWords[] = LINT_WORDS,
): readonly LintFinding[] {
  return indicatorPaths(ruleSet).flatMap(({ item, indicator, path }) =>
    lintIndicator(ruleSet, item, indicator, path, words),
  );
}
