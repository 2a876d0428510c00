import { operations } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Panel } from '../../components/panel.tsx';
import { RemoveSubjects } from './remove-subjects.tsx';

interface Subject {
  readonly kind: 'unit' | 'officer';
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unitName: string;
}
const names = { filters: { text: '' } };
const columns: readonly DataColumn<Subject>[] = [
  { key: 'name', title: '名称', width: 200, shown: 'always', render: (row) => row.name },
  { key: 'kind', title: '类别', width: 80, render: (row) => (row.kind === 'unit' ? '单位' : '民警') },
  {
    key: 'code',
    title: '机构代码或警号',
    width: 150,
    render: (row) => <span className="mj-number">{row.code}</span>,
  },
  { key: 'unit', title: '单位', width: 200, render: (row) => row.unitName },
];

interface OperationSubjectsProps {
  readonly operationId: string;
  /** The reader runs it and it is not public yet. */
  readonly changeable: boolean;
}

/** Who takes part; whoever is not here cannot report to it. */
export function OperationSubjects({ operationId, changeable }: OperationSubjectsProps) {
  const state = useTableState(names);
  const { text } = state.filters;
  const list = useEndpoint(
    operations.listOperationSubjects,
    {
      params: { operationId },
      query: { page: state.page, pageSize: state.pageSize, ...(text ? { text } : {}) },
    },
    { keepPrevious: true },
  );
  return (
    <Panel title="考核对象">
      <DataTable<Subject>
        name="operation-subjects"
        label="考核对象"
        columns={columns}
        rowKey={(row) => `${row.kind} ${row.id}`}
        source={list}
        state={state}
        {...(changeable
          ? {
              batch: (rows: readonly Subject[], clear: () => void) => (
                <RemoveSubjects operationId={operationId} subjects={rows} onDone={clear} />
              ),
            }
          : {})}
        filters={
          <FilterBar state={state} fields={[{ kind: 'text', key: 'text', label: '名称、警号、单位' }]} />
        }
        empty={{ title: '还没有考核对象' }}
      />
    </Panel>
  );
}
