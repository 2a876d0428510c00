import { rechecks } from '@mingji/contract';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { caseColumns, caseStates, type RecheckCase } from './case-columns.tsx';
import { CaseDrawer } from './case-drawer.tsx';
import { DrawList } from './draw-list.tsx';
import { DrawRecheck } from './draw-recheck.tsx';
import { QualityList } from './quality-list.tsx';

type View = 'mine' | 'aboutMe' | 'draws' | 'quality';

/** Accepted work looked at a second time by somebody else: drawn by lot, decided, told to who accepted it. */
export function RechecksPage() {
  const manages = useAbility('recheck.manage');
  const [search, change] = useSearch();
  const [drawing, setDrawing] = useState(false);
  const view = (search.view as View | undefined) ?? (manages ? 'draws' : 'mine');
  const views = [
    ...(manages ? [{ value: 'draws', label: '抽查记录' }] : []),
    { value: 'mine', label: '待我复核' },
    { value: 'aboutMe', label: '我审核的' },
    ...(manages ? [{ value: 'quality', label: '审核质量' }] : []),
  ];
  return (
    <>
      <PageHeader
        title="抽查复核"
        description="从已采纳的填报中随机抽取，由原审核人以外的人复核；种子和范围留存，可以重新抽取核对。"
        action={
          manages && (
            <Button type="primary" onClick={() => setDrawing(true)}>
              抽取复核
            </Button>
          )
        }
      />
      <Segmented
        value={view}
        options={views}
        style={{ marginBottom: 12 }}
        onChange={(next) => change({ view: String(next), page: null, state: null })}
      />
      {view === 'draws' && <DrawList />}
      {view === 'quality' && <QualityList />}
      {(view === 'mine' || view === 'aboutMe') && <CaseList key={view} view={view} />}
      {drawing && <DrawRecheck onClose={() => setDrawing(false)} />}
    </>
  );
}

const names = { filters: { state: '' } };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '结论',
    options: Object.entries(caseStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;

function CaseList({ view }: { readonly view: 'mine' | 'aboutMe' }) {
  const state = useTableState(names);
  const [open, setOpen] = useState<RecheckCase | null>(null);
  const rows = useEndpoint(
    rechecks.listRecheckCases,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        view,
        ...(state.filters.state ? { state: state.filters.state as RecheckCase['state'] } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <DataTable<RecheckCase>
        name="rechecks"
        label="复核事项"
        columns={caseColumns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={setOpen}
        empty={
          view === 'mine'
            ? { title: '没有分派给您的复核', how: '考核办抽取后分派给您的事项会列在这里，并收到通知。' }
            : { title: '您审核的填报还没有复核结论', how: '经抽查维持或更正的会列在这里。' }
        }
      />
      {open && <CaseDrawer item={open} onClose={() => setOpen(null)} />}
    </>
  );
}
