import {
  add,
  compare,
  type Exact,
  fromInteger,
  multiply,
  ONE,
  sign,
  subtract,
  ZERO,
} from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { ok, Refusals, type Result } from '../kernel/refusal.ts';
import { floorToInteger } from '../kernel/rounding.ts';
import type { QuotaTerms } from './quota-terms.ts';

/** One cycle of a unit's year. */
export interface QuotaCycle {
  /** Who takes part by the cycle's snapshot. */
  readonly participants: number;
  /**
   * Nominations submitted: one refused by the committee still counts, one the committee adds does not. Null: the unit
   * has not submitted yet, which only the last cycle may say.
   */
  readonly used: number | null;
}

export interface QuotaBalance {
  /** B(q): everything allotted so far less everything used before. */
  readonly available: Exact;
  /** C(q): how many may be nominated. */
  readonly cap: number;
  /** B(q) − used(q); null while nothing is submitted. */
  readonly carry: Exact | null;
}

/** C of B: ⌊B⌋ from 1 on, 1 between 0 and 1 where the minimum holds, 0 otherwise. Exact, so that 0 stays 0. */
export function quotaCap(available: Exact, minimumOne: boolean): number {
  if (sign(available) <= 0) return 0;
  if (minimumOne && compare(available, ONE) < 0) return 1;
  return Number(floorToInteger(available).n);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * The balance of every cycle of one year (§10), from the opening one: 0 at New Year, something else only after a merger
 * or a split. A submission over the cap is refused.
 */
export function quotaBalances(
  terms: QuotaTerms,
  cycles: readonly QuotaCycle[],
  opening: Exact = ZERO,
): Result<readonly QuotaBalance[]> {
  const refusals = new Refusals();
  const balances: QuotaBalance[] = [];
  let carried = opening;
  for (const [at, { participants, used }] of cycles.entries()) {
    if (!isCount(participants)) {
      const path = `cycles[${at}].participants`;
      refusals.add('countMalformed', path, `第 ${at + 1} 个周期的参加人数应为不小于 0 的整数`);
      continue;
    }
    const available = add(carried, multiply(terms.rate, fromInteger(participants)));
    const cap = quotaCap(available, terms.minimumOne);
    refuseUse({ at, last: cycles.length - 1, used, available, cap }, refusals);
    const carry = used === null || !isCount(used) ? null : subtract(available, fromInteger(used));
    balances.push({ available, cap, carry });
    carried = carry ?? available;
  }
  return refusals.any ? { ok: false, refusals: refusals.list } : ok(balances);
}

interface Use {
  readonly at: number;
  readonly last: number;
  readonly used: number | null;
  readonly available: Exact;
  readonly cap: number;
}

function refuseUse({ at, last, used, available, cap }: Use, refusals: Refusals): void {
  const path = `cycles[${at}].used`;
  const cycle = `第 ${at + 1} 个周期`;
  if (used === null) {
    if (at < last)
      refusals.add('usedMissing', path, `${cycle}已过，请填写已报人数；只有最后一个周期可以不填`);
  } else if (!isCount(used)) {
    refusals.add('countMalformed', path, `${cycle}的已报人数应为不小于 0 的整数`);
  } else if (used > cap) {
    refusals.add('quotaExceeded', path, overQuota(`${cycle}`, used, available, cap));
  }
}

/** A tie at the cut is never resolved by the machine: the leader chooses, with a reason. */
export function overQuota(who: string, used: number, available: Exact, cap: number): string {
  return `${who}余额 ${toText(available)}，可报 ${cap} 人，已报 ${used} 人，多出 ${used - cap} 人；请由负责人取舍并写明理由后重报`;
}
