import type { targets } from '@mingji/contract';
import { conservation, divide, exact, HUNDRED, isZero, multiply, toFixedText, toText } from '@mingji/engine';

export interface Quantities {
  readonly quantity: string;
  readonly kept: string;
  readonly over_split_reason: string | null;
}

/** §14: what was issued, kept, handed down, is still open, and how much of it is done. */
export function figuresOf(
  target: Quantities,
  children: readonly string[],
  actual: string,
): targets.TargetView['figures'] {
  const sums = conservation(exact(target.quantity), children.map(exact), exact(target.kept));
  return {
    issued: toText(sums.issued),
    kept: toText(sums.kept),
    handedDown: toText(sums.handedDown),
    notYetHandedDown: toText(sums.difference),
    overSplitReason: target.over_split_reason,
    actual: toText(exact(actual)),
    percent: percentOf(actual, target.quantity),
  };
}

/** One decimal, as shown; of nothing issued there is no percentage. */
export function percentOf(actual: string, issued: string): string | null {
  const whole = exact(issued);
  if (isZero(whole)) return null;
  const percent = divide(multiply(exact(actual), HUNDRED), whole);
  return toFixedText(percent, { digits: 1, mode: 'halfAwayFromZero' });
}
