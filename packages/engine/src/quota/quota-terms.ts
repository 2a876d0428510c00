import { compare, type Exact, ONE, sign } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import type { CycleQuotaRules } from '../rules/appraisal-rules.ts';

/** How a balance becomes a cap (§10). */
export interface QuotaTerms {
  readonly rate: Exact;
  /** A balance between 0 and 1 allows one. */
  readonly minimumOne: boolean;
}

/** A share of the participants: a decimal, a percentage or a fraction, from 0 to 1. */
export function quotaRate(text: string, path: string): Result<Exact> {
  const rate = parseRate(text);
  if (rate === undefined || sign(rate) < 0 || compare(rate, ONE) > 0) {
    const message = `名额比例“${text}”应在 0 和 1 之间，请写成如 0.40、40% 或 2/5 的形式`;
    return refused({ code: 'rateOutOfRange', path, message });
  }
  return ok(rate);
}

/** ⚙ A unit's quota has the minimum of one unless the rule set says otherwise. */
export function quotaTerms(rules: CycleQuotaRules): Result<QuotaTerms> {
  const rate = quotaRate(rules.rate, 'quota.rate');
  return rate.ok ? ok({ rate: rate.value, minimumOne: rules.minimumOne ?? true }) : rate;
}
