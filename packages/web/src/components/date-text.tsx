import { dayOf, formatDay, formatInstant } from '../app/format-time.ts';
import { useSession } from '../app/session.tsx';

interface DateTextProps {
  readonly value: string | null | undefined;
  /** Of an instant only its day in the bureau's time zone. */
  readonly dayOnly?: boolean;
}

/** A day (`2026-09-25`) as 2026年9月25日, or an instant with its minute in the bureau's time zone; — for none. */
export function DateText({ value, dayOnly = false }: DateTextProps) {
  const { bureau } = useSession();
  if (!value) return <span className="mj-quiet">—</span>;
  const { timeZone } = bureau;
  const instant = value.includes('T');
  const day = dayOnly && instant ? dayOf(value, timeZone) : value;
  const words = instant && !dayOnly ? formatInstant(value, timeZone) : formatDay(day);
  return (
    <time dateTime={value} className="mj-number">
      {words}
    </time>
  );
}
