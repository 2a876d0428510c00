import { divide, type Exact, fromBigints, HUNDRED, reduceNumber } from './exact.ts';

/** A decimal as written in JSON, YAML and SQL: `-12.50`. Never a binary float. */
export type DecimalText = string;
/** A rate or weight as written: `0.4`, `40%` or `2/5` (§1: 40 % is 2/5). */
export type RateText = string;

const DECIMAL = /^([+-]?)(0|[1-9]\d{0,29})(?:\.(\d{1,20}))?$/;
const FRACTION = /^([+-]?(?:0|[1-9]\d{0,29}))\/([1-9]\d{0,29})$/;

/** Parses a plain decimal; undefined when the text is anything else (blank, exponent, thousands separators). */
export function parseDecimal(text: string): Exact | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? '';
  const digits = whole.length + fraction.length;
  if (digits <= 15) {
    const top = Number(whole + fraction);
    return reduceNumber(match[1] === '-' ? 0 - top : top, 10 ** fraction.length);
  }
  const top = BigInt(whole + fraction);
  return fromBigints(match[1] === '-' ? -top : top, 10n ** BigInt(fraction.length));
}

/** Parses a decimal, a percentage (`40%`) or a fraction (`2/5`). */
export function parseRate(text: string): Exact | undefined {
  if (text.endsWith('%')) {
    const percent = parseDecimal(text.slice(0, -1));
    return percent === undefined ? undefined : divide(percent, HUNDRED);
  }
  const match = FRACTION.exec(text);
  if (match === null) return parseDecimal(text);
  return fromBigints(BigInt(match[1] ?? ''), BigInt(match[2] ?? ''));
}

/** Parses what {@link toText} writes: a decimal or a fraction. */
export const parseExact: (text: string) => Exact | undefined = (text) =>
  text.endsWith('%') ? undefined : parseRate(text);

/** For constants and already checked text: a malformed text is a programming error. */
export function exact(text: string): Exact {
  const value = parseRate(text);
  if (value === undefined) throw new TypeError(`not an exact number: ${text}`);
  return value;
}

/** How many decimals write the value fully; undefined when no finite decimal does (1/3). */
function decimalsNeeded(d: bigint): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** The canonical text of a value: the shortest decimal, or the fraction in lowest terms (`4/3`). */
export function toText(value: Exact): string {
  if (value.d === 1) return value.n.toString();
  const d = BigInt(value.d);
  const digits = decimalsNeeded(d);
  if (digits === undefined) return `${value.n}/${value.d}`;
  return withPoint((BigInt(value.n) * 10n ** BigInt(digits)) / d, digits);
}

/** Writes an integer count of 10^-digits as a decimal with exactly that many decimals. */
export function withPoint(scaled: bigint, digits: number): string {
  const negative = scaled < 0n;
  const text = (negative ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const body = digits === 0 ? whole : `${whole}.${text.slice(text.length - digits)}`;
  return negative ? `-${body}` : body;
}
