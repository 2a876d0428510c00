import { organization } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { OfficerDrawer } from './officer-drawer.tsx';
import { OfficerForm } from './officer-forms.tsx';
import { categoryOptions, statusOptions } from './texts.ts';

type Officer = organization.OfficerSummary;

const names = { filters: { text: '', category: '', status: '', below: '', left: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '姓名或警号' },
  { kind: 'select', key: 'category', label: '人员类别', options: categoryOptions, width: 120 },
  { kind: 'select', key: 'status', label: '状态', options: statusOptions, width: 120 },
  { kind: 'select', key: 'below', label: '范围', options: [{ value: 'own', label: '仅本单位' }], width: 120 },
  {
    kind: 'select',
    key: 'left',
    label: '已离开',
    options: [{ value: 'yes', label: '含已离开' }],
    width: 120,
  },
] as const;

const columns: readonly DataColumn<Officer>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 90,
    fixed: 'left',
    shown: 'always',
    render: (officer) => officer.name,
  },
  {
    key: 'policeNo',
    title: '警号',
    width: 90,
    render: (officer) => <span className="mj-number">{officer.policeNo}</span>,
  },
  { key: 'unit', title: '单位', width: 160, render: (officer) => officer.unit?.name ?? '—' },
  { key: 'position', title: '职务', width: 110, render: (officer) => officer.position ?? '—' },
  { key: 'post', title: '岗位', width: 100, render: (officer) => officer.post ?? '—' },
  {
    key: 'category',
    title: '类别',
    width: 80,
    render: (officer) => organization.memberCategoryLabels[officer.category],
  },
  {
    key: 'status',
    title: '状态',
    width: 110,
    render: (officer) => (officer.leftOn ? '已离开' : statusText(officer)),
  },
  { key: 'account', title: '账号', width: 60, render: (officer) => (officer.hasAccount ? '已开' : '—') },
  {
    key: 'left',
    title: '离开日期',
    width: 130,
    shown: 'hidden',
    notOnCard: true,
    render: (officer) => <DateText value={officer.leftOn} />,
  },
];

function statusText({ status, statusNote }: Officer): string {
  if (status === null) return '—';
  const label = organization.serviceStatusLabels[status];
  return statusNote && statusNote !== label ? `${label}（${statusNote}）` : label;
}

export function OfficersTable({ unit }: { readonly unit: organization.UnitView }) {
  const state = useTableState(names);
  const [search, change] = useSearch();
  const [adding, setAdding] = useState(false);
  const mayManage = useAbility('officer.manage') && unit.abilities.manage && unit.abolishedOn === null;
  const { text, category, status, below, left } = state.filters;
  const officers = useEndpoint(
    organization.listOfficers,
    {
      query: {
        unitId: unit.id,
        page: state.page,
        pageSize: state.pageSize,
        ...(text ? { text } : {}),
        ...(category ? { category: category as Officer['category'] } : {}),
        ...(status ? { status: status as NonNullable<Officer['status']> } : {}),
        ...(below ? { below: 'false' as const } : {}),
        ...(left ? { withLeft: 'true' as const } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <DataTable
        name="officers"
        label="人员"
        columns={columns}
        rowKey={(officer) => officer.id}
        source={officers}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        tools={mayManage && <Button onClick={() => setAdding(true)}>新增人员</Button>}
        onOpen={(officer) => change({ officer: officer.id }, 'push')}
        rowTone={(officer) => (officer.leftOn ? 'quiet' : undefined)}
        empty={{ title: '这里还没有人员', how: '可用“数据导入”导入花名册，或逐个新增。' }}
      />
      {adding && <OfficerForm unit={unit} onClose={() => setAdding(false)} />}
      {search.officer && (
        <OfficerDrawer officerId={search.officer} onClose={() => change({ officer: null }, 'push')} />
      )}
    </>
  );
}
