import { entries } from '@mingji/contract';
import { Button, Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EntryCard } from '../MyAppraisal/entry-card.tsx';
import { OpenedEntry } from '../MyAppraisal/opened-entry.tsx';
import { useAcknowledge } from '../MyAppraisal/use-acknowledge.ts';
import { logColumns } from './log-columns.tsx';
import { logQuery, logSort } from './log-query.ts';
import { useLogFields } from './use-log-fields.ts';
import { type LogName, useLogs } from './use-logs.ts';

const names = {
  filters: {
    log: '',
    period: '',
    indicator: '',
    source: '',
    kind: '',
    mark: '',
    scorer: '',
    appealed: '',
    text: '',
    entry: '',
  },
  views: ['log', 'entry'],
};

const about: Readonly<Record<LogName, { readonly words: string; readonly empty: string }>> = {
  mine: {
    words: '每一分从哪里来、谁记的、依据哪一条；可按记录时间或分值排列。',
    empty: '还没有您的得分记录',
  },
  unit: { words: '本单位的每一分，由单位负责人和内勤查阅。', empty: '还没有本单位的得分记录' },
  scored: { words: '您记的每一分，更正了哪些，哪些被提出复议、结果如何。', empty: '您还没有记过分' },
  reach: { words: '管理范围内的每一分，可按评分人查看。', empty: '没有符合条件的得分记录' },
};

/** Points as they happen and by whom; each is marked as seen, or contested (P13). */
export function ScoreLogPage() {
  const state = useTableState(names);
  const logs = useLogs();
  const log = logs.find((each) => each.value === state.filters.log)?.value ?? logs[0]?.value ?? 'reach';
  const rows = useEndpoint(
    entries.listEntries,
    {
      query: {
        ...logQuery(log, state.filters),
        ...logSort(state.sort),
        page: state.page,
        pageSize: state.pageSize,
      },
    },
    { keepPrevious: true },
  );
  const fields = useLogFields(log, state.filters, rows.data?.items ?? []);
  const open = (row: entries.EntryView) => state.setFilters({ entry: row.id });
  return (
    <>
      <PageHeader title="得分流水" description={about[log].words} />
      <DataTable<entries.EntryView>
        name={`score-log-${log}`}
        label="得分流水"
        columns={logColumns(log, open)}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        onOpen={open}
        card={(row) => <EntryCard entry={row} named={log !== 'mine'} />}
        rowTone={(row) => (row.reversedById ? 'quiet' : undefined)}
        {...(log === 'mine' || log === 'unit'
          ? { batch: (ticked, clear) => <MarkMany rows={ticked} clear={clear} /> }
          : {})}
        tools={(log === 'mine' || log === 'unit') && <MarkPage rows={rows.data?.items ?? []} />}
        filters={
          <>
            {logs.length > 1 && (
              <Segmented
                value={log}
                options={[...logs]}
                onChange={(next) => state.setFilters({ ...names.filters, log: String(next) })}
              />
            )}
            <FilterBar state={state} fields={fields} />
          </>
        }
        empty={{ title: about[log].empty, how: '填报被采纳或部门登记后，每一条都会立即显示在这里。' }}
      />
      <OpenedEntry
        entryId={state.filters.entry || null}
        onOpen={(entry) => state.setFilters({ entry })}
        onClose={() => state.setFilters({ entry: '' })}
      />
    </>
  );
}

const unseen = (rows: readonly entries.EntryView[]) =>
  rows
    .filter((row) => row.can.acknowledge && row.acknowledgement === null && !row.period.sealed)
    .map((row) => row.id);

function MarkMany({
  rows,
  clear,
}: {
  readonly rows: readonly entries.EntryView[];
  readonly clear: () => void;
}) {
  const { mark, isPending } = useAcknowledge(clear);
  const ids = unseen(rows);
  return (
    <Button
      type="primary"
      disabled={ids.length === 0}
      loading={isPending}
      onClick={() => void mark(ids, 'seen')}
    >
      标为已知悉（{ids.length} 条）
    </Button>
  );
}

/** Everything new on this page at once; what one disagrees with is opened first. */
function MarkPage({ rows }: { readonly rows: readonly entries.EntryView[] }) {
  const { mark, isPending } = useAcknowledge();
  const ids = unseen(rows);
  if (ids.length === 0) return null;
  return (
    <Button loading={isPending} onClick={() => void mark(ids, 'seen')}>
      本页 {ids.length} 条全部知悉
    </Button>
  );
}
