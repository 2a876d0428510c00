import { outcomes, type Reply } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { ProposalForm, type ProposalWish } from './proposal-form.tsx';

type Candidate = Reply<typeof outcomes.listCandidates>['items'][number];
const names = { filters: { candidate: '', text: '' } };

interface CandidatesTabProps {
  readonly periodId: string;
  readonly kind: 'unit' | 'officer';
}

/** Who by the method's own data may be proposed for what; the office draws the proposal up. */
export function CandidatesTab({ periodId, kind }: CandidatesTabProps) {
  const state = useTableState(names);
  const [wish, setWish] = useState<ProposalWish | null>(null);
  const found = useEndpoint(outcomes.listCandidates, { query: { periodId } });
  const all = (found.data?.items ?? []).filter((one) => one.subject.kind === kind);
  const kinds = [...new Map(all.map((one) => [one.kind, one.kindName]))];
  const { text, candidate } = state.filters;
  const wanted = all.filter(
    (one) =>
      (!candidate || one.kind === candidate) &&
      (!text ||
        [one.subject.name, one.subject.code, one.subject.unitName].some((each) => each.includes(text))),
  );
  const from = (state.page - 1) * state.pageSize;
  const columns: DataColumn<Candidate>[] = [
    { key: 'name', title: '对象', width: 150, shown: 'always', render: (row) => row.subject.name },
    { key: 'unit', title: '所在单位', width: 180, render: (row) => row.subject.unitName },
    { key: 'kind', title: '可以建议', width: 110, render: (row) => row.kindName },
    { key: 'fact', title: '依据的事实', width: 340, render: (row) => row.fact },
    { key: 'clause', title: '条款', width: 80, render: (row) => row.clause ?? '—' },
    {
      key: 'act',
      title: '办理',
      width: 130,
      render: (row) =>
        row.proposalId ? (
          <Link to={`/outcomes/proposals/${row.proposalId}`}>查看建议</Link>
        ) : (
          <Button
            size="small"
            onClick={() =>
              setWish({
                kind: row.kind,
                subject: { ...row.subject, hint: row.subject.unitName },
                reason: `${row.fact}，建议${row.kindName}。`,
                basis: row.basis,
                periodIds: [periodId],
                streakYear: null,
              })
            }
          >
            起草建议
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        name="candidates"
        label="建议人选"
        columns={columns}
        rowKey={(row) => `${row.kind} ${row.subject.id}`}
        source={{
          data: found.data && { items: wanted.slice(from, from + state.pageSize), total: wanted.length },
          isFetching: found.isFetching,
          error: found.error,
          refetch: found.refetch,
        }}
        state={state}
        filters={
          <FilterBar
            state={state}
            fields={[
              {
                kind: 'select',
                key: 'candidate',
                label: '可以建议',
                options: kinds.map(([value, label]) => ({ value, label })),
              },
              { kind: 'text', key: 'text', label: '姓名、警号或单位' },
            ]}
          />
        }
        empty={{
          title: '本期没有建议人选',
          how: '在办法的“名单”中写明前几名、榜单、末几名可以建议什么，公布成绩后人选列在这里；也可以在“运用建议”中自行起草。',
        }}
      />
      {wish && <ProposalForm wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}
