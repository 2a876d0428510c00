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

/** The local day and time of an instant, on the 24 hour clock: `2026-09-25`, `16`, `05`. */
export interface LocalMoment {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}
const momentFormats = new Map<string, Intl.DateTimeFormat>();

export function localMoment(instant: Date, timeZone: string): LocalMoment {
  const format =
    momentFormats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  momentFormats.set(timeZone, format);
  const parts = format.formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: localDay(instant, timeZone), hour: part('hour'), minute: part('minute') };
}
