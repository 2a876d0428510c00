import { compare, fromInteger } from '../kernel/exact.ts';
import { type DecimalText, exact } from '../kernel/exact-text.ts';
import type { ListRules } from '../rules/appraisal-rules.ts';
import type { SubjectKind } from '../rules/rule-set.ts';

/** ⚙ Present at least so many working days of the month. */
export const PRESENT_DAYS = 10;

export interface ZeroListMember {
  readonly subject: string;
  readonly kind: SubjectKind;
  /** Pieces of work accepted in the month. */
  readonly accepted: number;
  /** Working days present, halves included; null: not known. A unit is always there. */
  readonly presentDays: DecimalText | null;
}

export interface ZeroListRow {
  readonly subject: string;
  /** Chinese: the fact. */
  readonly reason: string;
}

export interface ZeroList {
  readonly listed: readonly ZeroListRow[];
  /** No accepted work, but nobody knows how long they were there: told, never listed. */
  readonly unknown: readonly ZeroListRow[];
}

/** Who had no accepted work in the month though present (§12, P16). */
export function zeroList(
  rules: NonNullable<ListRules['zeroList']>,
  members: readonly ZeroListMember[],
): ZeroList {
  const least = rules.presentDays ?? PRESENT_DAYS;
  const listed: ZeroListRow[] = [];
  const unknown: ZeroListRow[] = [];
  for (const { subject, kind, accepted, presentDays } of members) {
    if (accepted > 0) continue;
    if (kind === 'unit') listed.push({ subject, reason: '本月没有被采纳的工作' });
    else if (presentDays === null) {
      unknown.push({ subject, reason: '本月没有被采纳的工作，出勤天数不详，请核实后再定' });
    } else if (compare(exact(presentDays), fromInteger(least)) >= 0) {
      listed.push({
        subject,
        reason: `本月没有被采纳的工作，出勤 ${presentDays} 个工作日（满 ${least} 日）`,
      });
    }
  }
  return { listed, unknown };
}
