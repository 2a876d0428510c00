import type { Exact } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { AppliedEffect, AppraisedResult } from '../rules/evaluation.ts';
import type { PeriodFact } from '../rules/facts.ts';
import { addMonths } from './add-months.ts';

/** Points proposed for the leader of somebody (§9); whoever keeps the ledger decides whether to book them. */
export interface LeaderLiability {
  /** Whose leader. */
  readonly subject: string;
  readonly points: Exact;
  readonly source: string;
  readonly indicator?: string;
  readonly clause?: string;
}

/** noCommendation (§9): no commendation up to and including the day. */
export interface CommendationBar {
  readonly subject: string;
  readonly until: string;
  readonly source: string;
  readonly clause?: string;
}

function liability(subject: string, effect: AppliedEffect): LeaderLiability {
  const { source, indicator, clause, points } = effect;
  return {
    subject,
    points: exact(points ?? '0'),
    source,
    ...(indicator === undefined ? {} : { indicator }),
    ...(clause === undefined ? {} : { clause }),
  };
}

/** Months run from the day of the fact, else from the end of the period; without months the fact's last day holds. */
function bar(subject: string, effect: AppliedEffect, period: PeriodFact): CommendationBar {
  const { source, clause, months, on, to } = effect;
  const until = months === undefined ? (to ?? period.to) : addMonths(on ?? period.to, months);
  return { subject, until, source, ...(clause === undefined ? {} : { clause }) };
}

export interface EffectConsequences {
  readonly liabilities: readonly LeaderLiability[];
  readonly commendationBars: readonly CommendationBar[];
}

/** What effects mean beyond this result; nothing here changes a score. */
export function effectConsequences(
  results: readonly AppraisedResult[],
  period: PeriodFact,
): EffectConsequences {
  const liabilities: LeaderLiability[] = [];
  const commendationBars: CommendationBar[] = [];
  for (const { subject, effects } of results) {
    for (const effect of effects) {
      if (effect.kind === 'leaderLiability') liabilities.push(liability(subject, effect));
      if (effect.kind === 'noCommendation') commendationBars.push(bar(subject, effect, period));
    }
  }
  return { liabilities, commendationBars };
}
