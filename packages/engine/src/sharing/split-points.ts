import {
  absolute,
  add,
  divide,
  type Exact,
  fromInteger,
  multiply,
  negate,
  sign,
  subtract,
  ZERO,
} from '../kernel/exact.ts';
import { floorToInteger } from '../kernel/rounding.ts';

/**
 * Points shared by several, exactly (X5): each has the same number of hundredths, and what does not divide goes to the
 * first ones, a hundredth each: 1 by three is 0.34, 0.33, 0.33. The parts always sum to the whole.
 */
export function splitPoints(points: Exact, among: number, digits = 2): readonly Exact[] {
  const grain = divide(fromInteger(1), fromInteger(10 ** digits));
  const whole = absolute(points);
  const each = multiply(floorToInteger(divide(divide(whole, grain), fromInteger(among))), grain);
  let rest = subtract(whole, multiply(each, fromInteger(among)));
  const parts: Exact[] = [];
  for (let at = 0; at < among; at++) {
    const more = sign(subtract(rest, grain)) >= 0 ? grain : at === among - 1 ? rest : ZERO;
    rest = subtract(rest, more);
    parts.push(add(each, more));
  }
  return sign(points) < 0 ? parts.map(negate) : parts;
}
