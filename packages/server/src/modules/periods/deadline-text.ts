import { chineseDate } from '@mingji/engine';
import { localMoment } from '../../local-day.ts';

/** 2026年9月25日24:00: the midnight that ends a day is told as that day's 24:00, as notices write it. */
export function deadlineText(instant: Date, timeZone: string): string {
  const { day, hour, minute } = localMoment(instant, timeZone);
  if (hour !== '00' || minute !== '00') return `${chineseDate(day)}${hour}:${minute}`;
  const ended = localMoment(new Date(instant.getTime() - 1), timeZone);
  return `${chineseDate(ended.day)}24:00`;
}
