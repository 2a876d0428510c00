import type { targets } from '@mingji/contract';
import { FAMILY_NAMES, type RuleSet } from '@mingji/engine';
import { clauseOf, type IndicatorPlace, indicatorPlaces } from '../rule-sets/index.ts';

const measured = new Set(['ratio', 'target', 'controlNumber']);

/** Quantities are issued for what is measured against a target; an event or a vote has none. */
export function isTargetable(place: IndicatorPlace): boolean {
  return measured.has(place.indicator.scoring.family);
}

/** The indicators of a rule set for which quantities can be issued, by code, in the order of the book. */
export function targetIndicators(ruleSet: RuleSet): Map<string, targets.TargetView['indicator']> {
  return new Map(
    indicatorPlaces(ruleSet)
      .filter(isTargetable)
      .map((place) => [place.indicator.code, presentIndicator(ruleSet, place)]),
  );
}

export function presentIndicator(ruleSet: RuleSet, place: IndicatorPlace): targets.TargetView['indicator'] {
  const { indicator, item, module } = place;
  const { scoring } = indicator;
  return {
    code: indicator.code,
    name: indicator.name,
    itemName: item.name,
    moduleName: module.name,
    owner: indicator.owner,
    familyName: FAMILY_NAMES[scoring.family],
    measureUnit: 'unit' in scoring && scoring.unit !== undefined ? scoring.unit : null,
    clauseText: clauseOf(ruleSet, indicator.clause)?.text ?? '',
  };
}
