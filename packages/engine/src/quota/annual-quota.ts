import { type Exact, fromInteger, multiply } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import { floorToInteger } from '../kernel/rounding.ts';
import type { YearGradeRules } from '../rules/appraisal-rules.ts';
import { quotaRate } from './quota-terms.ts';

export interface AnnualQuotaInput {
  /** Everybody who should take part in this pool. */
  readonly participants: number;
  /** A code of the rule set's pools; absent: the common pool. */
  readonly pool?: string;
  /** The document that approved the raised rate. */
  readonly approval?: string;
}

export interface AnnualQuota {
  readonly pool: string | null;
  readonly rate: Exact;
  readonly participants: number;
  readonly cap: number;
  readonly approval: string | null;
  /** Chinese: the calculation. */
  readonly message: string;
}

/** ⌊p·N⌋ of one pool (§10): 47 at 20 % → 9, at 25 % with approval → 11. Pools never lend to each other. */
export function annualQuota(
  rules: NonNullable<YearGradeRules['quota']>,
  input: AnnualQuotaInput,
): Result<AnnualQuota> {
  const { participants } = input;
  const pool = input.pool ?? null;
  const approval = input.approval ?? null;
  const name = poolName(rules, pool);
  if (name === undefined) {
    return refuse('poolUnknown', 'pool', `办法中没有名额池“${pool}”，请核对 year.quota.pools`);
  }
  if (!Number.isSafeInteger(participants) || participants < 0) {
    return refuse('countMalformed', 'participants', '应参加年度考核的人数应为不小于 0 的整数');
  }
  if (approval !== null && rules.raisedRate === undefined) {
    return refuse(
      'raisedRateMissing',
      'approval',
      '办法没有写明经批准可以提高的比例 raisedRate，不能提高名额',
    );
  }
  if (approval?.trim() === '') return refuse('approvalMissing', 'approval', '提高名额比例须写明批准文件');
  const raised = approval === null ? undefined : rules.raisedRate;
  const rate = quotaRate(
    raised ?? rules.rate,
    raised === undefined ? 'year.quota.rate' : 'year.quota.raisedRate',
  );
  if (!rate.ok) return rate;
  const cap = Number(floorToInteger(multiply(rate.value, fromInteger(participants))).n);
  const basis = approval === null ? '' : `（依据 ${approval}）`;
  const message = `${name}应参加 ${participants} 人 × ${toText(rate.value)}${basis}，取整数，名额 ${cap} 人`;
  return ok({ pool, rate: rate.value, participants, cap, approval, message });
}

function poolName(rules: NonNullable<YearGradeRules['quota']>, pool: string | null): string | undefined {
  return pool === null ? '' : rules.pools?.find((own) => own.code === pool)?.name;
}

function refuse(code: string, path: string, message: string): Result<never> {
  return refused({ code, path, message });
}
