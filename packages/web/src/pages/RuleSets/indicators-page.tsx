import { ruleSets } from '@mingji/contract';
import { FAMILY_NAMES, type FamilyName } from '@mingji/engine';
import { Link, useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { texts, versionStates } from './texts.ts';

const names = {
  filters: { text: '', owner: '', module: '', item: '', family: '', year: '', state: 'published' },
};
const years = Array.from({ length: 12 }, (_, index) => String(2020 + index)).map((value) => ({
  value,
  label: `${value} 年`,
}));
const fields: readonly FilterField[] = [
  { kind: 'text', key: 'text', label: '指标名称、代码或条款文字', width: 220 },
  { kind: 'text', key: 'owner', label: '归口部门', width: 140 },
  { kind: 'text', key: 'module', label: '模块', width: 120 },
  { kind: 'text', key: 'item', label: '项目', width: 120 },
  {
    kind: 'select',
    key: 'family',
    label: '计分方式',
    options: Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label })),
  },
  { kind: 'select', key: 'year', label: '施行年度', options: years, width: 110 },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(versionStates).map(([value, { label }]) => ({ value, label })),
    width: 100,
  },
];

const columns: readonly DataColumn<ruleSets.IndicatorLine>[] = [
  { key: 'name', title: '指标', width: 150, shown: 'always', render: (line) => <strong>{line.name}</strong> },
  {
    key: 'item',
    title: '模块 / 项目',
    width: 150,
    render: (line) => `${line.moduleName} / ${line.itemName}`,
  },
  { key: 'clause', title: '条款原文', width: 250, render: (line) => line.clauseText },
  { key: 'family', title: '计分方式', width: 115, render: (line) => line.familyName },
  { key: 'marks', title: '分值', width: 56, align: 'right', render: (line) => line.marks ?? '—' },
  { key: 'owner', title: '归口部门', width: 110, render: (line) => line.owner },
  {
    key: 'ruleSet',
    title: '办法与版本',
    width: 180,
    render: (line) => (
      <Link to={`/rule-sets/${line.versionId}`}>
        {line.ruleSetName} 第 {line.version} 版
      </Link>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 92,
    render: (line) => <StatusTag map={versionStates} state={line.state} />,
  },
  { key: 'unit', title: '制定单位', width: 150, shown: 'hidden', render: (line) => line.unitName },
  { key: 'code', title: '代码', width: 120, shown: 'hidden', render: (line) => line.code },
];

/** P12: the indicator library over all rule sets, versions and years. */
export function IndicatorsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const {
    year,
    state: versionState,
    family,
    ...texted
  } = state.filters as Record<keyof (typeof names)['filters'], string>;
  const given = Object.fromEntries(Object.entries(texted).filter(([, value]) => value !== ''));
  const list = useEndpoint(
    ruleSets.listIndicators,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...given,
        ...(year ? { year } : {}),
        ...(family ? { family: family as FamilyName } : {}),
        ...(versionState ? { state: versionState as z.infer<typeof ruleSets.versionState> } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={texts.library} description={texts.libraryDescription} />
      <DataTable
        name="indicators"
        label={texts.library}
        columns={columns}
        rowKey={(line) => `${line.versionId} ${line.code}`}
        source={list}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={(line) => void navigate({ to: `/rule-sets/${line.versionId}` })}
        empty={{ title: '还没有指标', how: '办法发布后，其指标列在这里。' }}
      />
    </>
  );
}
