import { compare, divide, fromInteger, multiply, ONE, sign } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { SubjectKind } from '../rules/rule-set.ts';
import { adviseAt, adviseOn, type LintCheck, type LintContext, type LintFinding } from './lint-finding.ts';
import { number } from './reach.ts';

/** More indicators than this that one person has to meet is a burden (减负). */
const MOST_INDICATORS = 100;
const HALF = divide(ONE, fromInteger(2));
const KIND_NAMES: Readonly<Record<SubjectKind, string>> = { officer: '民警', unit: '单位' };

/** One indicator that outweighs all the others together; an imported score is many indicators. */
function dominating({ ruleSet, places }: LintContext): LintFinding[] {
  const total = number(ruleSet.totalMarks);
  if (total === undefined || sign(total) <= 0 || places.length < 2) return [];
  return places.flatMap((place) => {
    const marks = number(place.indicator.marks);
    if (marks === undefined || place.indicator.scoring.family === 'imported') return [];
    const share = divide(multiply(marks, number(place.module.weight) ?? ONE), total);
    if (compare(share, HALF) <= 0) return [];
    const hundredths = toText(multiply(share, fromInteger(100)));
    return [
      adviseAt(place, {
        code: 'indicatorDominates',
        reason: `一个指标占总分的 ${hundredths}%，超过其余指标之和`,
        mend: '降低这个指标的分值，或拆成几个指标',
        words: [hundredths],
        at: '.marks',
      }),
    ];
  });
}

/** How many indicators the most burdened of a kind has to meet. */
function burdenOf({ places }: LintContext, kind: SubjectKind): number {
  const scopes = places
    .map((place) => place.indicator.subjects)
    .filter((scope) => scope?.kinds === undefined || scope.kinds.includes(kind));
  const general = scopes.filter((scope) => scope?.sequences === undefined).length;
  const sequences = new Set(scopes.flatMap((scope) => scope?.sequences ?? []));
  const own = (code: string) => scopes.filter((scope) => scope?.sequences?.includes(code) === true).length;
  return general + Math.max(0, ...[...sequences].map(own));
}

function burdensome(context: LintContext): LintFinding[] {
  return context.ruleSet.appraises.flatMap((kind) => {
    const count = burdenOf(context, kind);
    if (count <= MOST_INDICATORS) return [];
    return [
      adviseOn(context.ruleSet.name, 'modules', {
        code: 'tooManyIndicators',
        reason: `一个${KIND_NAMES[kind]}要面对 ${count} 个指标，超过 ${MOST_INDICATORS} 个，负担过重`,
        mend: '合并、删减从未影响等次的指标',
        words: [`${count}`],
      }),
    ];
  });
}

/** X6: unwise weights and burdens. */
export const weighting: LintCheck = (context) => [...dominating(context), ...burdensome(context)];
