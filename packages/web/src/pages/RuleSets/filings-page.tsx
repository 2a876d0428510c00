import { ruleSets } from '@mingji/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { filingStates, texts } from './texts.ts';

const names = { filters: { state: '' } };
const fields: readonly FilterField[] = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    width: 140,
    options: Object.entries(filingStates).map(([value, { label }]) => ({ value, label })),
  },
];
const columns: readonly DataColumn<ruleSets.FilingLine>[] = [
  {
    key: 'name',
    title: '办法',
    width: 240,
    shown: 'always',
    render: (line) => (
      <Link to={`/rule-sets/${line.versionId}`}>
        {line.ruleSetName} 第 {line.version} 版
      </Link>
    ),
  },
  { key: 'unit', title: '制定单位', width: 130, render: (line) => line.unit.name },
  {
    key: 'state',
    title: '状态',
    width: 120,
    render: (line) => (
      <>
        <StatusTag map={filingStates} state={line.state} />
        {line.state === 'pending' && !line.mayDecide && (
          <div className="mj-quiet">本人报送，须由他人办理</div>
        )}
      </>
    ),
  },
  {
    key: 'submittedAt',
    title: '报送时间',
    width: 160,
    render: (line) => <DateText value={line.submittedAt} />,
  },
  { key: 'submittedBy', title: '报送人', width: 90, render: (line) => line.submittedByName ?? '—' },
  { key: 'note', title: '说明', width: 170, render: (line) => line.note || '—' },
  { key: 'opinion', title: '办理意见', width: 170, render: (line) => line.opinion ?? '—' },
];

/** Q6: what the units below have sent up for filing; what waits stands first. */
export function FilingsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const wanted = state.filters.state as z.infer<typeof ruleSets.filingState> | '';
  const list = useEndpoint(
    ruleSets.listFilings,
    {
      query: { page: state.page, pageSize: state.pageSize, ...(wanted ? { state: wanted } : {}) },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={texts.filings} description={texts.filingsDescription} />
      <DataTable
        name="rule-set-filings"
        label={texts.filings}
        columns={columns}
        rowKey={(line) => line.id}
        source={list}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={(line) => void navigate({ to: `/rule-sets/${line.versionId}` })}
        empty={{
          title: '没有报送备案的办法',
          how: '下级单位的办法须备案的，报送后列在这里，打开即可同意或退回。',
        }}
      />
    </>
  );
}
