import type { appealStatistics } from '@mingji/contract';
import {
  countWorkingDays,
  divide,
  fromInteger,
  multiply,
  toFixedText,
  type WorkingDayCalendar,
} from '@mingji/engine';

/** One appeal as far as statistics go; days are the bureau's own. */
export interface CountedAppeal {
  readonly key: string;
  readonly label: string;
  readonly state: string;
  readonly filedOn: string;
  readonly decidedOn: string | null;
  readonly dueOn: string;
}
type Figures = appealStatistics.AppealFigures;
export interface Summary {
  readonly items: Figures[];
  readonly total: Figures;
  readonly calendarProblem: string | null;
}

/** ⚙ Of fewer answers no share is given: one case would be a large part of it. */
export const LEAST_FOR_SHARE = 5;

/** Groups of the given key with the most filed first, and all of them together. */
export function summarizeAppeals(
  rows: readonly CountedAppeal[],
  calendar: WorkingDayCalendar,
  today: string,
): Summary {
  const groups = new Map<string, CountedAppeal[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  const problems = new Set<string>();
  const figures = (key: string, label: string, group: readonly CountedAppeal[]) =>
    figuresOf({ key, label }, group, today, meanDays(group, calendar, problems));
  return {
    items: [...groups]
      .map(([key, group]) => figures(key, group[0]?.label ?? key, group))
      .sort((a, b) => b.filed - a.filed || (a.label < b.label ? -1 : 1)),
    total: figures('total', '合计', rows),
    calendarProblem: [...problems][0] ?? null,
  };
}

function figuresOf(
  name: { readonly key: string; readonly label: string },
  group: readonly CountedAppeal[],
  today: string,
  meanWorkingDays: string | null,
): Figures {
  const count = (state: string) => group.filter((row) => row.state === state).length;
  const upheld = count('upheld');
  const partlyUpheld = count('partlyUpheld');
  const answered = upheld + partlyUpheld + count('dismissed');
  return {
    ...name,
    filed: group.length,
    open: count('filed'),
    upheld,
    partlyUpheld,
    dismissed: count('dismissed'),
    withdrawn: count('withdrawn'),
    overdue: group.filter((row) => isOverdue(row, today)).length,
    changedShare: answered < LEAST_FOR_SHARE ? null : percent(upheld + partlyUpheld, answered),
    meanWorkingDays,
  };
}

/** Withdrawn ones were nobody's to answer. */
function isOverdue({ state, dueOn, decidedOn }: CountedAppeal, today: string): boolean {
  if (state === 'filed') return dueOn < today;
  return decidedOn !== null && decidedOn > dueOn;
}

const percent = (part: number, of: number) =>
  toFixedText(divide(multiply(fromInteger(part), fromInteger(100)), fromInteger(of)), {
    digits: 1,
    mode: 'halfAwayFromZero',
  });

/** The day of filing is day 0, as for the deadline. */
function meanDays(
  group: readonly CountedAppeal[],
  calendar: WorkingDayCalendar,
  problems: Set<string>,
): string | null {
  let days = 0;
  let answered = 0;
  for (const { filedOn, decidedOn } of group) {
    if (decidedOn === null) continue;
    const took = countWorkingDays(calendar, filedOn, decidedOn);
    if (!took.ok) {
      problems.add(took.refusals[0]?.message ?? '');
      return null;
    }
    days += took.value;
    answered += 1;
  }
  if (answered === 0) return null;
  return toFixedText(divide(fromInteger(days), fromInteger(answered)), {
    digits: 1,
    mode: 'halfAwayFromZero',
  });
}
