import { add, type Exact, isZero, sign, subtract, ZERO } from '../kernel/exact.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import type { Opening } from '../rules/appraisal-rules.ts';
import type { Indicator, Item } from '../rules/rule-set.ts';
import type { InheritanceCheck, Place } from './inheritance-check.ts';
import { isLimit } from './only-deducts.ts';

/** What is filled into an opened item, what is left out of it, and what is opened further (§16). */
export function checkOpening(check: InheritanceCheck, place: Place, upper: Item, lower: Item): void {
  const above = new Set(upper.indicators.map((indicator) => indicator.code));
  const added = lower.indicators.filter((indicator) => !above.has(indicator.code));
  const filled = added.filter((indicator) => !isLimit(indicator));
  const spot = { ...place, upperClause: upper.opens?.clause ?? place.upperClause };
  const freed = checkLeftOut(check, spot, upper, lower);
  if (upper.opens === undefined || !opensForMore(upper.opens)) refuseFilled(check, spot, lower, filled);
  else checkFilled(check, spot, { opening: upper.opens, freed, filled, lower });
  if (lower.opens !== undefined) checkOpenedFurther(check, spot, upper.opens, lower.opens, added);
}

/** An opening that only names what may be left out is not one to fill. */
function opensForMore(opening: Opening): boolean {
  return opening.marks !== undefined || opening.maxIndicators !== undefined || opening.optional === undefined;
}

function spotOf(check: InheritanceCheck, place: Place, lower: Item, indicator: Indicator): Place {
  const path = `indicators[${lower.indicators.indexOf(indicator)}]`;
  return check.within({ ...place, name: '' }, path, `指标“${indicator.name}”`, undefined, indicator);
}

function refuseFilled(
  check: InheritanceCheck,
  place: Place,
  lower: Item,
  filled: readonly Indicator[],
): void {
  for (const indicator of filled) {
    const spot = spotOf(check, place, lower, indicator);
    check.refuse(
      'itemNotOpened',
      spot,
      `${place.name}没有向下级开放，${spot.name}不能增加`,
      '不设分值、只扣分或只产生后果的指标可以增加；其他的请写在上级开放的项目里',
    );
  }
}

/** The marks of the upper indicators that are left out: the lower method's own take them up. */
function checkLeftOut(check: InheritanceCheck, place: Place, upper: Item, lower: Item): Exact {
  const present = new Set(lower.indicators.map((indicator) => indicator.code));
  let freed = ZERO;
  for (const indicator of upper.indicators) {
    if (present.has(indicator.code)) continue;
    const reason = check.lower.without?.find((line) => line.indicator === indicator.code);
    const own = { clause: reason?.clause };
    const name = `指标“${indicator.name}”`;
    if (upper.opens?.optional?.includes(indicator.code) !== true) {
      check.removed(check.within({ ...place, name: '' }, 'indicators', name, indicator, own), '');
    } else if (reason === undefined) {
      const spot = check.within({ ...place, name: '' }, 'indicators', name, indicator);
      check.refuse(
        'leftOutUnexplained',
        spot,
        `${name}没有采用，也没有写明依据`,
        '请在 without 中写明指标和本级条款',
      );
    } else freed = add(freed, exact(indicator.marks ?? '0'));
  }
  return freed;
}

interface Filling {
  readonly opening: Opening;
  readonly freed: Exact;
  readonly filled: readonly Indicator[];
  readonly lower: Item;
}

function checkFilled(check: InheritanceCheck, item: Place, { opening, freed, filled, lower }: Filling): void {
  // The clause that went too far is one of the lower method's own, not the one the item came with.
  const lowerClause = filled[0]?.clause ?? lower.opens?.clause ?? item.lowerClause;
  const place = { ...item, lowerClause };
  const due = add(exact(opening.marks ?? '0'), freed);
  const marks = [...filled.map((indicator) => indicator.marks), lower.opens?.marks];
  const given = marks.reduce<Exact>((sum, one) => add(sum, exact(one ?? '0')), ZERO);
  const difference = subtract(given, due);
  if (!isZero(difference)) {
    const more = sign(difference) > 0 ? '多出' : '还差';
    const size = toText(sign(difference) > 0 ? difference : subtract(ZERO, difference));
    check.refuse(
      'openedMarksMismatch',
      place,
      `${place.name}开放 ${toText(due)} 分，本级指标和再开放的分值合计 ${toText(given)} 分，${more} ${size} 分`,
      '请使本级指标的分值之和等于开放的分值',
    );
  }
  for (const indicator of isZero(due) ? [] : filled) {
    if (indicator.marks !== undefined) continue;
    const spot = spotOf(check, place, lower, indicator);
    check.refuse('marksMissing', spot, `${spot.name}占用开放的分值，却没有写分值`, '请写明 marks');
  }
  const count = filled.length + (lower.opens?.maxIndicators ?? 0);
  if (opening.maxIndicators === undefined || count <= opening.maxIndicators) return;
  check.refuse(
    'tooManyIndicators',
    place,
    `${place.name}最多开放 ${opening.maxIndicators} 个指标，本级用了和再开放了 ${count} 个`,
    '请合并或减少指标',
  );
}

/** Opened further is only what was opened here: marks and numbers count as filled, and only own indicators may be left. */
function checkOpenedFurther(
  check: InheritanceCheck,
  place: Place,
  upper: Opening | undefined,
  lower: Opening,
  added: readonly Indicator[],
): void {
  const spot = { ...place, path: `${place.path}.opens`, lowerClause: lower.clause };
  const own = new Set(added.map((indicator) => indicator.code));
  const foreign = (lower.optional ?? []).filter((code) => !own.has(code));
  const more = opensForMore(lower);
  const unbounded = upper?.maxIndicators !== undefined && more && lower.maxIndicators === undefined;
  const notGiven = more && (upper === undefined || !opensForMore(upper));
  if (!notGiven && !unbounded && foreign.length === 0) return;
  const what = notGiven
    ? '上级没有开放，本级不能再开放'
    : unbounded
      ? `上级限定最多 ${upper?.maxIndicators} 个指标，本级再开放时没有限定`
      : `允许下级不采用的 ${foreign.join('、')} 不是本级的指标`;
  check.refuse('openingTooWide', spot, `${place.name}${what}`, '只能在本级自己填写的范围内再开放');
}
