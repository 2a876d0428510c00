import { entries, results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EntryCard } from './entry-card.tsx';
import { entryColumns } from './entry-columns.tsx';
import { OpenedEntry } from './opened-entry.tsx';
import { ownPeriod } from './own-period.ts';
import { Standing } from './standing.tsx';

const names = { filters: { period: '' } };

/** Where do I stand, and why every single point: this month's entries as they happen (P13). */
export function MyAppraisalPage() {
  const { officer, bureau } = useSession();
  const state = useTableState(names);
  const [open, setOpen] = useState<string | null>(null);
  const all = useEndpoint(results.listOwnPeriods, officer && {});
  const shown = all.data?.periods ?? [];
  const period = ownPeriod(shown, state.filters.period, dayOf(serverNow(), bureau.timeZone));
  const rows = useEndpoint(
    entries.listEntries,
    period
      ? { query: { log: 'mine', periodId: period.id, page: state.page, pageSize: state.pageSize } }
      : null,
    { keepPrevious: true },
  );
  if (!officer)
    return <EmptyState title="此账号没有关联人员" how="个人考核属于民警账号；管理账号请使用其他页面。" />;
  if (all.isError && !all.data) return <ErrorState error={all.error} onRetry={() => void all.refetch()} />;
  if (!all.data) return <LoadingState />;
  const columns = entryColumns((row) => setOpen(row.id));
  return (
    <>
      <PageHeader
        title="我的考核"
        description={`${officer.name} · ${officer.unitName}。每一分都有依据，有异议可以复议。`}
        action={
          <Link to="/score-log" style={{ whiteSpace: 'nowrap' }}>
            得分流水
          </Link>
        }
        more={
          shown.length > 0 && (
            <Select
              aria-label="周期"
              style={{ width: 400, maxWidth: '100%' }}
              value={period?.id ?? null}
              options={shown.map((each) => ({
                value: each.id,
                label: `${each.label} · ${each.ruleSetName}`,
              }))}
              onChange={(next) => state.setFilters({ period: next ?? '' })}
              popupMatchSelectWidth={false}
            />
          )
        }
      />
      {!period ? (
        <EmptyState
          title="您没有参加考核的周期"
          how="您的岗位不在民警考核的序列中，或者考核办还没有开放周期。各单位、民警的成绩在“排名”查看。"
        />
      ) : (
        <Standing periodId={period.id} officerId={officer.id} onEntry={setOpen}>
          <DataTable
            name="my-entries"
            label="得分记录"
            columns={columns}
            rowKey={(row) => row.id}
            source={rows}
            state={state}
            onOpen={(row) => setOpen(row.id)}
            card={(row) => <EntryCard entry={row} />}
            rowTone={(row) => (row.reversedById ? 'quiet' : undefined)}
            empty={{
              title: '本周期还没有得分记录',
              how: '填报被采纳或部门登记后，每一条都会立即显示在这里。',
            }}
          />
        </Standing>
      )}
      <OpenedEntry entryId={open} onOpen={setOpen} onClose={() => setOpen(null)} />
    </>
  );
}
