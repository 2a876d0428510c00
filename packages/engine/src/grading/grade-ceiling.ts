import type { AppliedEffect } from '../rules/evaluation.ts';
import type { GradeScale } from './grade-scale.ts';

export interface CeilingFound {
  /** Index in the scale: the best grade still possible. */
  readonly at: number;
  readonly effect: AppliedEffect;
}

/** Of several ceilings the lowest wins (§9); one that names a grade of another scale says nothing here. */
export function lowestCeiling(scale: GradeScale, effects: readonly AppliedEffect[]): CeilingFound | null {
  let lowest: CeilingFound | null = null;
  for (const effect of effects) {
    if (effect.kind !== 'gradeCeiling') continue;
    const at = scale.indexOf.get(effect.grade ?? '');
    if (at !== undefined && at > (lowest?.at ?? -1)) lowest = { at, effect };
  }
  return lowest;
}
