import { compareText } from '../kernel/compare-text.ts';
import {
  compare,
  divide,
  type Exact,
  fromInteger,
  multiply,
  ONE,
  sign,
  subtract,
  sumOf,
  ZERO,
} from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import { floorToInteger } from '../kernel/rounding.ts';

export interface WeightedChild {
  /** Equal remainders go by code order. */
  readonly code: string;
  /** Head count or any other weight, not negative. */
  readonly weight: Exact;
}

export interface Share {
  readonly code: string;
  readonly quantity: Exact;
  /** The exact share before it was made whole. */
  readonly exactShare: Exact;
}

/**
 * Splits a quantity by weights with the largest remainder (§14): 10 over 3/3/1 is 4, 4, 2. `unit` is the smallest
 * part that can be handed out (1 piece, 100 yuan). The shares always add up to the quantity.
 */
export function splitByWeight(
  quantity: Exact,
  children: readonly WeightedChild[],
  unit: Exact = ONE,
): Result<readonly Share[]> {
  const total = sumOf(children.map((child) => child.weight));
  if (sign(quantity) < 0) return refuse('quantityNegative', 'quantity', '要分解的数量不能为负');
  if (sign(unit) <= 0) return refuse('unitNotPositive', 'unit', '最小单位必须大于 0');
  if (children.some((child) => sign(child.weight) < 0) || sign(total) <= 0) {
    return refuse('weightsNotPositive', 'children', '各下级的权重不能为负，且合计必须大于 0，请先核对人数');
  }
  const units = divide(quantity, unit);
  if (units.d !== 1) {
    return refuse(
      'quantityNotWhole',
      'quantity',
      `数量 ${toText(quantity)} 不是最小单位 ${toText(unit)} 的整数倍`,
    );
  }
  const parts = children.map((child, at) => {
    const exactUnits = divide(multiply(units, child.weight), total);
    const whole = floorToInteger(exactUnits);
    return { at, code: child.code, exactUnits, whole, remainder: subtract(exactUnits, whole) };
  });
  const left = subtract(units, sumOf(parts.map((part) => part.whole)));
  const favoured = [...parts]
    .sort((a, b) => compare(b.remainder, a.remainder) || compareText(a.code, b.code) || a.at - b.at)
    .slice(0, Number(left.n));
  const extra = new Set(favoured.map((part) => part.at));
  const shares = parts.map((part) => ({
    code: part.code,
    quantity: multiply(subtract(part.whole, extra.has(part.at) ? fromInteger(-1) : ZERO), unit),
    exactShare: multiply(part.exactUnits, unit),
  }));
  if (compare(sumOf(shares.map((share) => share.quantity)), quantity) !== 0) {
    throw new Error('a split must add up to what was split');
  }
  return ok(shares);
}

function refuse(code: string, path: string, message: string): Result<never> {
  return refused({ code, path, message });
}
