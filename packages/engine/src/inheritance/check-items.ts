import { sign } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { Indicator, Item, Module } from '../rules/rule-set.ts';
import { checkOpening } from './check-opening.ts';
import { checkScoring } from './check-scoring.ts';
import type { FieldRule } from './field-rule.ts';
import type { InheritanceCheck, Place } from './inheritance-check.ts';
import { isLimit, scoringOnlyDeducts } from './only-deducts.ts';
import {
  CAP_ON_ADDITIONS,
  CAP_ON_DEDUCTIONS,
  INDICATOR_FIELDS,
  ITEM_FIELDS,
  MODULE_FIELDS,
} from './tightening.ts';

/** Modules, items and indicators of the upper method as they stand below, and what stands beside them. */
export function checkModules(check: InheritanceCheck): void {
  const below = new Map(check.lower.modules.map((module, at) => [module.code, { module, at }]));
  for (const upper of check.upper.modules) {
    const own = below.get(upper.code);
    below.delete(upper.code);
    const place = {
      path: own === undefined ? 'modules' : `modules[${own.at}]`,
      name: `模块“${upper.name}”`,
      upperClause: firstClause(upper.items),
      lowerClause: own && firstClause(own.module.items),
    };
    if (own === undefined) check.removed(place, '');
    else checkModule(check, place, upper, own.module);
  }
  for (const { module, at } of below.values()) {
    const name = `模块“${module.name}”`;
    const lowerClause = firstClause(module.items);
    const place = { path: `modules[${at}]`, name, upperClause: undefined, lowerClause };
    const gives = module.weight !== undefined || isPositive(module.low) || !module.items.every(givesNothing);
    if (gives) refuseAdded(check, place);
  }
}

function firstClause(items: readonly Item[]): string | undefined {
  return items
    .map((item) => item.clause ?? item.indicators[0]?.clause)
    .find((clause) => clause !== undefined);
}

function checkModule(check: InheritanceCheck, place: Place, upper: Module, lower: Module): void {
  check.fields(place, MODULE_FIELDS, upper, lower, ['items']);
  const below = new Map(lower.items.map((item, at) => [item.code, { item, at }]));
  for (const item of upper.items) {
    const own = below.get(item.code);
    below.delete(item.code);
    const upperClause = { clause: firstClause([item]) ?? place.upperClause };
    const lowerClause = own && { clause: firstClause([own.item]) };
    const path = own === undefined ? 'items' : `items[${own.at}]`;
    const spot = check.within({ ...place, name: '' }, path, `项目“${item.name}”`, upperClause, lowerClause);
    if (own === undefined) check.removed(spot, '');
    else checkItem(check, spot, item, own.item);
  }
  for (const { item, at } of below.values()) {
    const spot = { ...place, path: `${place.path}.items[${at}]`, name: `项目“${item.name}”` };
    if (!givesNothing(item)) refuseAdded(check, { ...spot, lowerClause: firstClause([item]) });
  }
}

/** Modules and items of the lower method's own are for stricter limits and local effects only. */
function refuseAdded(check: InheritanceCheck, place: Place): void {
  check.refuse(
    'addedGives',
    place,
    `${place.name}是本级增加的，带有分值、权重、开放或可以加分`,
    '本级增加的模块、项目只能放不设分值、只扣分或只产生后果的指标；加分和分值请写在上级开放的项目里',
  );
}

function givesNothing(item: Item): boolean {
  return (
    item.marks === undefined &&
    !isPositive(item.low) &&
    item.opens === undefined &&
    item.indicators.every(isLimit)
  );
}

function isPositive(text: string | undefined): boolean {
  return text !== undefined && sign(exact(text)) > 0;
}

function checkItem(check: InheritanceCheck, place: Place, upper: Item, lower: Item): void {
  check.fields(place, ITEM_FIELDS, upper, lower, ['indicators', 'opens', 'high']);
  check.field(place, 'high', { may: 'lower', ...impliedHigh(upper) }, upper.high, lower.high);
  const above = new Map(upper.indicators.map((indicator) => [indicator.code, indicator]));
  for (const [at, indicator] of lower.indicators.entries()) {
    const inherited = above.get(indicator.code);
    if (inherited === undefined) continue;
    const name = `指标“${inherited.name}”`;
    const spot = check.within({ ...place, name: '' }, `indicators[${at}]`, name, inherited, indicator);
    checkIndicator(check, spot, inherited, indicator);
  }
  checkOpening(check, place, upper, lower);
}

/** Without a bound of its own an item stays within its marks (§4): a lower method may not lift that either. */
function impliedHigh({ marks, allowExcess }: Item): { readonly absent?: string } {
  return marks === undefined || allowExcess === true ? {} : { absent: marks };
}

function checkIndicator(check: InheritanceCheck, place: Place, upper: Indicator, lower: Indicator): void {
  check.fields(place, INDICATOR_FIELDS, upper, lower, ['scoring', 'cap']);
  check.field(place, 'cap', capRule(upper), upper.cap, lower.cap);
  checkScoring(check, place, upper.scoring, lower.scoring);
}

/** What both adds and deducts has one cap for both: it stays. */
function capRule({ scoring }: Indicator): FieldRule {
  if (scoringOnlyDeducts(scoring)) return CAP_ON_DEDUCTIONS;
  const both = 'events' in scoring && scoring.events.some((event) => sign(exact(event.points)) < 0);
  return both || !('events' in scoring) ? { may: 'nothing' } : CAP_ON_ADDITIONS;
}
