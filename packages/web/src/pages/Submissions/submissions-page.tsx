import { submissions } from '@mingji/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { submissionColumns } from './submission-columns.tsx';
import { submissionStates } from './texts.ts';

const names = { filters: { text: '', state: '', whose: 'mine', periodId: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '事项或说明' },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(submissionStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;

/** What was reported: one's own, or of those one is responsible for. */
export function SubmissionsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const creates = useAbility('submission.create');
  const { text, state: wanted, whose, periodId } = state.filters;
  const mine = creates && whose === 'mine';
  const rows = useEndpoint(
    submissions.listSubmissions,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(mine ? { mine: '1' as const } : {}),
        ...(text ? { text } : {}),
        ...(wanted ? { state: wanted as submissions.SubmissionView['state'] } : {}),
        ...(periodId ? { periodId } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader
        title="填报记录"
        description="报送的每一件、每一版、每一步都在这里。"
        action={
          creates && (
            <Link to="/report">
              <Button type="primary">填报工作</Button>
            </Link>
          )
        }
      />
      <DataTable
        name={mine ? 'submissions-mine' : 'submissions'}
        label="填报记录"
        columns={submissionColumns(mine)}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={
          <>
            {creates && (
              <Segmented
                value={mine ? 'mine' : 'all'}
                options={[
                  { value: 'mine', label: '我的' },
                  { value: 'all', label: '我负责的' },
                ]}
                onChange={(next) => state.setFilters({ whose: String(next) })}
              />
            )}
            <FilterBar state={state} fields={fields} />
          </>
        }
        onOpen={(row) => void navigate({ to: `/submissions/${row.id}` })}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        empty={{ title: '还没有填报', how: '从“填报工作”报送第一件，审核结果和得分会显示在这里。' }}
      />
    </>
  );
}
