import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { messages } from '../app/messages.ts';
import { EmptyState } from '../components/empty-state.tsx';
import styles from './chart-frame.module.css';
import { ChartTable, type ChartTableProps } from './chart-table.tsx';

interface ChartFrameProps extends ChartTableProps {
  readonly title: string;
  readonly chart: ReactNode;
  /** A download of the same numbers, say. */
  readonly extra?: ReactNode;
}

/** A picture and, one click away, the very numbers it was drawn from. */
export function ChartFrame({ title, chart, extra, ...table }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.frame}>
      <figcaption className={styles.head}>
        <strong>{title}</strong>
        <span className={styles.tools}>
          {extra}
          <Button
            size="small"
            icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? messages.actions.asChart : messages.actions.asTable}
          </Button>
        </span>
      </figcaption>
      {table.rows.length === 0 ? (
        <EmptyState title="暂无可显示的数据" />
      ) : asTable ? (
        <ChartTable {...table} />
      ) : (
        chart
      )}
    </figure>
  );
}
