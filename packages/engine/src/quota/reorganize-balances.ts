import { divide, type Exact, fromInteger, multiply, sumOf } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';

export interface UnitBalance {
  readonly unit: string;
  readonly balance: Exact;
}

/** What goes into the log when units merge or split. */
export interface BalanceMove {
  readonly kind: 'quotaMerged' | 'quotaSplit';
  readonly from: readonly UnitBalance[];
  readonly to: readonly UnitBalance[];
  /** Chinese: who brought what, who got what. */
  readonly message: string;
}

const listed = (balances: readonly UnitBalance[]) =>
  balances.map(({ unit, balance }) => `${unit} ${toText(balance)}`).join('、');

/** Merged units add their balances, negative ones included (§10). */
export function mergeBalances(into: string, from: readonly UnitBalance[]): BalanceMove {
  const to = [{ unit: into, balance: sumOf(from.map((own) => own.balance)) }];
  return { kind: 'quotaMerged', from, to, message: `名额余额合并：${listed(from)} → ${listed(to)}` };
}

/** A split divides the balance by head count, exactly: the parts always add up to it (§10). */
export function splitBalance(
  from: UnitBalance,
  into: readonly { readonly unit: string; readonly headCount: number }[],
): Result<BalanceMove> {
  const heads = into.reduce((sum, own) => sum + own.headCount, 0);
  const wrong = into.some(({ headCount }) => !Number.isSafeInteger(headCount) || headCount < 0);
  if (wrong || heads === 0) {
    const message = '分立单位的人数应为不小于 0 的整数，且合计大于 0，请核对人数';
    return refused({ code: 'headCountMalformed', path: 'into', message });
  }
  const perHead = divide(from.balance, fromInteger(heads));
  const to = into.map(({ unit, headCount }) => ({
    unit,
    balance: multiply(perHead, fromInteger(headCount)),
  }));
  const message = `名额余额按人数分开：${listed([from])} → ${listed(to)}`;
  return ok({ kind: 'quotaSplit', from: [from], to, message });
}
