import { outcomes } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { FlagList } from './flag-list.tsx';
import styles from './outcomes.module.css';
import { verdicts } from './texts.ts';

type Row = outcomes.CheckedNominee;
const names = { filters: { verdict: '' } };
const columns: DataColumn<Row>[] = [
  {
    key: 'subject',
    title: '对象',
    width: 190,
    fixed: 'left',
    shown: 'always',
    render: (row) =>
      row.subject ? (
        <>
          {row.subject.name} <span className="mj-quiet">{row.subject.code}</span>
        </>
      ) : (
        row.given
      ),
  },
  {
    key: 'verdict',
    title: '结论',
    width: 110,
    render: (row) => <StatusTag map={verdicts} state={row.verdict} />,
  },
  { key: 'unit', title: '单位', width: 170, render: (row) => row.subject?.unit.name ?? '—' },
  { key: 'facts', title: '情况', width: 420, render: (row) => <Facts row={row} /> },
  {
    key: 'basis',
    title: '所依据的成绩',
    width: 300,
    render: (row) => (row.basis.length === 0 ? '没有已公布的成绩' : row.basis.join('；')),
    notOnCard: true,
  },
  {
    key: 'given',
    title: '名单所写',
    width: 150,
    render: (row) => row.given,
    shown: 'hidden',
    notOnCard: true,
  },
];

/** A stored check: who checked, when, and for each nominee the facts with their clauses. */
export function CheckPage() {
  const { checkId = '' } = useParams({ strict: false }) as { checkId?: string };
  const state = useTableState(names);
  const detail = useEndpoint(outcomes.getCheck, { params: { checkId } });
  if (detail.isError && !detail.data) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (!detail.data) return <LoadingState />;
  const { check } = detail.data;
  const { verdict } = state.filters;
  const wanted = check.nominees.filter((one) => !verdict || one.verdict === verdict);
  const from = (state.page - 1) * state.pageSize;
  return (
    <>
      <PageHeader
        trail={[{ title: '评优核查', to: '/outcomes/checks' }]}
        title={check.title}
        description={
          <>
            {check.byName}核查于 <DateText value={check.at} />
            ；按当时已公布的成绩和在办事项，之后的变化不改变本记录。
          </>
        }
        more={
          <DownloadButton
            endpoint={outcomes.exportCheck}
            args={{ params: { checkId } }}
            fileName="评优核查表.xlsx"
          >
            导出核查表
          </DownloadButton>
        }
      />
      <DataTable
        name="check"
        label="核查结果"
        columns={columns}
        rowKey={(row) => row.given}
        source={{
          data: { items: wanted.slice(from, from + state.pageSize), total: wanted.length },
          isFetching: detail.isFetching,
          error: detail.error,
          refetch: detail.refetch,
        }}
        state={state}
        filters={
          <Segmented
            value={verdict ?? ''}
            options={[
              { value: '', label: `全部 ${check.nominees.length}` },
              ...(['forbidden', 'look', 'clear', 'unresolved'] as const).map((value) => ({
                value,
                label: `${verdicts[value].label} ${check.counts[value]}`,
              })),
            ]}
            onChange={(next) => state.setFilters({ verdict: String(next) })}
          />
        }
        empty={{ title: '名单是空的' }}
      />
    </>
  );
}

function Facts({ row }: { readonly row: Row }) {
  if (row.problem !== null) {
    return (
      <>
        {row.problem}
        {row.candidates.length > 0 && (
          <span className={styles.unit}>
            {row.candidates.map((one) => `${one.name} ${one.code}（${one.unit.name}）`).join('；')}
          </span>
        )}
      </>
    );
  }
  if (row.flags.length === 0) return <>没有发现不符合条件的情况</>;
  return <FlagList flags={row.flags} />;
}
