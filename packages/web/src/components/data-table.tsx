import { Pagination, Table } from 'antd';
import type { ColumnType, SorterResult } from 'antd/es/table/interface';
import { type ReactNode, useMemo, useState } from 'react';
import { useLargeType } from '../app/large-type.ts';
import { messages } from '../app/messages.ts';
import { PAGE_SIZES } from '../app/table-state.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import type { TableState } from '../app/use-table-state.ts';
import { ColumnChoice } from './column-choice.tsx';
import { DataCards } from './data-cards.tsx';
import { chosenColumns, type DataColumn, type RowTone } from './data-column.ts';
import styles from './data-table.module.css';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { namedPageLinks } from './pagination-names.tsx';
import { usePreference } from './use-preference.ts';
import { useRowKeys } from './use-row-keys.ts';

/** The part of a query's result a table needs; `useEndpoint` of any paged endpoint gives it. */
export interface TableSource<Row> {
  /** `more`: the list ends before all that fits is shown. */
  readonly data:
    | { readonly items: readonly Row[]; readonly total: number; readonly more?: boolean }
    | undefined;
  readonly isFetching: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export interface DataTableProps<Row> {
  /** Names the table's column choice on this machine. */
  readonly name: string;
  /** What the table lists, for those who cannot see it. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly source: TableSource<Row>;
  readonly state: TableState;
  readonly filters?: ReactNode;
  /** Buttons right of the filters: export, say. */
  readonly tools?: ReactNode;
  /** With it rows can be ticked; it renders the actions on the ticked rows. */
  readonly batch?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** Enter or a double click on the row opens it; on the phone a tap. */
  readonly onOpen?: (row: Row) => void;
  /** A card of one's own on the phone. */
  readonly card?: (row: Row) => ReactNode;
  /** `mine`: the reader's own row, or that of the own unit. */
  readonly rowTone?: (row: Row) => RowTone | undefined;
  /** Shown when there is nothing at all; when only the filter finds nothing, that is said instead. */
  readonly empty: { readonly title: string; readonly how?: string; readonly action?: ReactNode };
}

/** Widths are given for 14 px; large type is 18. */
const LARGE_SCALE = 18 / 14;

/** A dense table for professionals; its place stands in the address; the phone gets cards. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rowKey, source, state, batch, onOpen } = props;
  const phone = useIsPhone();
  const scale = useLargeType() ? LARGE_SCALE : 1;
  const [choice, setChoice] = usePreference<string[] | null>(`columns.${props.name}`, null);
  const [ticked, setTicked] = useState<ReadonlyMap<string, Row>>(new Map());
  const rows = source.data?.items ?? [];
  const shown = useMemo(() => chosenColumns(columns, choice), [columns, choice]);
  const tick = (row: Row) => {
    const next = new Map(ticked);
    if (!next.delete(rowKey(row))) next.set(rowKey(row), row);
    setTicked(next);
  };
  const keys = useRowKeys(rows, { open: onOpen, tick: batch ? tick : undefined });
  const clear = () => setTicked(new Map());
  if (source.error && !source.data) {
    return <ErrorState error={source.error} onRetry={() => void source.refetch()} />;
  }
  const empty = state.isFiltered ? (
    <EmptyState title={messages.states.noRows} how={messages.states.noRowsHow} />
  ) : (
    <EmptyState {...props.empty} />
  );
  return (
    <div className={styles.table}>
      <div className={styles.bar}>
        <div className={styles.filters}>{props.filters}</div>
        <div className={styles.tools}>
          {props.tools}
          {!phone && <ColumnChoice columns={columns} choice={choice} onChange={setChoice} />}
        </div>
      </div>
      {batch && ticked.size > 0 && (
        <div className={styles.batch} role="toolbar" aria-label="批量操作">
          <strong>{messages.states.selected(ticked.size)}</strong>
          {batch([...ticked.values()], clear)}
          <button type="button" className="mj-link" onClick={clear}>
            {messages.actions.clearSelection}
          </button>
        </div>
      )}
      {phone ? (
        <DataCards
          {...{ rows, columns: shown, rowKey, onOpen, empty, card: props.card, rowTone: props.rowTone }}
          loading={source.isFetching && !source.data}
          ticked={batch ? new Set(ticked.keys()) : undefined}
          onTick={tick}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move through the rows from here.
        <section {...keys.container} tabIndex={0} aria-label={props.label} className={styles.keys}>
          <Table<Row>
            size="small"
            bordered
            sticky
            rowKey={rowKey}
            columns={shown.map((column) => antColumn(column, state.sort, scale))}
            dataSource={[...rows]}
            loading={{ spinning: source.isFetching, delay: 250 }}
            pagination={false}
            locale={{ emptyText: source.data ? empty : ' ' }}
            scroll={{ x: widthOf(shown) * scale }}
            onChange={(_page, _filters, sorter) => state.setSort(sortText(sorter))}
            onRow={(row, index) => ({
              ...keys.row(index ?? -1),
              // The mouse marks with one click and opens with two: said where the pointer is.
              ...(onOpen && { onDoubleClick: () => onOpen(row), title: messages.states.rowOpens }),
            })}
            rowClassName={(row, index) =>
              [index === keys.active ? styles.active : '', toneClass(props.rowTone?.(row))].join(' ')
            }
            {...(batch
              ? {
                  rowSelection: {
                    selectedRowKeys: [...ticked.keys()],
                    preserveSelectedRowKeys: true,
                    columnWidth: 40,
                    onChange: (_keys: unknown, selected: Row[]) =>
                      setTicked(
                        new Map(
                          selected.map((row, index) => {
                            const known = row ?? [...ticked.values()][index];
                            return [rowKey(known), known] as const;
                          }),
                        ),
                      ),
                  },
                }
              : {})}
          />
        </section>
      )}
      {source.data && source.data.total > 0 && (
        <Pagination
          className={styles.pages ?? ''}
          size={phone ? 'medium' : 'small'}
          simple={phone}
          current={state.page}
          pageSize={state.pageSize}
          total={source.data.total}
          itemRender={namedPageLinks}
          showTotal={source.data.more ? messages.states.totalMore : messages.states.total}
          showSizeChanger={!phone}
          showQuickJumper={!phone && source.data.total > state.pageSize * 10}
          pageSizeOptions={[...PAGE_SIZES]}
          onChange={state.setPage}
        />
      )}
    </div>
  );
}

function antColumn<Row>(column: DataColumn<Row>, sort: string, scale: number): ColumnType<Row> {
  return {
    key: column.key,
    title: column.title,
    render: (_value: unknown, row: Row) => column.render(row),
    ...(column.width === undefined ? {} : { width: column.width * scale }),
    ...(column.align === undefined ? {} : { align: column.align }),
    ...(column.fixed === undefined ? {} : { fixed: column.fixed }),
    ...(column.sortable
      ? {
          sorter: true,
          sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
        }
      : {}),
  };
}

function sortText<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]): string {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  if (!one?.order) return '';
  return one.order === 'ascend' ? String(one.columnKey) : `-${String(one.columnKey)}`;
}

function toneClass(tone: RowTone | undefined): string {
  return (tone && styles[tone]) ?? '';
}

function widthOf<Row>(columns: readonly DataColumn<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 140), 0);
}
