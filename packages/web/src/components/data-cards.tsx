import { RightOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-cards.module.css';
import type { DataColumn, RowTone } from './data-column.ts';
import { LoadingState } from './loading-state.tsx';

interface DataCardsProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly loading: boolean;
  readonly empty: ReactNode;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly card: ((row: Row) => ReactNode) | undefined;
  readonly rowTone: ((row: Row) => RowTone | undefined) | undefined;
  readonly ticked: ReadonlySet<string> | undefined;
  readonly onTick: (row: Row) => void;
}

/** The rows of a table as cards a thumb can work with: the first column is the heading. */
export function DataCards<Row>(props: DataCardsProps<Row>) {
  if (props.loading) return <LoadingState />;
  if (props.rows.length === 0) return props.empty;
  return (
    <ul className={styles.cards}>
      {props.rows.map((row) => {
        const key = props.rowKey(row);
        const tone = props.rowTone?.(row);
        return (
          <li key={key} className={classNames(styles.card, tone && styles[tone])}>
            {props.ticked && (
              <Checkbox
                checked={props.ticked.has(key)}
                onChange={() => props.onTick(row)}
                aria-label="选择这一条"
              />
            )}
            <div className={styles.body}>
              {props.card ? props.card(row) : defaultCard(row, props.columns)}
            </div>
            {props.onOpen && (
              <button
                type="button"
                className={styles.open}
                onClick={() => props.onOpen?.(row)}
                aria-label="打开"
              >
                <RightOutlined />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function defaultCard<Row>(row: Row, columns: readonly DataColumn<Row>[]): ReactNode {
  const [head, ...rest] = columns.filter((column) => !column.notOnCard);
  return (
    <>
      <div className={styles.head}>{head?.render(row)}</div>
      <dl className={styles.pairs}>
        {rest.map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>{column.render(row)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
