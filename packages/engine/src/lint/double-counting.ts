import { isZero, sign } from '../kernel/exact.ts';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import type { NamedEvent } from '../rules/scoring.ts';
import {
  adviseAt,
  type LintCheck,
  type LintContext,
  type LintFinding,
  type LintPlace,
} from './lint-finding.ts';
import { number } from './reach.ts';

/** How much two names may share before they look like one: two thirds of their pairs of characters. */
const ALIKE = 0.8;

function plain(name: string): string {
  return name.replace(/[\p{P}\p{S}\s]/gu, '');
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
}

/** Dice coefficient over pairs of characters: 1 for the same, 0 for nothing in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return 1;
  const rest = pairs(right);
  const shared = pairs(left).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  const size = left.length + right.length - 2;
  return size <= 0 ? 0 : (2 * shared.length) / size;
}

function overlap<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((each) => b.includes(each));
}

/** Whether somebody could meet both. */
function sameSubjects({ subjects: a }: Indicator, { subjects: b }: Indicator): boolean {
  return overlap(a?.kinds, b?.kinds) && overlap(a?.sequences, b?.sequences);
}

const eventsOf = ({ scoring }: Indicator): readonly NamedEvent[] =>
  'events' in scoring ? scoring.events : [];

function pointsSign(event: NamedEvent): number {
  const points = number(event.points);
  return points === undefined || isZero(points) ? 0 : sign(points);
}

/** An event of the same name that adds, or deducts, in both. */
function sharedEvent(a: Indicator, b: Indicator): string | undefined {
  return eventsOf(a).find((own) =>
    eventsOf(b).some(
      (other) =>
        plain(own.name) === plain(other.name) &&
        pointsSign(own) !== 0 &&
        pointsSign(own) === pointsSign(other),
    ),
  )?.name;
}

function pairFinding(context: LintContext, a: LintPlace, b: LintPlace): LintFinding[] {
  const mend = '合并为一个指标，或写明两者各管什么；确为同一事项的，记分时使用同一事项编号';
  if (likeness(a.indicator.name, b.indicator.name) >= ALIKE) {
    const reason = `与“${a.indicator.name}”（${a.indicator.code}）名称相同或者十分接近，可能对同一件事重复记分`;
    return [adviseAt(b, { code: 'similarIndicators', reason, mend, words: [a.indicator.code], at: '.name' })];
  }
  const event = sharedEvent(a.indicator, b.indicator);
  const sameClause = a.indicator.clause === b.indicator.clause;
  if (event === undefined || !sameClause || context.ruleSet.matters !== undefined) return [];
  const reason = `与“${a.indicator.name}”（${a.indicator.code}）依据同一条款、都对“${event}”记分，又没有写明同一事项怎样计`;
  return [adviseAt(b, { code: 'sameEventTwice', reason, mend, words: [a.indicator.code, event] })];
}

function alikePairs(context: LintContext): LintFinding[] {
  return context.places.flatMap((b, at) =>
    context.places
      .slice(0, at)
      .flatMap((a) => (sameSubjects(a.indicator, b.indicator) ? pairFinding(context, a, b) : [])),
  );
}

/** The rule set an imported indicator speaks of, by its name or id. */
function importedFrom(context: LintContext, { indicator }: LintPlace): RuleSet | undefined {
  if (indicator.scoring.family !== 'imported') return undefined;
  const text = `${indicator.name} ${indicator.evidence ?? ''} ${context.clauseText(indicator.clause)}`;
  return context.others.find((other) => text.includes(other.name) || text.includes(other.id));
}

/** N9: a score that is imported and counted again by an indicator of the same name. */
function importedTwice(context: LintContext): LintFinding[] {
  return context.places.flatMap((place) => {
    const source = importedFrom(context, place);
    const inside = new Set(
      (source?.modules ?? []).flatMap((module) =>
        module.items.flatMap((item) => item.indicators.map((each) => plain(each.name))),
      ),
    );
    const twice = context.places.filter(
      (other) => other !== place && inside.has(plain(other.indicator.name)),
    );
    return twice.map((other) =>
      adviseAt(other, {
        code: 'importedTwice',
        reason: `“${place.indicator.name}”引用的得分里已经有这个指标，又在这里单独记分`,
        mend: '删去其中一处，或改为引用不含这个指标的得分',
        words: [place.indicator.code],
      }),
    );
  });
}

/** X6: one deed that would count twice. */
export const doubleCounting: LintCheck = (context) => [...alikePairs(context), ...importedTwice(context)];
