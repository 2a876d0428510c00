import type { DecimalText } from '../kernel/exact-text.ts';

/** What a monthly attendance result says of one officer, in days or times. */
export const ATTENDANCE_COLUMNS = [
  'due',
  'present',
  'late',
  'early',
  'absent',
  'leave',
  'personalLeave',
  'sickLeave',
  'annualLeave',
  'marriageLeave',
  'maternityLeave',
  'bereavementLeave',
  'injuryLeave',
  'officialLeave',
  'otherLeave',
  'full',
] as const;
export type AttendanceColumn = (typeof ATTENDANCE_COLUMNS)[number];

/**
 * Which column of the attendance result feeds which indicator (P3). An indicator of events gets as many occurrences as
 * the column has units of `per`; one of measures gets the quantity, as a rate where `of` names the whole.
 */
export interface AttendanceRule {
  /** `full`: 1 when present on every due day, never late, early or absent; else nothing. */
  readonly column: AttendanceColumn;
  readonly indicator: string;
  readonly event?: string;
  /** ⚙ How much of the column is one occurrence; default 1. Half a day of absence each: 0.5. */
  readonly per?: DecimalText;
  readonly of?: AttendanceColumn;
}
