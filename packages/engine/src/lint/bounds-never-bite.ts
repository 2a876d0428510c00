import {
  absolute,
  compare,
  type Exact,
  fromInteger,
  multiply,
  negate,
  sign,
  subtract,
  ZERO,
} from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { countSteps } from '../rules/families/steps.ts';
import type { Item, Module } from '../rules/rule-set.ts';
import { adviseAt, adviseOn, type LintCheck, type LintFinding, type LintPlace } from './lint-finding.ts';
import { changeReach, itemsReach, leavesReach, number, type Reach, staysAbove, staysBelow } from './reach.ts';

/** What a bound of the leaf or of the item cuts off anyway: deductions cannot cost more than the marks. */
function deductible({ indicator, item }: LintPlace): Exact | undefined {
  const own = number(indicator.marks);
  if (own !== undefined && (indicator.floorAtLeaf ?? item.floorAtLeaf ?? false)) return own;
  const alone = item.indicators.length === 1 && item.low === undefined;
  return alone ? number(item.marks) : undefined;
}

function capNeverBites(place: LintPlace): LintFinding[] {
  const cap = number(place.indicator.cap);
  if (cap === undefined) return [];
  const reach = changeReach(place.indicator);
  const limit = deductible(place);
  const cutAnyway = limit !== undefined && staysBelow(reach, ZERO) && compare(cap, limit) >= 0;
  if (!cutAnyway && !(staysBelow(reach, cap) && staysAbove(reach, negate(cap)))) return [];
  return [
    adviseAt(place, {
      code: 'capNeverBites',
      reason: `上限 ${toText(cap)} 分不起作用，按规则加减到不了这么多`,
      mend: '调低上限，或删去它',
      words: [toText(cap)],
      at: '.cap',
    }),
  ];
}

/** A leaf's floor at or below what its cap still leaves. */
function floorNeverBites(place: LintPlace): LintFinding[] {
  const { scoring, marks, cap } = place.indicator;
  const floor = 'floor' in scoring ? number(scoring.floor) : undefined;
  const [full, most] = [number(marks), number(cap)];
  if (floor === undefined || full === undefined || most === undefined) return [];
  if (compare(floor, subtract(full, most)) > 0) return [];
  return [
    adviseAt(place, {
      code: 'floorNeverBites',
      reason: `保底 ${toText(floor)} 分不起作用，按上限最多扣 ${toText(most)} 分`,
      mend: '调高保底，或删去它',
      words: [toText(floor)],
      at: '.scoring.floor',
    }),
  ];
}

/** A cap on one late piece that is void before it costs so much. */
function lateCapNeverBites(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  if (scoring.family !== 'lateness' || scoring.voidAfter === undefined) return [];
  const [points, per, cap] = [number(scoring.points), number(scoring.per ?? '1'), number(scoring.cap)];
  if (points === undefined || per === undefined || sign(per) <= 0 || cap === undefined) return [];
  const steps = countSteps(fromInteger(scoring.voidAfter), per, scoring.stepRounding ?? 'ceil');
  const most = multiply(absolute(points), steps);
  if (compare(cap, most) < 0) return [];
  return [
    adviseAt(place, {
      code: 'lateCapNeverBites',
      reason: `单件上限 ${toText(cap)} 分不起作用，逾期 ${scoring.voidAfter} 日就已作废，此前最多扣 ${toText(most)} 分`,
      mend: '调低单件上限，或删去它',
      words: [toText(cap)],
      at: '.scoring.cap',
    }),
  ];
}

/** A ratio's ceiling above 1 where the full marks are the end anyway. */
function ceilingWithoutExcess(place: LintPlace): LintFinding[] {
  const { indicator, item } = place;
  if (indicator.scoring.family !== 'ratio') return [];
  const ceiling = number(indicator.scoring.ceiling);
  if (ceiling === undefined || compare(ceiling, fromInteger(1)) <= 0) return [];
  if (item.allowExcess === true || indicator.allowExcess === true || item.high !== undefined) return [];
  return [
    adviseAt(place, {
      code: 'ceilingWithoutExcess',
      reason: `封顶比例 ${indicator.scoring.ceiling} 超过 1，但项目得分以满分封顶`,
      mend: '如允许超额得分，请在项目上写 allowExcess: true',
      words: [toText(ceiling)],
      at: '.scoring.ceiling',
    }),
  ];
}

/** `low` and `high` of an item or a module, against what is below them. */
function boundsOf(bounded: Item | Module, reach: Reach, path: string): LintFinding[] {
  const [low, high] = [number(bounded.low), number(bounded.high)];
  const findings: LintFinding[] = [];
  if (high !== undefined && staysBelow(reach, high)) {
    findings.push(
      adviseOn(bounded.name, `${path}.high`, {
        code: 'highNeverBites',
        reason: `上限 ${toText(high)} 分不起作用，下面的得分合起来到不了这么多`,
        mend: '调低上限，或删去它',
        words: [toText(high)],
      }),
    );
  }
  if (low !== undefined && staysAbove(reach, low)) {
    findings.push(
      adviseOn(bounded.name, `${path}.low`, {
        code: 'lowNeverBites',
        reason: `下限 ${toText(low)} 分不起作用，下面的得分合起来低不到这么少`,
        mend: '调高下限，或删去它',
        words: [toText(low)],
      }),
    );
  }
  return findings;
}

/** X6: ceilings, floors and bounds that never bite. */
export const boundsNeverBite: LintCheck = ({ ruleSet, places }) => [
  ...places.flatMap((place) => [
    ...capNeverBites(place),
    ...floorNeverBites(place),
    ...lateCapNeverBites(place),
    ...ceilingWithoutExcess(place),
  ]),
  ...ruleSet.modules.flatMap((module, m) => [
    ...boundsOf(module, itemsReach(module), `modules[${m}]`),
    ...module.items.flatMap((item, i) => boundsOf(item, leavesReach(item), `modules[${m}].items[${i}]`)),
  ]),
];
