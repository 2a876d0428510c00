import { words } from '../explain/number-words.ts';
import { absolute, compare, type Exact, sign, sumOf } from '../kernel/exact.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { NamedEvent } from '../rules/scoring.ts';
import { rolesOfEvent } from '../sharing/role-rules.ts';
import { adviseAt, type LintCheck } from './lint-finding.ts';
import { number } from './reach.ts';

/** What the officers of one matter may get together, when one of each role takes part. */
function officersTogether(ruleSet: RuleSet, event: NamedEvent): Exact | null {
  const officers = rolesOfEvent(ruleSet, event).filter(
    ({ goesTo }) => goesTo === 'reporter' || goesTo === 'named',
  );
  if (officers.length === 0) return null;
  const points = officers.map(({ code }) => number(event.byRole?.find(({ role }) => role === code)?.points));
  return points.some((each) => each === undefined)
    ? null
    : sumOf(points.filter((each) => each !== undefined));
}

/** X5: under ⚙split = fixedTotal the parts of the officers may not exceed the matter's standard. */
export const roleSplitExceeds: LintCheck = (context) => {
  if ((context.ruleSet.matters?.split ?? 'fixedTotal') !== 'fixedTotal') return [];
  return context.places.flatMap((place) => {
    const { scoring } = place.indicator;
    if (!('events' in scoring)) return [];
    return scoring.events.flatMap((event, at) => {
      const standard = number(event.points);
      const together = officersTogether(context.ruleSet, event);
      if (standard === undefined || together === null || sign(standard) <= 0) return [];
      if (compare(absolute(together), standard) <= 0) return [];
      return [
        adviseAt(place, {
          code: 'roleSplitExceeds',
          reason: `“${event.name}”按角色分给各人的合计 ${words(together)} 分，超过标准 ${words(standard)} 分，审定时会被拒绝`,
          mend: '把各角色的分值改到合计不超过标准，或在 matters.split 写明 each 各得各的',
          words: [event.code],
          at: `.scoring.events[${at}].byRole`,
        }),
      ];
    });
  });
};
