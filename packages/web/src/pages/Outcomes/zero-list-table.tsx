import { outcomes } from '@mingji/contract';
import { Button, Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { PressZeroList } from './press-zero-list.tsx';

interface ZeroListTableProps {
  readonly periodId: string;
  readonly kind: 'officer' | 'unit';
  readonly list: 'listed' | 'unknown';
}
const names = { filters: { unitId: '', text: '' } };

const columnsOf = (kind: 'officer' | 'unit'): DataColumn<outcomes.ZeroListRow>[] => [
  {
    key: 'name',
    title: kind === 'unit' ? '单位' : '姓名',
    width: 130,
    shown: 'always',
    render: (row) => row.subject.name,
  },
  ...(kind === 'unit'
    ? []
    : [
        { key: 'code', title: '警号', width: 100, render: (row: outcomes.ZeroListRow) => row.subject.code },
        {
          key: 'unit',
          title: '所在单位',
          width: 180,
          render: (row: outcomes.ZeroListRow) => row.subject.unit.name,
        },
        {
          key: 'present',
          title: '出勤工作日',
          width: 100,
          align: 'right' as const,
          render: (row: outcomes.ZeroListRow) => row.presentDays ?? '不详',
        },
      ]),
  {
    key: 'waiting',
    title: '待审核或退回',
    width: 110,
    align: 'right',
    render: (row) => (row.waiting === 0 ? '—' : `${row.waiting} 件`),
  },
  { key: 'reason', title: '情况', width: 320, render: (row) => row.reason, notOnCard: true },
  {
    key: 'pressed',
    title: '最近催办',
    width: 150,
    render: (row) => (row.pressedAt ? <DateText value={row.pressedAt} /> : '—'),
  },
];

export function ZeroListTable({ periodId, kind, list }: ZeroListTableProps) {
  const state = useTableState(names);
  const [, change] = useSearch();
  const units = useUnitOptions();
  const { unitId, text } = state.filters;
  const which = {
    periodId,
    subjectKind: kind,
    list,
    ...(unitId ? { unitId } : {}),
    ...(text ? { text } : {}),
  };
  const rows = useEndpoint(
    outcomes.getZeroList,
    { query: { ...which, page: state.page, pageSize: state.pageSize } },
    { keepPrevious: true },
  );
  const found = rows.data;
  return (
    <>
      {found && <Told found={found} kind={kind} />}
      <DataTable
        name={`zeroList.${kind}`}
        label="清零名单"
        columns={columnsOf(kind)}
        rowKey={(row) => row.subject.id}
        source={rows}
        state={state}
        filters={
          <>
            <Segmented
              value={list}
              options={[
                { value: 'listed', label: `应清零 ${found?.counts.listed ?? ''}` },
                { value: 'unknown', label: `出勤不详 ${found?.counts.unknown ?? ''}` },
              ]}
              onChange={(next) => change({ list: next === 'unknown' ? 'unknown' : null, page: null }, 'push')}
            />
            <FilterBar
              state={state}
              fields={[
                { kind: 'text', key: 'text', label: '姓名、警号或单位', width: 180 },
                {
                  kind: 'select',
                  key: 'unitId',
                  label: '单位及下级',
                  options: units.options.map(({ value, label, hint }) => ({
                    value,
                    label: hint ? `${label}（${hint}）` : label,
                  })),
                  width: 190,
                },
              ]}
            />
          </>
        }
        tools={
          <DownloadButton endpoint={outcomes.exportZeroList} args={{ query: which }} fileName="清零名单.xlsx">
            导出 Excel
          </DownloadButton>
        }
        {...(found?.mayPress
          ? {
              batch: (ticked: readonly outcomes.ZeroListRow[], clear: () => void) => (
                <PressZeroList periodId={periodId} kind={kind} rows={ticked} onDone={clear} />
              ),
            }
          : {})}
        empty={emptyOf(list, found)}
      />
    </>
  );

  function emptyOf(which: 'listed' | 'unknown', data: typeof found) {
    if (which === 'unknown') return { title: '没有出勤不详的对象' };
    const unknown = data?.counts.unknown ?? 0;
    return {
      title: '没有应清零的对象',
      how:
        unknown > 0
          ? `另有 ${unknown} 个对象没有被采纳的工作，但出勤天数不详；导入当月考勤结果后自动判定。`
          : '本月您范围内的对象都有被采纳的工作。',
      ...(unknown > 0
        ? { action: <Button onClick={() => change({ list: 'unknown' }, 'push')}>查看出勤不详的</Button> }
        : {}),
    };
  }
}

type Found = NonNullable<ReturnType<typeof useEndpoint<typeof outcomes.getZeroList>>['data']>;

function Told({ found, kind }: { readonly found: Found; readonly kind: 'officer' | 'unit' }) {
  return (
    <p className="mj-quiet">
      {found.frozen ? '封存于 ' : '截至 '}
      <DateText value={found.asOf} />
      ，本办法考核
      {kind === 'unit' ? `单位 ${found.counts.appraised} 个` : `民警 ${found.counts.appraised} 名`}
      {kind === 'officer' && `；出勤满 ${found.leastDays} 个工作日而没有被采纳工作的列入`}
      {kind === 'unit' && '；本单位及所属民警都没有被采纳工作的列入'}
      {found.clause && `（条款 ${found.clause}）`}。
    </p>
  );
}
