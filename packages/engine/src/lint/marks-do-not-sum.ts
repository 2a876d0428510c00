import { absolute, add, type Exact, isZero, multiply, ONE, sign, subtract, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { Item, RuleSet } from '../rules/rule-set.ts';
import { adviseAt, adviseOn, type LintCheck, type LintFinding, type LintPlace } from './lint-finding.ts';
import { number } from './reach.ts';

function differenceWords(difference: Exact): string {
  const size = toText(absolute(difference));
  return sign(difference) > 0 ? `多出 ${size} 分` : `还差 ${size} 分`;
}

function differs(name: string, path: string, sum: Exact, declared: Exact): LintFinding {
  const difference = subtract(sum, declared);
  return adviseOn(name, path, {
    code: 'marksDoNotSum',
    reason: `写明 ${toText(declared)} 分，下面合计 ${toText(sum)} 分，${differenceWords(difference)}`,
    mend: '核对各项分值，使合计正好等于写明的分值',
    words: [toText(difference)],
  });
}

const marksOf = (list: readonly { readonly marks?: string }[]): Exact =>
  list.reduce((sum, { marks }) => add(sum, number(marks) ?? ZERO), ZERO);

/** What an item hands out: to its leaves, and to lower methods that will fill what it opens (§16). */
function partsOf({ indicators, opens }: Item): readonly { readonly marks?: string }[] {
  return opens === undefined ? indicators : [...indicators, opens];
}

/** Leaves may leave a rest only to indicators without marks of their own. */
function itemDiffers(item: Item): Exact | null {
  const declared = number(item.marks);
  const parts = partsOf(item);
  if (declared === undefined || parts.every((part) => part.marks === undefined)) return null;
  const difference = subtract(marksOf(parts), declared);
  const mayLeaveRest = item.indicators.some((indicator) => indicator.marks === undefined);
  return isZero(difference) || (sign(difference) < 0 && mayLeaveRest) ? null : declared;
}

function totalOf(ruleSet: RuleSet): Exact {
  return ruleSet.modules.reduce(
    (sum, module) => add(sum, multiply(marksOf(module.items), number(module.weight) ?? ONE)),
    ZERO,
  );
}

function marksMissing(ruleSet: RuleSet, place: LintPlace): boolean {
  const { item, indicator } = place;
  if (ruleSet.mode !== 'percentage' || item.marks === undefined || indicator.marks !== undefined)
    return false;
  return item.indicators.some((other) => other.marks !== undefined);
}

/** §4: marks that do not sum, with the difference; a draft shows them before the check refuses them. */
export const marksDoNotSum: LintCheck = ({ ruleSet, places }) => {
  const findings: LintFinding[] = [];
  for (const [m, module] of ruleSet.modules.entries()) {
    for (const [i, item] of module.items.entries()) {
      const declared = itemDiffers(item);
      if (declared === null) continue;
      findings.push(differs(item.name, `modules[${m}].items[${i}].marks`, marksOf(partsOf(item)), declared));
    }
  }
  const total = number(ruleSet.totalMarks);
  if (ruleSet.mode === 'percentage' && total !== undefined) {
    const sum = totalOf(ruleSet);
    if (!isZero(subtract(sum, total))) findings.push(differs(ruleSet.name, 'totalMarks', sum, total));
  }
  for (const place of places) {
    if (!marksMissing(ruleSet, place)) continue;
    findings.push(
      adviseAt(place, {
        code: 'marksMissing',
        reason: '同一项目的其他指标写了分值，本指标没有写',
        mend: '写明分值，使各指标分值之和等于项目分值',
      }),
    );
  }
  return findings;
};
