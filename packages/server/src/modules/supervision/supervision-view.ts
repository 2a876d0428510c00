import type { supervision } from '@mingji/contract';
import { addWorkingDays, lastStartBefore, type MatterKind, type WorkingDayCalendar } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { loadCalendar } from '../organization/index.ts';
import { loadSettings } from './settings.ts';

/** Supervision seen at one moment: the days of the bureau, as a database can compare them. */
export interface SupervisionView {
  readonly bureauId: string;
  readonly timeZone: string;
  readonly now: Date;
  readonly today: string;
  readonly calendar: WorkingDayCalendar;
  readonly settings: supervision.SupervisionSettings;
  readonly usual: boolean;
  /** By kind: begun on that day or earlier it is late, or near. Null: nothing is. */
  readonly late: Readonly<Record<MatterKind, string | null>>;
  readonly near: Readonly<Record<MatterKind, string | null>>;
  /** What is due before that day is near. Null: nothing is. */
  readonly nearEnd: string | null;
  /** The working-day table that is missing, in words. */
  readonly calendarNotice: string | null;
}

/** A deadline that is written down as a day has no allowance on top; a review's stands with the work it is about (P9). */
export function allowances(settings: supervision.SupervisionSettings): Record<MatterKind, number> {
  return {
    targetUnopened: settings.openDays,
    targetNotHandedDown: settings.splitDays,
    nothingSubmitted: 0,
    returnedNotCorrected: settings.correctDays,
    unreviewed: 0,
    appealUnanswered: 0,
    writtenReviewOverdue: 0,
  };
}

export async function supervisionView(
  reader: Reader,
  place: { readonly bureauId: string; readonly timeZone: string; readonly now: Date },
): Promise<SupervisionView> {
  const calendar = await loadCalendar(reader, place.bureauId);
  const { settings, usual } = await loadSettings(reader, place.bureauId);
  const today = localDay(place.now, place.timeZone);
  let calendarNotice: string | null = null;
  const lastStart = (day: string | null, allowance: number): string | null => {
    if (day === null) return null;
    const start = lastStartBefore(calendar, day, allowance);
    if (start.ok) return start.value;
    calendarNotice ??= start.refusals[0]?.message ?? null;
    return null;
  };
  const warned = addWorkingDays(calendar, today, settings.warningDays);
  if (!warned.ok) calendarNotice = warned.refusals[0]?.message ?? null;
  const nearEnd = warned.ok ? dayAfter(warned.value) : null;
  const days = (end: string | null) =>
    Object.fromEntries(
      Object.entries(allowances(settings)).map(([kind, allowance]) => [kind, lastStart(end, allowance)]),
    ) as Record<MatterKind, string | null>;
  return {
    ...place,
    today,
    calendar,
    settings,
    usual,
    late: days(today),
    near: days(nearEnd),
    nearEnd,
    calendarNotice,
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
