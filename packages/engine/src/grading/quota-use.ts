import type { Subject } from '../rules/facts.ts';
import type { GradeResult } from './grade-result.ts';

/** What one unit’s cycle brings to the quota of the year (§10). */
export interface QuotaUse {
  readonly participants: number;
  /** Nominations the unit submitted. */
  readonly used: number;
}

/** Participants and used places by the unit people belong to; whoever has no unit counts nowhere. */
export function quotaUse(
  subjects: readonly Subject[],
  grades: readonly GradeResult[],
): ReadonlyMap<string, QuotaUse> {
  const unitOf = new Map(subjects.map(({ id, unit }) => [id, unit]));
  const uses = new Map<string, QuotaUse>();
  for (const { subject, inQuota, usesQuota } of grades) {
    const unit = unitOf.get(subject);
    if (unit === undefined) continue;
    const { participants, used } = uses.get(unit) ?? { participants: 0, used: 0 };
    uses.set(unit, {
      participants: participants + (inQuota ? 1 : 0),
      used: used + (usesQuota ? 1 : 0),
    });
  }
  return uses;
}
