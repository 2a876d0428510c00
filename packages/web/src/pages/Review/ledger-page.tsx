import { entries } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EntryCard } from '../MyAppraisal/entry-card.tsx';
import { entryColumns, sortable } from '../MyAppraisal/entry-columns.tsx';
import { OpenedEntry } from '../MyAppraisal/opened-entry.tsx';
import { logQuery, logSort } from '../ScoreLog/log-query.ts';
import { useLogFields } from '../ScoreLog/use-log-fields.ts';
import { CorrectEntry } from './correct-entry.tsx';
import { PostEntry } from './post-entry.tsx';

type Row = entries.EntryView;
const names = {
  filters: {
    text: '',
    period: '',
    indicator: '',
    scorer: '',
    kind: '',
    source: '',
    appealed: '',
    entry: '',
  },
  views: ['entry'],
};
const whom: DataColumn<Row>[] = [
  { key: 'subject', title: '对象', width: 110, render: (row) => row.subject.name },
  { key: 'unit', title: '单位', width: 150, render: (row) => row.subject.unit.name },
];

/** Every score in reach, whoever booked it; what is wrong is reversed and booked anew, never changed (§15). */
export function LedgerPage() {
  const state = useTableState(names);
  const [posting, setPosting] = useState(false);
  const [correcting, setCorrecting] = useState<Row | null>(null);
  const rows = useEndpoint(
    entries.listEntries,
    {
      query: {
        ...logQuery('reach', state.filters),
        ...logSort(state.sort),
        page: state.page,
        pageSize: state.pageSize,
      },
    },
    { keepPrevious: true },
  );
  const fields = useLogFields('reach', state.filters, rows.data?.items ?? []);
  const open = (row: Row) => state.setFilters({ entry: row.id });
  const close = () => state.setFilters({ entry: '' });
  const [reason, points, ...rest] = sortable(entryColumns(open)).filter((column) => column.key !== 'appeal');
  const columns = [...(reason ? [reason] : []), ...(points ? [points] : []), ...whom, ...rest];
  return (
    <>
      <PageHeader
        title="得分台账"
        description="每一条只增不改；有误的冲销后重新登记，前后都可查。"
        action={
          <Button type="primary" onClick={() => setPosting(true)}>
            登记加减分
          </Button>
        }
      />
      <DataTable
        name="ledger"
        label="得分台账"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={open}
        card={(row) => <EntryCard entry={row} named />}
        rowTone={(row) => (row.reversedById ? 'quiet' : undefined)}
        empty={{ title: '还没有得分记录', how: '审核采纳的填报和直接登记的加减分会列在这里。' }}
      />
      <OpenedEntry
        entryId={state.filters.entry || null}
        onOpen={(entry) => state.setFilters({ entry })}
        onClose={close}
        onCorrect={setCorrecting}
      />
      {correcting && (
        <CorrectEntry
          entry={correcting}
          onClose={() => {
            setCorrecting(null);
            close();
          }}
        />
      )}
      {posting && <PostEntry onClose={() => setPosting(false)} />}
    </>
  );
}
