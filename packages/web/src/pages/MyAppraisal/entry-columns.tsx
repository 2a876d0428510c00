import type { entries } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { EntryPoints, sourceNames } from './entry-summary.tsx';

type Row = entries.EntryView;

/** The columns that the server can order a list by. */
export function sortable(columns: readonly DataColumn<Row>[]): DataColumn<Row>[] {
  return columns.map((column) =>
    column.key === 'at' || column.key === 'points' ? { ...column, sortable: true } : column,
  );
}

/** What the usual look needs fits a small screen; the rest waits in the column choice. */
export function entryColumns(onOpen: (row: Row) => void): DataColumn<Row>[] {
  return [
    {
      key: 'reason',
      title: '理由',
      width: 230,
      fixed: 'left',
      shown: 'always',
      render: (row) => (
        <button type="button" className="mj-link" onClick={() => onOpen(row)}>
          {row.reason}
        </button>
      ),
    },
    {
      key: 'points',
      title: '分值',
      width: 120,
      shown: 'always',
      render: (row) => (
        <>
          <EntryPoints entry={row} /> {row.reversedById && <LookTag look="ended" label="已冲销" />}
        </>
      ),
    },
    {
      key: 'indicator',
      title: '指标',
      width: 160,
      render: (row) => (
        <>
          {row.indicator.name}
          <div className="mj-quiet">{row.indicator.itemName}</div>
        </>
      ),
    },
    {
      key: 'at',
      title: '登记',
      width: 165,
      render: (row) => (
        <>
          {row.byName}
          <div className="mj-quiet">
            <DateText value={row.at} />
          </div>
        </>
      ),
    },
    {
      key: 'occurredOn',
      title: '发生日期',
      width: 130,
      render: (row) => <DateText value={row.occurredOn} />,
    },
    {
      key: 'appeal',
      title: '复议',
      width: 170,
      render: (row) =>
        row.appeal ? (
          <AppealLink appeal={row.appeal} />
        ) : row.appealUntil ? (
          <span className="mj-quiet">
            最迟 <DeadlineText due={row.appealUntil} />
          </span>
        ) : (
          '—'
        ),
    },
    {
      key: 'clause',
      title: '依据',
      width: 240,
      shown: 'hidden',
      render: (row) => row.clause.text,
      notOnCard: true,
    },
    {
      key: 'source',
      title: '来源',
      width: 100,
      shown: 'hidden',
      render: (row) => sourceNames[row.source.kind],
    },
  ];
}
