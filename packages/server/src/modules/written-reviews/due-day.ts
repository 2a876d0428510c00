import { addWorkingDays } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import { loadCalendar } from '../organization/index.ts';

/** The day of publication is day 0 (§13); without the year's table it is refused, not guessed. */
export async function dueDay(
  reader: Reader,
  place: { readonly bureauId: string; readonly timeZone: string },
  publishedAt: Date,
  workingDays: number,
): Promise<string> {
  const calendar = await loadCalendar(reader, place.bureauId);
  const due = addWorkingDays(calendar, localDay(publishedAt, place.timeZone), workingDays);
  if (due.ok) return due.value;
  throw new Refusal(
    'refused',
    `有对象低于红线，须定书面检查的期限：${due.refusals.map((each) => each.message).join('；')}`,
  );
}
