import { compare, type Exact, fromInteger, subtract } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { QuotaBalance } from './quota-balances.ts';

export interface QuotaForecast {
  readonly available: Exact;
  readonly cap: number;
  /** The one comes from the minimum and is paid back by later cycles. */
  readonly byMinimum: boolean;
  readonly carryIfUnused: Exact;
  readonly carryIfAllUsed: Exact;
  /** Chinese, for the screen, before anybody is chosen. */
  readonly message: string;
}

/** What a unit may do now and what that leaves for later, told before it nominates (R4). */
export function quotaForecast({ available, cap }: Pick<QuotaBalance, 'available' | 'cap'>): QuotaForecast {
  const byMinimum = compare(available, fromInteger(cap)) < 0 && cap > 0;
  const carryIfAllUsed = subtract(available, fromInteger(cap));
  const balance = toText(available);
  const message =
    cap === 0
      ? `余额 ${balance}，本周期没有名额；余额结转下一周期`
      : `余额 ${balance}，可报 ${cap} 人${byMinimum ? '（不足 1 人按 1 人，从以后周期扣回）' : ''}；` +
        `全部用完结转 ${toText(carryIfAllUsed)}，一人不报结转 ${balance}`;
  return { available, cap, byMinimum, carryIfUnused: available, carryIfAllUsed, message };
}
