const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in the bureau's time zone, YYYY-MM-DD (§6: Asia/Shanghai ⚙). */
export function localDay(instant: Date, timeZone: string): string {
  return formatOf(timeZone).format(instant);
}

/** Making one costs a hundred times what using it costs. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
