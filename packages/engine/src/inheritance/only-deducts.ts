import { sign } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { Indicator } from '../rules/rule-set.ts';
import type { NamedEvent, Scoring } from '../rules/scoring.ts';

function noGain(...points: readonly (string | undefined)[]): boolean {
  return points.every((text) => text === undefined || sign(exact(text)) <= 0);
}

function noGainOf(events: readonly NamedEvent[]): boolean {
  return events.every((event) => noGain(event.points, ...(event.byRole ?? []).map((share) => share.points)));
}

/** Whether no event of the scoring can add a point. */
export function scoringOnlyDeducts(scoring: Scoring): boolean {
  switch (scoring.family) {
    case 'occurrence':
    case 'deductFromFull':
    case 'ladder':
    case 'allOrNothing':
      return noGainOf(scoring.events);
    case 'band':
      return noGain(scoring.max);
    case 'target':
      return noGain(scoring.done, scoring.latePoints, scoring.short);
    case 'thresholdRate':
    case 'relativeToMean':
      return noGain(...scoring.sides.map((side) => side.points));
    case 'tiers':
      return noGain(...scoring.tiers.map((tier) => tier.points));
    case 'escalation':
      return noGain(...scoring.steps.map((step) => step.points));
    case 'controlNumber':
      return noGain(scoring.first, scoring.points);
    case 'lateness':
      return noGain(scoring.points);
    case 'effectOnly':
      return true;
    case 'ratio':
    case 'imported':
    case 'rankBased':
    case 'assessment':
      return false;
  }
}

/** A stricter limit or a local effect: no marks, nothing to gain (§16). It may be added anywhere. */
export function isLimit(indicator: Indicator): boolean {
  const factors = (indicator.multipliers ?? []).map((multiplier) => multiplier.factor);
  return (
    indicator.marks === undefined &&
    scoringOnlyDeducts(indicator.scoring) &&
    factors.every((factor) => sign(exact(factor)) >= 0)
  );
}
