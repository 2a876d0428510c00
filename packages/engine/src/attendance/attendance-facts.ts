import { divide, type Exact, equals, isZero, ONE, sign, sumOf, ZERO } from '../kernel/exact.ts';
import { type DecimalText, parseDecimal, toText } from '../kernel/exact-text.ts';
import type { AttendanceColumn, AttendanceRule } from './attendance-rules.ts';

/** One month of one officer. What the file has no column for is absent, not zero. */
export interface AttendanceMonth {
  readonly due?: DecimalText | undefined;
  readonly present?: DecimalText | undefined;
  readonly late?: DecimalText | undefined;
  readonly early?: DecimalText | undefined;
  readonly absent?: DecimalText | undefined;
  /** Days by kind: sick, personal … */
  readonly leave: Readonly<Record<string, DecimalText>>;
}
export interface AttendanceFact {
  readonly rule: AttendanceRule;
  readonly quantity: DecimalText;
  readonly of?: DecimalText;
}

function exact(text: DecimalText | undefined): Exact | null {
  return text === undefined ? null : (parseDecimal(text) ?? null);
}

/** Without an exact answer there is none: full attendance is never guessed from a file that has no days. */
function isFull(month: AttendanceMonth): boolean {
  const [due, present] = [exact(month.due), exact(month.present)];
  if (due === null || present === null || isZero(due) || !equals(due, present)) return false;
  return [month.late, month.early, month.absent].every((text) => isZero(exact(text) ?? ZERO));
}

function valueIn(month: AttendanceMonth, column: AttendanceColumn): Exact | null {
  if (column === 'full') return isFull(month) ? ONE : null;
  if (column === 'leave') return sumOf(Object.values(month.leave).map((text) => exact(text) ?? ZERO));
  if (column.endsWith('Leave')) return exact(month.leave[column.slice(0, -5)]);
  return exact(month[column as 'due' | 'present' | 'late' | 'early' | 'absent']);
}

/**
 * What the month makes of each rule, exactly: half days stay halves. A column that is empty makes nothing; one that
 * holds 0 makes a measure of 0, and no event.
 */
export function attendanceFacts(
  rules: readonly AttendanceRule[],
  month: AttendanceMonth,
): readonly AttendanceFact[] {
  return rules.flatMap((rule) => {
    const value = valueIn(month, rule.column);
    if (value === null || (rule.event !== undefined && sign(value) <= 0)) return [];
    const per = exact(rule.per) ?? ONE;
    const of = rule.of === undefined ? null : valueIn(month, rule.of);
    if (rule.of !== undefined && (of === null || isZero(of))) return [];
    const quantity = toText(divide(value, per));
    return [{ rule, quantity, ...(of === null ? {} : { of: toText(of) }) }];
  });
}
