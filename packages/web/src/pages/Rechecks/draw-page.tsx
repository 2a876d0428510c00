import { rechecks } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { Alert, Descriptions } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { caseColumns, type RecheckCase } from './case-columns.tsx';
import { CaseDrawer } from './case-drawer.tsx';
import { ReassignCases } from './reassign-cases.tsx';

const names = { filters: {} };

/** One draw: from what, with which seed, whether it repeats, and its cases. */
export function DrawPage() {
  const { drawId = '' } = useParams({ strict: false }) as { drawId?: string };
  const state = useTableState(names);
  const [open, setOpen] = useState<RecheckCase | null>(null);
  const answer = useEndpoint(rechecks.getRecheckDraw, { params: { drawId } });
  if (answer.isError && !answer.data)
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState />;
  const { draw, cases, repeats, populationHash } = answer.data;
  const begin = (state.page - 1) * state.pageSize;
  return (
    <>
      <PageHeader
        trail={[{ title: '抽查复核', to: '/rechecks' }]}
        title={draw.title}
        description={`从 ${draw.population} 件已采纳填报中抽取 ${draw.drawn} 件，待复核 ${draw.waiting}，维持 ${draw.upheld}，更正 ${draw.corrected}，有误备查 ${draw.noted}。`}
      />
      <Panel title="抽取依据">
        <Alert
          type={repeats ? 'success' : 'error'}
          showIcon
          style={{ marginBottom: 12 }}
          title={
            repeats
              ? '按留存的范围和种子重新抽取，结果一致：抽到哪些没有人为挑选。'
              : '按留存的范围和种子重新抽取，结果不一致，请联系系统管理员核查。'
          }
        />
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            {
              key: 'range',
              label: '采纳时间',
              children: (
                <span>
                  <DateText value={draw.from} /> 至 <DateText value={draw.to} />
                </span>
              ),
            },
            { key: 'narrowed', label: '条件', children: draw.narrowed.join('，') || '不限' },
            { key: 'wanted', label: '抽取', children: draw.wanted },
            { key: 'seed', label: '种子', children: <code>{draw.seed}</code> },
            { key: 'hash', label: '范围的 SM3', children: <HashText hash={populationHash} /> },
            {
              key: 'by',
              label: '抽取人',
              children: (
                <span>
                  {draw.drawnByName} <DateText value={draw.drawnAt} />
                </span>
              ),
            },
          ]}
        />
        <p className="mj-quiet" style={{ margin: '8px 0 0' }}>
          算法：对每一件计算 SM3（种子、换行、编号），按结果由小到大取前 {draw.drawn} 件。
        </p>
      </Panel>
      <DataTable<RecheckCase>
        name="recheckCases"
        label="抽到的填报"
        columns={caseColumns}
        rowKey={(row) => row.id}
        source={{
          data: { items: cases.slice(begin, begin + state.pageSize), total: cases.length },
          isFetching: answer.isFetching,
          error: answer.error,
          refetch: answer.refetch,
        }}
        state={state}
        onOpen={setOpen}
        batch={(rows, clear) => <ReassignCases drawId={drawId} cases={rows} onDone={clear} />}
        empty={{ title: '没有抽到填报' }}
      />
      {open && <CaseDrawer item={open} onClose={() => setOpen(null)} />}
    </>
  );
}
