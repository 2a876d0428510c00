import type { reviewDuties } from '@mingji/contract';
import { formatDay } from '../../app/format-time.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './review-load.module.css';

export type LoadLine = reviewDuties.LoadLine;

export function loadColumns(most: number, ofUnits: boolean): DataColumn<LoadLine>[] {
  const who: DataColumn<LoadLine>[] = ofUnits
    ? []
    : [
        {
          key: 'reviewer',
          title: '审核人',
          width: 150,
          shown: 'always',
          render: (line) => (
            <>
              {line.reviewer?.name ?? '未指定审核人'}{' '}
              {line.awayUntil && <LookTag look="ended" label={`请假至 ${formatDay(line.awayUntil)}`} />}
            </>
          ),
        },
      ];
  return [
    ...who,
    { key: 'unit', title: '归口部门', width: 170, render: (line) => line.unit.name },
    {
      key: 'waiting',
      title: '待审',
      width: 190,
      render: (line) => (
        <span className={styles.waiting}>
          <span className={styles.bar} aria-hidden>
            <span style={{ width: `${(100 * line.waiting) / most}%` }} />
          </span>
          <span className="mj-number">{line.waiting} 件</span>
        </span>
      ),
    },
    {
      key: 'overdue',
      title: '其中超时',
      width: 100,
      render: (line) =>
        line.overdue > 0 ? <LookTag look="refused" label={`${line.overdue} 件`} /> : <Quiet text="无" />,
    },
    { key: 'taken', title: '已受理', width: 90, align: 'right', render: (line) => line.taken },
    { key: 'decided', title: '已审', width: 90, align: 'right', render: (line) => line.decided },
    {
      key: 'median',
      title: '办结用时（中位）',
      width: 140,
      align: 'right',
      render: (line) => (line.medianHours === null ? <Quiet text="—" /> : `${line.medianHours} 小时`),
    },
    {
      key: 'returned',
      title: '退回占比',
      width: 100,
      align: 'right',
      render: (line) =>
        line.decided === 0 ? <Quiet text="—" /> : `${Math.round((100 * line.returned) / line.decided)}%`,
    },
  ];
}

function Quiet({ text }: { readonly text: string }) {
  return <span className="mj-quiet">{text}</span>;
}
