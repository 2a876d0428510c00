import { ok, type Result } from '../kernel/refusal.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import { countWorkingDays } from '../working-days/working-days.ts';
import type { EscalationLevel, MatterKind } from './matter-kinds.ts';

/** Data of a bureau or of one of its methods: when a matter goes to whom. */
export interface EscalationRule {
  readonly kind: MatterKind;
  /** Counted from the day it was due, or from the press that nobody answered. */
  readonly after: 'deadline' | 'press';
  readonly workingDays: number;
  readonly to: EscalationLevel;
}

export interface EscalationFacts {
  readonly kind: MatterKind;
  readonly dueOn: string;
  /** The day of the oldest press that has no answer; null without one. */
  readonly unansweredSince: string | null;
  /** To whom it has gone already: once a matter and level. */
  readonly reached: readonly EscalationLevel[];
}

/**
 * The levels a late matter goes to today, in the order of the rules. Without the table of a year in between nothing is
 * due and it is said why: nobody is reported upwards by guesswork.
 */
export function escalationsDue(
  calendar: WorkingDayCalendar,
  rules: readonly EscalationRule[],
  facts: EscalationFacts,
  today: string,
): Result<EscalationLevel[]> {
  const due: EscalationLevel[] = [];
  for (const rule of rules) {
    if (rule.kind !== facts.kind || facts.reached.includes(rule.to) || due.includes(rule.to)) continue;
    const from = rule.after === 'deadline' ? facts.dueOn : facts.unansweredSince;
    if (from === null || facts.dueOn >= today) continue;
    const days = countWorkingDays(calendar, from, today);
    if (!days.ok) return days;
    if (days.value >= rule.workingDays) due.push(rule.to);
  }
  return ok(due);
}

/** What a bureau begins with: the unit's head after two working days, the office above after five, the city after ten. */
export const USUAL_ESCALATION: readonly EscalationRule[] = [
  { kind: 'targetUnopened', after: 'deadline', workingDays: 3, to: 'unitHead' },
  { kind: 'targetUnopened', after: 'deadline', workingDays: 10, to: 'upperOffice' },
  { kind: 'targetNotHandedDown', after: 'deadline', workingDays: 5, to: 'upperOffice' },
  { kind: 'targetNotHandedDown', after: 'press', workingDays: 5, to: 'cityOffice' },
  { kind: 'nothingSubmitted', after: 'deadline', workingDays: 1, to: 'unitHead' },
  { kind: 'nothingSubmitted', after: 'press', workingDays: 3, to: 'upperOffice' },
  { kind: 'returnedNotCorrected', after: 'deadline', workingDays: 2, to: 'unitHead' },
  { kind: 'returnedNotCorrected', after: 'press', workingDays: 5, to: 'upperOffice' },
  { kind: 'unreviewed', after: 'deadline', workingDays: 2, to: 'upperOffice' },
  { kind: 'appealUnanswered', after: 'deadline', workingDays: 1, to: 'upperOffice' },
  { kind: 'appealUnanswered', after: 'deadline', workingDays: 5, to: 'cityOffice' },
];
