import { foldText } from '../cell-text.ts';

/** Which month a sheet speaks of, by its captions, its name or the file's: 2026年10月, 2026-10, 2026.10. */
export function attendanceMonth(captions: readonly (string | null)[]): string | null {
  for (const caption of captions) {
    const match = /(20\d\d)[年.\-/]?(1[0-2]|0?[1-9])(?:月|\D|$)/.exec(foldText(caption ?? ''));
    if (match?.[1] !== undefined && match[2] !== undefined) return `${match[1]}-${match[2].padStart(2, '0')}`;
  }
  return null;
}

export function daysInMonth(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
