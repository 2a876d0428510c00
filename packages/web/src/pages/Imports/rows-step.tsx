import { imports } from '@mingji/contract';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { ProblemKinds } from './problem-kinds.tsx';
import { rowColumns } from './row-columns.tsx';
import { RulesList } from './rules-list.tsx';
import { SummaryBar } from './summary-bar.tsx';

type Section = 'records' | 'decomposition' | 'rules';
const names = { filters: { text: '', verdict: '', problem: '', only: '' } };
const fields = [{ kind: 'text', key: 'text', label: '查找：姓名、警号、内容或行号' }] as const;
const stale = [imports.getImport, imports.listImportRows, imports.listImportRules];

/** Step 3: every row with its verdict, all problems at once, each with cell, reason and proposed repair. */
export function RowsStep({
  batch,
  onNext,
}: {
  readonly batch: imports.ImportBatch;
  readonly onNext: () => void;
}) {
  const [search, change] = useSearch();
  const section: Section =
    batch.kind === 'targetBook' ? ((search.section as Section) ?? 'records') : 'records';
  const go = (next: Section) =>
    change(
      { section: next === 'records' ? null : next, problem: null, verdict: null, only: null, page: null },
      'push',
    );
  return (
    <>
      <SummaryBar batch={batch} onNext={onNext} />
      {batch.kind === 'targetBook' && (
        <Segmented<Section>
          style={{ marginBottom: 8 }}
          value={section}
          onChange={go}
          options={[
            { value: 'records', label: '指标' },
            { value: 'rules', label: '计分方式' },
            { value: 'decomposition', label: splitLabel(batch) },
          ]}
        />
      )}
      {section === 'rules' ? <RulesList batch={batch} /> : <RowsTable batch={batch} section={section} />}
    </>
  );
}

/** How many kinds of problem the split still has, so that nobody overlooks the other sheet. */
function splitLabel(batch: imports.ImportBatch): string {
  const open = batch.targets.obstacles.length;
  return open > 0 ? `目标分解（${open} 处须更正）` : '目标分解';
}

function RowsTable({
  batch,
  section,
}: {
  readonly batch: imports.ImportBatch;
  readonly section: 'records' | 'decomposition';
}) {
  const state = useTableState(names);
  const { text, verdict, problem, only } = state.filters;
  const rows = useEndpoint(
    imports.listImportRows,
    {
      params: { batchId: batch.id },
      query: {
        section,
        page: state.page,
        pageSize: state.pageSize,
        ...(text ? { text } : {}),
        ...(problem ? { problem } : {}),
        ...(verdict ? { verdict: verdict as imports.Verdict } : {}),
        ...(only ? { only: only as 'taken' } : {}),
      },
    },
    { keepPrevious: true },
  );
  const open = batch.state === 'judged' || (section === 'decomposition' && batch.targets.issued === 0);
  const acts = useRowActs(batch.id);
  const first = rows.data?.items[0];
  const columns = useMemo(
    () => rowColumns(first, { ...acts, open: open && batch.state !== 'undone' }),
    [first, acts, open, batch.state],
  );
  return (
    <DataTable<imports.ImportRow>
      name={`import.${batch.kind}.${section}`}
      label="逐行核对"
      columns={columns}
      rowKey={(row) => `${row.sheet} ${row.row}`}
      source={rows}
      state={state}
      filters={
        <>
          <ProblemKinds
            batch={batch}
            section={section}
            state={state}
            onAccept={open ? acts.acceptKind : null}
          />
          <FilterBar state={state} fields={fields} />
        </>
      }
      rowTone={(row) => (row.skipped || row.verdict === 'not-a-person' ? 'quiet' : undefined)}
      {...(open
        ? {
            batch: (ticked: readonly imports.ImportRow[], clear: () => void) => (
              <Button onClick={() => void acts.skip(ticked, true).then(clear)}>跳过所选行</Button>
            ),
          }
        : {})}
      empty={{ title: '这里没有行', how: '换一个工作表，或回到上一步核对列。' }}
    />
  );
}

export interface RowActs {
  readonly open: boolean;
  readonly acceptOne: (row: imports.ImportRow, problem: imports.ImportProblem, accept: boolean) => unknown;
  readonly edit: (row: imports.ImportRow, field: string, value: string | null) => Promise<unknown>;
  readonly skip: (rows: readonly imports.ImportRow[], skipped: boolean) => Promise<unknown>;
}

function useRowActs(batchId: string) {
  const options = { invalidates: stale, doneText: null };
  const accept = useCommand(imports.acceptImportRepairs, options);
  const edits = useCommand(imports.editImportCells, options);
  const skips = useCommand(imports.skipImportRows, options);
  const run = { accept: accept.run, edit: edits.run, skip: skips.run };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the three run functions are new with every render, what they do is not.
  return useMemo(() => {
    const params = { batchId };
    const place = ({ sheet, row }: imports.ImportRow) => ({ sheet, row });
    return {
      acceptKind: (code: string, agree: boolean) =>
        void run.accept({ params, body: { accept: agree, kinds: [code] } }),
      acceptOne: (row: imports.ImportRow, problem: imports.ImportProblem, agree: boolean) =>
        run.accept({ params, body: { accept: agree, single: [{ ...place(row), key: problem.key }] } }),
      edit: (row: imports.ImportRow, field: string, value: string | null) =>
        run.edit({ params, body: { edits: [{ ...place(row), field, value }] } }),
      skip: (rows: readonly imports.ImportRow[], skipped: boolean) =>
        run.skip({
          params,
          body: { skipped, rows: rows.filter((row) => row.verdict !== 'not-a-person').map(place) },
        }),
    };
  }, [batchId]);
}
