import { chineseDate, formatDay, parseDay } from '../kernel/instant.ts';

/** The data window of a period: first and last day, both included. */
export interface Window {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface WindowProblem {
  readonly kind: 'overlap' | 'gap';
  readonly first: string;
  readonly second: string;
  /** The days that are covered twice or not at all. */
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

const dayNumber = (day: string): number => {
  const days = parseDay(day);
  if (days === undefined) throw new TypeError(`not a day: ${day}`);
  return days;
};

/** §6: the windows of one rule set and kind neither overlap nor leave a gap; whoever wants one confirms it. */
export function windowProblems(windows: readonly Window[]): WindowProblem[] {
  const sorted = windows
    .map((window) => ({ ...window, start: dayNumber(window.from), end: dayNumber(window.to) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const problems: WindowProblem[] = [];
  let widest = sorted[0];
  for (const next of sorted.slice(1)) {
    if (widest === undefined) break;
    const found = between(widest, next);
    if (found) problems.push(found);
    if (next.end > widest.end) widest = next;
  }
  return problems;
}

interface Placed extends Window {
  readonly start: number;
  readonly end: number;
}

function between(earlier: Placed, later: Placed): WindowProblem | null {
  const expected = earlier.end + 1;
  if (later.start === expected) return null;
  const overlap = later.start < expected;
  const from = formatDay(overlap ? later.start : expected);
  const to = formatDay(overlap ? Math.min(earlier.end, later.end) : later.start - 1);
  const days = from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
  return {
    kind: overlap ? 'overlap' : 'gap',
    first: earlier.label,
    second: later.label,
    from,
    to,
    message: overlap
      ? `“${earlier.label}”与“${later.label}”的数据窗口重叠：${days}。请调整起止日期，或确认确需重叠。`
      : `“${earlier.label}”与“${later.label}”之间有空档：${days}不属于任何周期。请调整起止日期，或确认确需留空。`,
  };
}
