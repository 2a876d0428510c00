import type { entries } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { entryColumns } from '../MyAppraisal/entry-columns.tsx';
import { MarkText } from '../MyAppraisal/mark-text.tsx';
import type { LogName } from './use-logs.ts';

type Row = entries.EntryView;
const mark: DataColumn<Row> = {
  key: 'mark',
  title: '查阅',
  width: 110,
  render: (row) => <MarkText entry={row} />,
};
const whom: DataColumn<Row>[] = [
  { key: 'subject', title: '对象', width: 120, render: (row) => row.subject.name },
  { key: 'subjectUnit', title: '单位', width: 150, render: (row) => row.subject.unit.name, notOnCard: true },
];
const period: DataColumn<Row> = {
  key: 'period',
  title: '周期',
  width: 120,
  render: (row) => row.period.label,
};

/** When it happened first, then what, how much and by whom; of others' entries also about whom. */
export function logColumns(log: LogName, onOpen: (row: Row) => void): DataColumn<Row>[] {
  const columns = entryColumns(onOpen);
  const named = (...keys: string[]) => columns.filter((column) => keys.includes(column.key));
  return [
    ...named('reason', 'points'),
    mark,
    ...(log === 'mine' ? [] : log === 'unit' ? whom.slice(0, 1) : whom),
    ...(log === 'scored' ? named('appeal') : []),
    ...named('at'),
    ...(log === 'scored' ? [] : [...named('by'), ...named('appeal')]),
    ...named('indicator'),
    period,
    ...named('clause', 'source', 'occurredOn', 'item'),
  ];
}
