import type { BookedFact } from './booked-fact.ts';
import type { City } from './city.ts';
import type { DemoPeriod } from './demo-periods.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';

/** One officer of so many does no work that counts in a month. */
const ONE_OF = 180;

/**
 * In every month a few people have nothing accepted: they fill the zero list and fall below the red line (P16). Who
 * they are hangs on their id alone, so that everything else of the city stays as it is; whoever can be clicked on the
 * sign-in page is never one of them.
 */
export function withoutIdle(
  facts: readonly BookedFact[],
  city: City,
  { ruleSet }: DemoRuleSet,
  period: DemoPeriod,
): readonly BookedFact[] {
  if (ruleSet.lists?.zeroList === undefined || period.kind !== 'month') return facts;
  const shown = new Set(
    city.accounts.all
      .filter(({ username }) => username.startsWith('demo-'))
      .flatMap(({ officer }) => (officer === null ? [] : [officer.id])),
  );
  const month = Number(period.from.slice(5, 7));
  const isIdle = (id: string) =>
    !shown.has(id) && (Number.parseInt(id.slice(0, 6), 16) + month * 7) % ONE_OF === 0;
  return facts.filter(
    (fact) => fact.subjectKind === 'unit' || !isIdle(fact.subjectId) || Number(fact.booked ?? 0) < 0,
  );
}
