import { supervision } from '@mingji/contract';
import { MATTER_NAMES } from '@mingji/engine';
import { Link } from '@tanstack/react-router';
import { Breadcrumb, Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PressDialog, type PressWish } from './press-dialog.tsx';
import styles from './supervision.module.css';

type Row = supervision.SupervisedUnit;
const names = { filters: { unitId: '' } };

/** What is late at each unit directly below, the worst first: downwards by a click, pressed as a whole. */
export function UnitsTab() {
  const state = useTableState(names);
  const [wish, setWish] = useState<PressWish | null>(null);
  const { unitId } = state.filters;
  const list = useEndpoint(
    supervision.listMattersByUnit,
    { query: unitId ? { unitId } : {} },
    { keepPrevious: true },
  );
  const rows = list.data?.rows ?? [];
  const begin = (state.page - 1) * state.pageSize;
  const open = (id: string) => state.setFilters({ unitId: id });
  const press = (row: Row) => setWish({ title: `${row.name}的逾期和临期事项`, all: whereOf(row) });
  return (
    <>
      <DataTable
        name="supervisionUnits"
        label="各单位的督办事项"
        columns={columnsOf(open, press)}
        card={(row) => <UnitCard row={row} open={open} press={press} />}
        rowKey={(row) => `${row.kind} ${row.id}`}
        source={{
          data: list.data && { items: rows.slice(begin, begin + state.pageSize), total: rows.length },
          isFetching: list.isFetching,
          error: list.error,
          refetch: list.refetch,
        }}
        state={{ ...state, isFiltered: false }}
        filters={
          <Breadcrumb
            items={(list.data?.above ?? []).map(({ id, name }, index, all) => ({
              key: id,
              title:
                index === all.length - 1 ? (
                  <strong>{name}</strong>
                ) : (
                  <button type="button" className="mj-link" onClick={() => open(id)}>
                    {name}
                  </button>
                ),
            }))}
          />
        }
        empty={{ title: '本级以下没有逾期或临近期限的事项', how: '有逾期的单位会列在这里，逾期多的在前。' }}
      />
      {wish && <PressDialog wish={wish} onClose={() => setWish(null)} onDone={() => setWish(null)} />}
    </>
  );
}

/** The matters of a row, as the list takes them; a unit's own are those of nobody below it. */
function whereOf(row: Row): Readonly<Record<string, string>> {
  return row.kind === 'officer' ? { officerId: row.id } : { unitId: row.id };
}

function columnsOf(open: (unitId: string) => void, press: (row: Row) => void): DataColumn<Row>[] {
  return [
    {
      key: 'who',
      title: '单位或民警',
      width: 170,
      fixed: 'left',
      shown: 'always',
      render: (row) => <Name row={row} open={open} />,
    },
    {
      key: 'late',
      title: '逾期',
      width: 66,
      align: 'right',
      shown: 'always',
      render: (row) => <Count row={row} late={row.late} near={0} />,
    },
    {
      key: 'near',
      title: '临期',
      width: 66,
      align: 'right',
      render: (row) => (row.near === 0 ? <span className="mj-quiet">0</span> : row.near),
    },
    ...(Object.keys(MATTER_NAMES) as (keyof typeof MATTER_NAMES)[])
      .filter((kind) => kind !== 'zeroList')
      .map(
        (kind): DataColumn<Row> => ({
          key: kind,
          title: MATTER_NAMES[kind],
          width: 103,
          align: 'right',
          render: (row) => {
            const { late = 0, near = 0 } = row.counts.find((each) => each.kind === kind) ?? {};
            return <Count row={row} kind={kind} late={late} near={near} />;
          },
        }),
      ),
    {
      key: 'act',
      title: '操作',
      width: 82,
      fixed: 'right',
      shown: 'always',
      render: (row) => <Press row={row} press={press} />,
    },
  ];
}

interface RowProps {
  readonly row: Row;
  readonly open: (unitId: string) => void;
  readonly press: (row: Row) => void;
}

function Name({ row, open }: Pick<RowProps, 'row' | 'open'>) {
  if (row.kind !== 'unit') return <strong>{row.name}</strong>;
  return (
    <button type="button" className="mj-link" onClick={() => open(row.id)}>
      {row.name}
    </button>
  );
}

function Press({ row, press }: Pick<RowProps, 'row' | 'press'>) {
  if (!row.canPress) return <span className="mj-quiet">本级事项</span>;
  return (
    <Button size="small" type="primary" ghost onClick={() => press(row)}>
      催办
    </Button>
  );
}

/** On the phone only what there is. */
function UnitCard({ row, open, press }: RowProps) {
  return (
    <div className={styles.unit}>
      <div className={styles.unitHead}>
        <Name row={row} open={open} />
        <Press row={row} press={press} />
      </div>
      <div className={styles.unitCounts}>
        {row.counts
          .filter(({ late, near }) => late + near > 0)
          .map(({ kind, late, near }) => (
            <span key={kind}>
              {MATTER_NAMES[kind]} <Count row={row} kind={kind} late={late} near={near} />
            </span>
          ))}
      </div>
    </div>
  );
}

interface CountProps {
  readonly row: Row;
  readonly kind?: string;
  readonly late: number;
  readonly near: number;
}

/** Late in red, near beside it; both open the list of what they count. */
function Count({ row, kind, late, near }: CountProps) {
  if (late + near === 0) return <span className="mj-quiet">0</span>;
  const text = (
    <>
      {late > 0 && <strong className={styles.late}>{late}</strong>}
      {near > 0 && <span className="mj-quiet"> 临期 {near}</span>}
    </>
  );
  // The list of a unit holds everybody below it, too.
  if (row.kind === 'own') return text;
  const search = { ...whereOf(row), ...(kind ? { kind } : { state: 'late' }) };
  return (
    <Link to="/supervision" search={search as never}>
      {text}
    </Link>
  );
}
