import { divide, type Exact, larger, ZERO } from '../../kernel/exact.ts';
import { ceilToInteger, floorToInteger } from '../../kernel/rounding.ts';
import type { StepRounding } from '../scoring.ts';

/** How many steps lie in a distance: full ones, begun ones, or their exact share (§2 stepRounding). Never negative. */
export function countSteps(distance: Exact, step: Exact, rounding: StepRounding): Exact {
  const steps = larger(divide(distance, step), ZERO);
  if (rounding === 'prorata') return steps;
  return rounding === 'floor' ? floorToInteger(steps) : ceilToInteger(steps);
}
