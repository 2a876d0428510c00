import type { SanctionRule } from '../rules/appraisal-rules.ts';
import type { PeriodFact } from '../rules/facts.ts';
import type { EffectRule } from '../rules/scoring.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * How many appraisal years after the year of the decision the period lies; null when the decision is later. An
 * appraisal year may end on another day than 31 December (§6); what is decided inside the period is of this year.
 */
export function yearsSince(on: string, period: PeriodFact): number | null {
  if (on > period.to) return null;
  if (on >= period.from) return 0;
  const years = yearOf(period.to) - yearOf(on);
  return period.kind === 'year' && on.slice(5) > period.to.slice(5) ? years - 1 : years;
}

/** §8: what a sanction does to this period, by the dated table; several sanctions add up to the heaviest. */
export function sanctionEffects(rule: SanctionRule, on: string, period: PeriodFact): readonly EffectRule[] {
  const offset = yearsSince(on, period);
  const kind = period.kind === 'year' ? 'year' : 'cycle';
  return rule.effects
    .filter(({ year, appliesTo }) => year === offset && (appliesTo ?? kind) === kind)
    .map(({ effect }) => ({ ...(rule.clause === undefined ? {} : { clause: rule.clause }), ...effect }));
}
