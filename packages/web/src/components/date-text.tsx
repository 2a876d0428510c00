import { formatDay, formatInstant } from '../app/format-time.ts';
import { useSession } from '../app/session.tsx';

/** A day (`2026-09-25`) as 2026年9月25日, or an instant with its minute in the bureau's time zone; — for none. */
export function DateText({ value }: { readonly value: string | null | undefined }) {
  const { bureau } = useSession();
  if (!value) return <span className="mj-quiet">—</span>;
  const words = value.includes('T') ? formatInstant(value, bureau.timeZone) : formatDay(value);
  return (
    <time dateTime={value} className="mj-number">
      {words}
    </time>
  );
}
