import { formatDay, parseDay } from '@mingji/engine';

export function dayBefore(day: string): string {
  return formatDay((parseDay(day) ?? Number.NaN) - 1);
}
