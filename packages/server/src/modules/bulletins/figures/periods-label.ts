/** 2026年9月, or 2026年7月至9月 for several. */
export function periodsLabel(periods: readonly { readonly label: string }[]): string {
  const first = periods[0]?.label ?? '';
  const last = periods.at(-1)?.label ?? '';
  if (periods.length < 2) return first;
  const year = /^\d{4}年/.exec(first)?.[0];
  return year !== undefined && last.startsWith(year)
    ? `${first}至${last.slice(year.length)}`
    : `${first}至${last}`;
}
