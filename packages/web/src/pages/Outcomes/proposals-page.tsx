import { outcomes } from '@mingji/contract';
import { PROPOSAL_KINDS, proposalKinds } from '@mingji/engine';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { DecideProposals } from './decide-many.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { proposalStates } from './texts.ts';

type Row = outcomes.ProposalView;
const names = { filters: { kind: '', state: '', text: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '姓名、警号或单位', width: 180 },
  {
    kind: 'select',
    key: 'kind',
    label: '建议类别',
    options: PROPOSAL_KINDS.map((value) => ({ value, label: proposalKinds[value].name })),
  },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(proposalStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;

const columns: DataColumn<Row>[] = [
  {
    key: 'subject',
    title: '对象',
    width: 150,
    fixed: 'left',
    shown: 'always',
    render: (row) => (
      <Link to="/outcomes/proposals/$proposalId" params={{ proposalId: row.id }}>
        {row.subject.name}
      </Link>
    ),
  },
  { key: 'kind', title: '建议', width: 120, render: (row) => proposalKinds[row.kind].name },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: (row) => <StatusTag map={proposalStates} state={row.state} />,
  },
  { key: 'unit', title: '单位', width: 170, render: (row) => row.subject.unit.name },
  { key: 'reason', title: '理由', width: 320, render: (row) => row.reason.slice(0, 80), notOnCard: true },
  { key: 'evidence', title: '依据', width: 80, align: 'right', render: (row) => `${row.evidenceCount} 项` },
  { key: 'by', title: '起草人', width: 100, render: (row) => row.createdByName },
  {
    key: 'at',
    title: '提交时间',
    width: 160,
    render: (row) => (row.submittedAt ? <DateText value={row.submittedAt} /> : '—'),
  },
  { key: 'resolution', title: '决议', width: 190, render: (row) => row.resolutionNo ?? '—' },
];

/** Uses of results as proposals: drawn up by the office, decided by the committee; nothing happens by itself (N10). */
export function ProposalsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const proposes = useAbility('outcome.propose');
  const decides = useAbility('outcome.decide');
  const [drawing, setDrawing] = useState(false);
  const { kind, state: wanted, text } = state.filters;
  const rows = useEndpoint(
    outcomes.listProposals,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(kind ? { kind: kind as Row['kind'] } : {}),
        ...(wanted ? { state: wanted as Row['state'] } : {}),
        ...(text ? { text } : {}),
      },
    },
    { keepPrevious: true },
  );
  const draw = proposes && (
    <Button type="primary" onClick={() => setDrawing(true)}>
      起草建议
    </Button>
  );
  return (
    <>
      <PageHeader
        title="运用建议"
        description="表彰、晋升、约谈、组织调整、培训、交流的建议及依据，由考核委员会审定，不自动执行。"
        action={draw}
      />
      <DataTable
        name="proposals"
        label="运用建议"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        {...(decides
          ? {
              batch: (ticked: readonly Row[], clear: () => void) => (
                <DecideProposals rows={ticked} onDone={clear} />
              ),
            }
          : {})}
        onOpen={(row) => void navigate({ to: `/outcomes/proposals/${row.id}` })}
        empty={{
          title: '还没有运用建议',
          how: '从“先进与末位”的建议人选或连续末位起草，或在这里自行起草。',
        }}
      />
      {drawing && <ProposalForm wish={{}} onClose={() => setDrawing(false)} />}
    </>
  );
}
