import { compareText } from '../kernel/compare-text.ts';
import { compare, type Exact, fromInteger, multiply } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { AppraisalStatusRule, GradeOutcomeKind, StatusTreatment } from '../rules/appraisal-rules.ts';
import type { Facts, LeaveFact, StatusFact, Subject } from '../rules/facts.ts';
import { calendarDays, type DaySpan, daySpan, mergeInside, workingDays } from './day-spans.ts';

/** Which row of the status matrix holds for somebody in a period, and who grades (§8, R1). */
export interface StatusFinding {
  readonly rule: AppraisalStatusRule;
  readonly treatment: StatusTreatment;
  /** The unit that grades; null: nobody, or the host is not known. */
  readonly gradedBy: string | null;
  /** The receiving, borrowing or host unit. */
  readonly host: string | null;
  /** The status ended on a known day: a deferred grade may be made up (补定). */
  readonly concluded: boolean;
}

export interface StatusInput {
  readonly rules: readonly AppraisalStatusRule[];
  readonly subject: Subject;
  readonly statuses: readonly StatusFact[];
  readonly leaves: readonly LeaveFact[];
  readonly facts: Pick<Facts, 'period' | 'calendar'>;
  readonly refusals: Refusals;
}

/** Of several outcomes the one that leaves less of a grade wins. */
export const OUTCOME_WEIGHT: Readonly<Record<GradeOutcomeKind, number>> = {
  graded: 0,
  commentOnly: 1,
  noGrade: 2,
  deferred: 3,
  offList: 4,
};

const HALF = exact('1/2');

function isMoreThan(days: number, share: Exact, total: number): boolean {
  return compare(fromInteger(days), multiply(share, fromInteger(total))) > 0;
}

function spanOf({ from, to }: StatusFact | LeaveFact, { period }: StatusInput['facts']): DaySpan {
  return daySpan(from ?? period.from, to ?? period.to);
}

/** ⚙ By default a status counts where it holds on the last day; where most of the period decides, any day. */
function holdsByFact(
  own: readonly StatusFact[],
  rule: AppraisalStatusRule,
  { grader }: StatusTreatment,
  facts: StatusInput['facts'],
): boolean {
  const window = daySpan(facts.period.from, facts.period.to);
  const spans = mergeInside(
    window,
    own.map((fact) => spanOf(fact, facts)),
  );
  const holds = rule.holds ?? (grader === 'whereMostOfPeriod' ? 'anyDay' : 'atEnd');
  if (holds === 'atEnd') return spans.some(({ last }) => last === window.last);
  const days = calendarDays(spans);
  return holds === 'anyDay' ? days > 0 : isMoreThan(days, HALF, calendarDays([window]));
}

/** Only the kinds the row lists count: maternity, annual and injury leave are not sick or personal leave. */
function holdsByLeave({ leaves, facts, refusals }: StatusInput, rule: AppraisalStatusRule): boolean {
  const { leave } = rule;
  if (leave === undefined) return false;
  const window = daySpan(facts.period.from, facts.period.to);
  const own = leaves.filter(({ kind }) => leave.kinds.includes(kind)).map((fact) => spanOf(fact, facts));
  const spans = mergeInside(window, own);
  if (spans.length === 0) return false;
  const share = leave.over === undefined ? HALF : exact(leave.over);
  if (leave.days !== 'working') return isMoreThan(calendarDays(spans), share, calendarDays([window]));
  const days = workingDays(facts.calendar ?? null, spans);
  const total = workingDays(facts.calendar ?? null, [window]);
  if (days.ok && total.ok) return isMoreThan(days.value, share, total.value);
  for (const { code, path, message } of total.ok ? [] : total.refusals) {
    refusals.add(code, path, `${message}（“${rule.name}”按工作日计算）`, rule.clause);
  }
  return false;
}

interface Served {
  readonly host: string;
  readonly days: number;
}

/** The host with the most days; equal days go by code. */
function mainHost(own: readonly StatusFact[], facts: StatusInput['facts']): Served | null {
  const window = daySpan(facts.period.from, facts.period.to);
  const spans = new Map<string, DaySpan[]>();
  for (const fact of own) {
    if (fact.host === undefined) continue;
    spans.set(fact.host, [...(spans.get(fact.host) ?? []), spanOf(fact, facts)]);
  }
  const served = [...spans].map(([host, list]) => ({ host, days: calendarDays(mergeInside(window, list)) }));
  return served.sort((a, b) => b.days - a.days || compareText(a.host, b.host))[0] ?? null;
}

function gradingUnit(
  { grader }: StatusTreatment,
  served: Served | null,
  subject: Subject,
  facts: StatusInput['facts'],
): string | null {
  const own = subject.unit ?? null;
  if (grader === 'nobody') return null;
  if (grader === 'hostUnit') return served?.host ?? null;
  if (grader !== 'whereMostOfPeriod' || served === null) return own;
  const total = calendarDays([daySpan(facts.period.from, facts.period.to)]);
  return isMoreThan(served.days, HALF, total) ? served.host : own;
}

/** The row that holds; of several the one that leaves less of a grade, then the earlier row. Null: normal. */
export function statusInPeriod(input: StatusInput): StatusFinding | null {
  const { facts, subject } = input;
  let found: StatusFinding | null = null;
  for (const rule of input.rules) {
    const treatment = facts.period.kind === 'year' ? rule.year : rule.cycle;
    const own = input.statuses.filter(({ status }) => status === rule.code);
    if (!holdsByFact(own, rule, treatment, facts) && !holdsByLeave(input, rule)) continue;
    if (found !== null && OUTCOME_WEIGHT[treatment.outcome] <= OUTCOME_WEIGHT[found.treatment.outcome])
      continue;
    const served = mainHost(own, facts);
    const gradedBy = gradingUnit(treatment, served, subject, facts);
    const concluded = own.length > 0 && own.every(({ to }) => to !== undefined);
    found = { rule, treatment, gradedBy, host: served?.host ?? null, concluded };
  }
  return found;
}
