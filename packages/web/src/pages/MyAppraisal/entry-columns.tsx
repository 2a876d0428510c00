import type { entries } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { EntryPoints, sourceNames } from './entry-summary.tsx';

type Row = entries.EntryView;

export function entryColumns(onOpen: (row: Row) => void): DataColumn<Row>[] {
  return [
    {
      key: 'reason',
      title: '理由',
      width: 260,
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
      width: 130,
      shown: 'always',
      render: (row) => (
        <>
          <EntryPoints entry={row} /> {row.reversedById && <LookTag look="ended" label="已冲销" />}
        </>
      ),
    },
    { key: 'indicator', title: '指标', width: 150, render: (row) => row.indicator.name },
    { key: 'item', title: '项目', width: 150, render: (row) => row.indicator.itemName, notOnCard: true },
    { key: 'clause', title: '依据', width: 240, render: (row) => row.clause.text, notOnCard: true },
    { key: 'by', title: '登记人', width: 110, render: (row) => row.byName },
    { key: 'source', title: '来源', width: 100, render: (row) => sourceNames[row.source.kind] },
    {
      key: 'occurredOn',
      title: '发生日期',
      width: 130,
      render: (row) => <DateText value={row.occurredOn} />,
    },
    { key: 'at', title: '登记时间', width: 170, render: (row) => <DateText value={row.at} /> },
    {
      key: 'appeal',
      title: '复议',
      width: 190,
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
  ];
}
