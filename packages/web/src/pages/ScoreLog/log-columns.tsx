import type { entries } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { entryColumns, sortable } from '../MyAppraisal/entry-columns.tsx';
import { MarkText } from '../MyAppraisal/mark-text.tsx';
import type { LogName } from './use-logs.ts';

type Row = entries.EntryView;
const mark: DataColumn<Row> = {
  key: 'mark',
  title: '查阅',
  width: 96,
  render: (row) => <MarkText entry={row} />,
};
const whom = (log: LogName): DataColumn<Row> => ({
  key: 'subject',
  title: '对象',
  width: log === 'unit' ? 125 : 165,
  render: ({ subject }) => (
    <>
      {subject.name}
      {log !== 'unit' && subject.kind === 'officer' && <div className="mj-quiet">{subject.unit.name}</div>}
    </>
  ),
});
const period = (log: LogName): DataColumn<Row> => ({
  key: 'period',
  title: '周期',
  width: 110,
  render: (row) => row.period.label,
  ...(log === 'mine' ? {} : { shown: 'hidden' as const }),
});

/** What, how much, by whom and when; of others' entries also about whom. All of it fits a small screen. */
export function logColumns(log: LogName, onOpen: (row: Row) => void): DataColumn<Row>[] {
  const columns = sortable(entryColumns(onOpen));
  const named = (...keys: string[]) => columns.filter((column) => keys.includes(column.key));
  const [occurredOn] = named('occurredOn');
  return [
    ...named('reason', 'points'),
    mark,
    ...(log === 'mine' ? [] : [whom(log)]),
    ...named('at', 'appeal', 'indicator'),
    period(log),
    ...(occurredOn ? [{ ...occurredOn, shown: 'hidden' as const }] : []),
    ...named('clause', 'source'),
  ];
}
