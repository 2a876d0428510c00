import { DownloadOutlined } from '@ant-design/icons';
import { simulations } from '@mingji/contract';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { type TableState, useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import type { Changes } from './cause-list.tsx';
import { MoveCard, moveColumns } from './move-columns.tsx';
import styles from './simulation.module.css';

type Row = simulations.SubjectMoveView;
interface MovesTabProps {
  readonly simulation: simulations.SimulationView;
  readonly kind: Row['subjectKind'];
  readonly changes: Changes;
}

const names = { pageSize: 20, filters: { text: '', unit: '', flips: '', change: '' } };

/** Everybody who moves in one period, the largest movement first. */
export function MovesTab({ simulation, kind, changes }: MovesTabProps) {
  const [search, change] = useSearch();
  const state = useTableState(names);
  const { periods } = simulation;
  const period = periods.find(({ id }) => id === search.period) ?? periods.at(-1);
  const params = { simulationId: simulation.id };
  const filter = { periodId: period?.id ?? '', subjectKind: kind, ...filterOf(state) };
  const moves = useEndpoint(
    simulations.listMoves,
    { params, query: { ...filter, page: state.page, pageSize: Math.min(state.pageSize, 100) } },
    { keepPrevious: true },
  );
  const graded = moves.data?.items.some(({ before, after }) => before.grade ?? after.grade) ?? false;
  const columns = useMemo(() => moveColumns(kind, graded, changes), [kind, graded, changes]);
  const fields = useFields(simulation.id, kind, graded, changes);
  return (
    <DataTable<Row>
      name={`simulation.${kind}`}
      label="变动名单"
      columns={columns}
      rowKey={(row) => row.subjectId}
      source={moves}
      state={state}
      filters={
        <div className={styles.filters}>
          {periods.length > 1 && (
            <Select
              aria-label="周期"
              value={period?.id ?? null}
              popupMatchSelectWidth={false}
              options={periods.map(({ id, label }) => ({ value: id, label }))}
              onChange={(id: string) => change({ period: id, page: null })}
            />
          )}
          <FilterBar state={state} fields={fields} />
        </div>
      }
      tools={
        <DownloadButton
          endpoint={simulations.exportSimulation}
          args={{ params, query: filter }}
          fileName={`试算 ${period?.label ?? ''}.xlsx`}
          icon={<DownloadOutlined />}
        >
          导出
        </DownloadButton>
      }
      card={(row) => <MoveCard {...{ row, graded, changes }} />}
      empty={{
        title: `${period?.label ?? ''}没有${kind === 'unit' ? '单位' : '民警'}的得分、名次或等次变动`,
        how: '请换一个周期，或切换单位与民警。',
      }}
    />
  );
}

function filterOf({ filters }: TableState) {
  const { text, unit, flips, change } = filters;
  return {
    ...(text ? { text } : {}),
    ...(unit ? { unitId: unit } : {}),
    ...(flips ? { flips: 'true' as const } : {}),
    ...(change ? { change } : {}),
  };
}

function useFields(
  simulationId: string,
  subjectKind: Row['subjectKind'],
  graded: boolean,
  changes: Changes,
): FilterField[] {
  const units = useEndpoint(simulations.listUnitTotals, {
    params: { simulationId },
    query: { subjectKind, pageSize: 200 },
  });
  const unitRows = units.data?.items;
  return useMemo(
    () => [
      {
        kind: 'text',
        key: 'text',
        label: subjectKind === 'unit' ? '单位名称或代码' : '姓名、警号或单位',
        width: 180,
      },
      ...(subjectKind === 'officer'
        ? [
            {
              kind: 'select' as const,
              key: 'unit',
              label: '全部单位',
              width: 170,
              options: (unitRows ?? []).map((unit) => ({ value: unit.unitId, label: unit.unitName })),
            },
          ]
        : []),
      ...(graded
        ? [
            {
              kind: 'select' as const,
              key: 'flips',
              label: '全部变动',
              width: 130,
              options: [{ value: 'true', label: '只看等次变化' }],
            },
          ]
        : []),
      {
        kind: 'select',
        key: 'change',
        label: '全部原因',
        width: 190,
        options: [...changes.values()].map((each) => ({
          value: each.key,
          label: simulations.changeWords(each),
        })),
      },
    ],
    [subjectKind, graded, unitRows, changes],
  );
}
