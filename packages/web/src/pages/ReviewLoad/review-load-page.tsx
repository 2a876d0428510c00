import { reviewDuties } from '@mingji/contract';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { type LoadLine, loadColumns } from './load-columns.tsx';
import { recentDays } from './recent-days.ts';
import { WaitingDrawer } from './waiting-drawer.tsx';

const fields = [
  { kind: 'day', key: 'from', label: '统计自' },
  { kind: 'day', key: 'to', label: '至' },
  { kind: 'text', key: 'text', label: '部门或审核人' },
] as const;

/** Who has how much, who is late and how fast it goes; a line opens what waits there, to be given to others. */
export function ReviewLoadPage() {
  const { bureau } = useSession();
  const usual = recentDays(bureau.timeZone);
  const state = useTableState({ filters: { by: 'reviewer', from: usual.from, to: usual.to, text: '' } });
  const [open, setOpen] = useState<LoadLine | null>(null);
  const { by, from = usual.from, to = usual.to, text = '' } = state.filters;
  const load = useEndpoint(
    reviewDuties.getReviewLoad,
    { query: { from: from || usual.from, to: to || usual.to } },
    { keepPrevious: true },
  );
  const all = (by === 'unit' ? load.data?.units : load.data?.lines) ?? [];
  const found = all.filter((line) => `${line.unit.name} ${line.reviewer?.name ?? ''}`.includes(text));
  const most = Math.max(1, ...found.map((line) => line.waiting));
  const begin = (state.page - 1) * state.pageSize;
  return (
    <>
      <PageHeader
        title="审核负荷"
        description="谁手上有多少、哪些超时、办得多快；点开一行可以看到待审的填报并改派。"
      />
      <DataTable<LoadLine>
        name="reviewLoad"
        label="审核负荷"
        columns={loadColumns(most, by === 'unit')}
        rowKey={(line) => `${line.unit.id} ${line.reviewer?.id ?? ''}`}
        source={{
          data: load.data && { items: found.slice(begin, begin + state.pageSize), total: found.length },
          isFetching: load.isFetching,
          error: load.error,
          refetch: load.refetch,
        }}
        state={state}
        filters={
          <>
            <Segmented
              value={by ?? 'reviewer'}
              options={[
                { value: 'reviewer', label: '按审核人' },
                { value: 'unit', label: '按部门' },
              ]}
              onChange={(next) => state.setFilters({ by: String(next) })}
            />
            <FilterBar state={state} fields={fields} />
          </>
        }
        {...(by === 'unit' ? {} : { onOpen: setOpen })}
        rowTone={(line) => (line.waiting === 0 && line.decided === 0 ? 'quiet' : undefined)}
        empty={{ title: '本单位没有归口审核的工作', how: '归口部门的审核人和待审填报会列在这里。' }}
      />
      {open && <WaitingDrawer line={open} onClose={() => setOpen(null)} />}
    </>
  );
}
