import { absolute, type Exact, HUNDRED, multiply } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { toFixedText } from '../kernel/rounding.ts';
import type { TraceFact, TraceNode } from '../rules/trace.ts';

/** A fraction with a longer denominator tells nobody anything; the exact value stands beside the sentence anyway. */
const LONGEST_DENOMINATOR = 3;

/** A number as a reader wants it: its decimal, or the fraction with the decimal it is near to. */
export function words(value: Exact): string {
  const text = toText(value);
  const [, denominator] = text.split('/');
  if (denominator === undefined) return text;
  if (denominator.length > LONGEST_DENOMINATOR) {
    return `约 ${toFixedText(value, { digits: 5, mode: 'halfAwayFromZero' })}`;
  }
  return `${text}（约 ${nearText(value)}）`;
}

/** Two digits; a small difference wants more than 0.00. */
function nearText(value: Exact): string {
  const near = (digits: number) => toFixedText(value, { digits, mode: 'halfAwayFromZero' });
  return /^-?0\.00$/.test(near(2)) ? near(5) : near(2);
}

/** 2.4 分, 4/3（约 1.33）分 */
export function pointsWords(value: Exact): string {
  const text = words(value);
  return text.endsWith('）') ? `${text}分` : `${text} 分`;
}

export function signedWords(value: Exact): string {
  if (value.n <= 0) return words(value);
  const text = words(value);
  return text.startsWith('约 ') ? text.replace('约 ', '约 +') : `+${text}`;
}

/** 扣 2.4 分 / 加 3 分 / 不加不扣 */
export function gainOrLoss(value: Exact): string {
  if (value.n === 0) return '不加不扣';
  const points = pointsWords(absolute(value));
  return `${value.n < 0 ? '扣' : '加'}${points.startsWith('约') ? '' : ' '}${points}`;
}

export function percent(value: Exact): string {
  const scaled = multiply(value, HUNDRED);
  const text = toText(scaled);
  return text.includes('/')
    ? `约 ${toFixedText(scaled, { digits: 2, mode: 'halfAwayFromZero' })}%`
    : `${text}%`;
}

export function isExactFact(fact: TraceFact | undefined): fact is Exact {
  return typeof fact === 'object';
}

/** An exact operand of a node, by name. */
export function operand(node: TraceNode, name: string): Exact | undefined {
  const fact = node.facts[name];
  return isExactFact(fact) ? fact : undefined;
}

export function textOperand(node: TraceNode, name: string): string | undefined {
  const fact = node.facts[name];
  return typeof fact === 'string' && fact !== '' ? fact : undefined;
}
