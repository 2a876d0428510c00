/** The calendar day of an instant in the bureau's time zone, YYYY-MM-DD (§6: Asia/Shanghai ⚙). */
export function localDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}
