import { organization } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { CalendarForm } from './calendar-form.tsx';
import styles from './organization.module.css';

/** Holidays and make-up working days by year (§13): without them a notice or an appeal period is not computed. */
export function CalendarTab() {
  const { serverTime } = useSession();
  const read = useEndpoint(organization.listCalendars, {});
  const [editing, setEditing] = useState<number | null>(null);
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const { calendars, manage } = read.data;
  const thisYear = Number(serverTime.slice(0, 4));
  const missing = [thisYear, thisYear + 1].filter((year) => !calendars.some((one) => one.year === year));
  return (
    <>
      {manage && missing.length > 0 && (
        <div className={styles.unitActs} style={{ marginBottom: 12 }}>
          {missing.map((year) => (
            <Button
              key={year}
              type={year === thisYear ? 'primary' : 'default'}
              onClick={() => setEditing(year)}
            >
              录入 {year} 年日历
            </Button>
          ))}
        </div>
      )}
      {calendars.length === 0 && (
        <EmptyState
          title="还没有工作日历"
          how="录入国务院办公厅公布的放假安排后，公示、复议等工作日期限才能计算；没有当年日历时系统不推算。"
        />
      )}
      {calendars.map((calendar) => (
        <Panel
          key={calendar.year}
          title={`${calendar.year} 年`}
          extra={
            manage && (
              <Button size="small" onClick={() => setEditing(calendar.year)}>
                调整
              </Button>
            )
          }
        >
          <p style={{ marginTop: 0 }} className="mj-quiet">
            依据：{calendar.source}
          </p>
          <Days title={`周一至周五中放假的 ${calendar.daysOff.length} 天`} days={calendar.daysOff} />
          <Days title={`周末中上班的 ${calendar.workingDays.length} 天`} days={calendar.workingDays} />
        </Panel>
      ))}
      {editing !== null && (
        <CalendarForm
          year={editing}
          calendar={calendars.find((one) => one.year === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Days({ title, days }: { readonly title: string; readonly days: readonly string[] }) {
  return (
    <>
      <h3 style={{ margin: '8px 0 4px', fontSize: '1em' }}>{title}</h3>
      <ul className={styles.days}>
        {days.map((day) => (
          <li key={day} className="mj-number">
            {formatDay(day).replace(/^\d+年/, '')}
          </li>
        ))}
        {days.length === 0 && <li className="mj-quiet">无</li>}
      </ul>
    </>
  );
}
