import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { classNames } from '../../components/class-names.ts';
import { byMonth, type CalendarEvent, calendarEvents, eventWords } from './calendar-events.ts';
import type { Period } from './texts.ts';
import styles from './year-calendar.module.css';

interface YearCalendarProps {
  readonly periods: readonly Period[];
  readonly year: number;
  readonly onOpen: (period: Period) => void;
}

/** The year at one look: a card a month, a line a date, what falls on it and for which periods. */
export function YearCalendar({ periods, year, onOpen }: YearCalendarProps) {
  const { bureau } = useSession();
  const today = dayOf(serverNow(), bureau.timeZone);
  const months = byMonth(calendarEvents(periods, bureau.timeZone, year), year);
  return (
    <div className={styles.grid}>
      {months.map(({ month, events }) => (
        <section
          key={month}
          ref={today.startsWith(month) ? intoView : undefined}
          className={classNames(styles.month, today.startsWith(month) && styles.current)}
          aria-label={`${Number(month.slice(5))} 月`}
        >
          <h3 className={styles.name}>{Number(month.slice(5))} 月</h3>
          {events.length === 0 && <p className="mj-quiet">没有安排</p>}
          <ul className={styles.events}>
            {events.map((event) => (
              <EventLine key={`${event.day} ${event.kind}`} event={event} today={today} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Whoever opens the calendar in November sees November. */
function intoView(month: HTMLElement | null): void {
  month?.scrollIntoView({ block: 'nearest' });
}

interface EventLineProps {
  readonly event: CalendarEvent;
  readonly today: string;
  readonly onOpen: (period: Period) => void;
}
const SHOWN = 3;

function EventLine({ event, today, onOpen }: EventLineProps) {
  const { day, kind, periods } = event;
  const shown = periods.slice(0, SHOWN);
  // Several methods have their 第三季度: then the unit tells them apart.
  const many = periods.length > 1;
  return (
    <li className={classNames(styles.event, day < today && styles.past, day === today && styles.today)}>
      <span className={styles.day}>{Number(day.slice(8))} 日</span>
      <span className={classNames(styles.kind, styles[kind])}>{eventWords[kind]}</span>
      <span className={styles.periods}>
        {shown.map((period) => (
          <button
            key={period.id}
            type="button"
            className="mj-link"
            title={`${period.ruleSet.name} · ${period.unit.name}`}
            onClick={() => onOpen(period)}
          >
            {period.label.replace(`${day.slice(0, 4)}年`, '')}
            {many && <span className={styles.whose}>{period.unit.name}</span>}
          </button>
        ))}
        {periods.length > SHOWN && <span className="mj-quiet">等 {periods.length} 个周期</span>}
      </span>
    </li>
  );
}
