import { simulations } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { PointsText } from '../../components/points-text.tsx';

type Row = simulations.UnitTotal;
const names = { prefix: 'units', filters: { text: '' } };
const fields: FilterField[] = [{ kind: 'text', key: 'text', label: '单位名称' }];

const number = (text: string | number) => <span className="mj-number">{text}</span>;
const columns: DataColumn<Row>[] = [
  { key: 'name', title: '单位', width: 240, shown: 'always', render: (row) => row.unitName },
  { key: 'subjects', title: '计入次数', width: 100, align: 'right', render: (row) => number(row.subjects) },
  { key: 'before', title: '原平均分', width: 120, align: 'right', render: (row) => number(row.meanBefore) },
  { key: 'after', title: '新平均分', width: 120, align: 'right', render: (row) => number(row.meanAfter) },
  {
    key: 'difference',
    title: '变动',
    width: 110,
    align: 'right',
    shown: 'always',
    render: (row) => difference(row.difference),
  },
];

function difference(points: string) {
  return (
    <strong className="mj-number">
      <PointsText points={points} />
    </strong>
  );
}

interface UnitsTabProps {
  readonly simulationId: string;
  readonly kind: 'unit' | 'officer';
}

/** Means of each unit over all periods tried, the largest movement first. */
export function UnitsTab({ simulationId, kind }: UnitsTabProps) {
  const state = useTableState(names);
  const { text } = state.filters;
  const totals = useEndpoint(
    simulations.listUnitTotals,
    {
      params: { simulationId },
      query: { subjectKind: kind, page: state.page, pageSize: state.pageSize, ...(text ? { text } : {}) },
    },
    { keepPrevious: true },
  );
  return (
    <DataTable<Row>
      name="simulation.units"
      label="单位平均分变动"
      columns={columns}
      rowKey={(row) => row.unitId}
      source={totals}
      state={state}
      filters={<FilterBar state={state} fields={fields} />}
      empty={{ title: '没有前后都有得分的单位' }}
    />
  );
}
