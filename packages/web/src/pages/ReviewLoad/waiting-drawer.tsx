import { reviewDuties, type submissions } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { type BatchOutcome, BatchResult } from '../Review/batch-result.tsx';
import { TransferWork } from '../Review/transfer-work.tsx';
import type { LoadLine } from './load-columns.tsx';

type Row = submissions.SubmissionView;

const names = { prefix: 'w', filters: {} };
const columns: DataColumn<Row>[] = [
  {
    key: 'title',
    title: '事项',
    width: 200,
    shown: 'always',
    render: (row) => <Link to={`/submissions/${row.id}`}>{row.title}</Link>,
  },
  {
    key: 'subject',
    title: '对象',
    width: 150,
    render: (row) => `${row.subject.name} ${row.subject.unit.name}`,
  },
  { key: 'indicator', title: '指标', width: 120, render: (row) => row.indicator.name },
  { key: 'due', title: '审核时限', width: 190, render: (row) => <DeadlineText due={row.reviewDueAt} /> },
  {
    key: 'taken',
    title: '受理',
    width: 110,
    render: (row) => (row.taken ? <LookTag look="running" label={`${row.taken.byName}受理`} /> : '—'),
  },
];

/** What waits for one reviewer; ticked ones are given to others at once. */
export function WaitingDrawer({ line, onClose }: { readonly line: LoadLine; readonly onClose: () => void }) {
  const phone = useIsPhone();
  const state = useTableState(names);
  const [moving, setMoving] = useState<{ ids: string[]; clear: () => void } | null>(null);
  const [outcome, setOutcome] = useState<BatchOutcome | null>(null);
  const rows = useEndpoint(
    reviewDuties.listWaiting,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        unitId: line.unit.id,
        ...(line.reviewer ? { accountId: line.reviewer.id } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <Drawer
      open
      title={`${line.reviewer?.name ?? '未指定审核人'}待审核的填报（${line.unit.name}）`}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : 860}
    >
      {outcome && <BatchResult {...outcome} onClose={() => setOutcome(null)} />}
      <DataTable<Row>
        name="waiting"
        label="待审核的填报"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        batch={(chosen, clear) => (
          <Button
            type="primary"
            size="small"
            onClick={() => setMoving({ ids: chosen.map((row) => row.id), clear })}
          >
            改派 {chosen.length} 件
          </Button>
        )}
        empty={{ title: '没有待审核的填报', how: '新到的填报按分工流转到审核人。' }}
      />
      {moving && (
        <TransferWork
          submissionIds={moving.ids}
          title={`改派 ${moving.ids.length} 件`}
          onClose={() => setMoving(null)}
          onMoved={({ moved, refused }) => {
            moving.clear();
            const messages = refused.map((each) => each.message);
            setOutcome(messages.length > 0 ? { verb: '改派', done: moved.length, refused: messages } : null);
          }}
        />
      )}
    </Drawer>
  );
}
