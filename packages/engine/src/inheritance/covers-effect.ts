import { compare } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { EffectKind, EffectRule } from '../rules/scoring.ts';

/** An effect that is at least as heavy as the other one in every case. */
const HEAVIER: Readonly<Partial<Record<EffectKind, readonly EffectKind[]>>> = {
  gradeCeiling: ['noGrade'],
  zeroItem: ['zeroTotal'],
  rankLast: ['excludeFromRanking'],
};

/** The routine grades, and those of the year. */
export type Scales = readonly (readonly Grade[])[];

function placeOf(grades: readonly Grade[], named: string | undefined): number {
  return grades.findIndex((grade) => grade.code === named || grade.name === named);
}

/** The same grade, or a lower one of the same scale: routine grades and the year's are two scales. */
function noBetter(scales: Scales, lower: string | undefined, upper: string | undefined): boolean {
  return (
    lower === upper ||
    scales.some((grades) => {
      const above = placeOf(grades, upper);
      return above >= 0 && placeOf(grades, lower) >= above;
    })
  );
}

/** Whether the lower effect is the upper one or heavier; each scale of grades best first (§9). */
export function coversEffect(lower: EffectRule, upper: EffectRule, scales: Scales): boolean {
  if (lower.kind !== upper.kind) return HEAVIER[upper.kind]?.includes(lower.kind) ?? false;
  switch (upper.kind) {
    case 'gradeCeiling':
      return noBetter(scales, lower.grade, upper.grade);
    case 'noGrade':
      return lower.comment !== true || upper.comment === true;
    case 'noCommendation':
      return (lower.months ?? 0) >= (upper.months ?? 0);
    case 'leaderLiability':
      return compare(exact(lower.points ?? '0'), exact(upper.points ?? '0')) <= 0;
    case 'zeroItem':
      return lower.item === upper.item;
    default:
      return true;
  }
}
