import { Refusal } from '../../refusal.ts';

const DAY_MS = 86_400_000;

/** 24:00 of a local day, which is 00:00 of the next: deadlines are inclusive to it (§6). */
export function endOfDay(day: string, timeZone: string): Date {
  const nextMidnightUtc = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  if (Number.isNaN(nextMidnightUtc)) throw new Refusal('invalid', `${day} 不是有效日期。`);
  // The offset is asked twice: the first answer may lie on the other side of a clock change.
  const guess = nextMidnightUtc - offsetMs(nextMidnightUtc, timeZone);
  return new Date(nextMidnightUtc - offsetMs(guess, timeZone));
}

/** How far the zone's clock is ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? Number.NaN);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
