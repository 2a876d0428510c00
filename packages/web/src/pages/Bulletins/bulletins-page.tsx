import { bulletins } from '@mingji/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { BulletinCard } from './bulletin-card.tsx';
import { CreateBulletin } from './create-bulletin.tsx';
import { type Issuer, IssuerForm } from './issuer-form.tsx';
import { bulletinStates, kindOptions } from './texts.ts';

/** `about` is the period that a bulletin is wanted of: the closing page leads here with it. */
const names = { filters: { about: '', view: '', kind: '', year: '', unitId: '', state: '', text: '' } };
type View = 'all' | 'toRead' | 'toApprove' | 'drafts';

export function BulletinsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const drafts = useAbility('bulletin.draft');
  const approves = useAbility('bulletin.approve');
  const [dialog, setDialog] = useState<'create' | 'issuer' | null>(null);
  const view = (state.filters.view || 'all') as View;
  const rows = useEndpoint(
    bulletins.listBulletins,
    { query: { page: state.page, pageSize: state.pageSize, view, ...queryOf(state.filters) } },
    { keepPrevious: true },
  );
  const issuers = useEndpoint(bulletins.listIssuers, drafts ? {} : null);
  const known = issuers.data?.issuers ?? [];
  const mayCreate = drafts && known.length > 0;
  const about = state.filters.about && mayCreate ? state.filters.about : null;
  const shown = dialog ?? (about === null ? null : firstDialog(known));
  const create = () => setDialog(firstDialog(known));
  const close = () => {
    setDialog(null);
    if (about !== null) state.setFilters({ about: '' });
  };
  return (
    <>
      <PageHeader
        title="通报"
        description="周通报、月考评、季汇总、半年通报、全年评比和专项行动总结，数据取自封存的成绩。"
        more={mayCreate && <Button onClick={() => setDialog('issuer')}>通报设置</Button>}
        action={
          mayCreate && (
            <Button type="primary" onClick={create}>
              拟制通报
            </Button>
          )
        }
      />
      <DataTable
        name="bulletins"
        label="通报"
        columns={drafts ? columns : columns.filter(({ key }) => key !== 'read')}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={
          <>
            <Segmented
              value={view}
              options={viewsFor(drafts, approves)}
              onChange={(next) => state.setFilters({ view: next === 'all' ? '' : String(next) })}
            />
            <FilterBar state={state} fields={fieldsOf(rows.data)} />
          </>
        }
        onOpen={(row) => void navigate({ to: `/bulletins/${row.id}` })}
        card={(row) => <BulletinCard row={row} />}
        empty={emptyOf(view, mayCreate)}
      />
      {shown === 'create' && <CreateBulletin issuers={known} about={about} onClose={close} />}
      {shown === 'issuer' && <IssuerForm issuers={known} onClose={close} />}
    </>
  );
}

/** Without a 机关代字 nothing can be numbered: that is set first. */
function firstDialog(issuers: readonly Issuer[]): 'create' | 'issuer' {
  return issuers.some(({ mark }) => mark !== null) ? 'create' : 'issuer';
}

function queryOf(filters: Readonly<Record<string, string>>) {
  return {
    ...(filters.kind ? { kind: filters.kind as bulletins.BulletinKind } : {}),
    ...(filters.year ? { year: filters.year } : {}),
    ...(filters.unitId ? { unitId: filters.unitId } : {}),
    ...(filters.state ? { state: filters.state as bulletins.BulletinRow['state'] } : {}),
    ...(filters.text ? { text: filters.text } : {}),
  };
}

function viewsFor(drafts: boolean, approves: boolean) {
  return [
    { value: 'all', label: '全部' },
    { value: 'toRead', label: '待我阅读' },
    ...(approves ? [{ value: 'toApprove', label: '待我审批' }] : []),
    ...(drafts ? [{ value: 'drafts', label: '拟制中' }] : []),
  ];
}

function emptyOf(view: View, mayCreate: boolean) {
  if (view === 'toRead') return { title: '没有待阅读的通报', how: '发给您的通报会显示在这里和工作台。' };
  if (view === 'toApprove') return { title: '没有待审批的通报', how: '考核办送审后会显示在这里和工作台。' };
  return {
    title: '还没有通报',
    how: mayCreate
      ? '点“拟制通报”，选择类别和周期，系统按模板生成草稿，修改后送领导审批。'
      : '上级或本单位发布通报后，会显示在这里。',
  };
}

function fieldsOf(
  data:
    | { readonly units: readonly { id: string; name: string }[]; readonly years: readonly number[] }
    | undefined,
) {
  return [
    { kind: 'text', key: 'text', label: '标题或文号', width: 180 },
    { kind: 'select', key: 'kind', label: '类别', options: kindOptions, width: 130 },
    {
      kind: 'select',
      key: 'year',
      label: '年份',
      options: (data?.years ?? []).map((year) => ({ value: String(year), label: `${year}年` })),
      width: 110,
    },
    {
      kind: 'select',
      key: 'unitId',
      label: '发文单位',
      options: (data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
      width: 170,
    },
    {
      kind: 'select',
      key: 'state',
      label: '状态',
      options: Object.entries(bulletinStates).map(([value, { label }]) => ({ value, label })),
      width: 110,
    },
  ] as const;
}

const columns: DataColumn<bulletins.BulletinRow>[] = [
  {
    key: 'title',
    title: '标题',
    width: 265,
    fixed: 'left',
    shown: 'always',
    render: (row) => (
      <>
        {row.unread && <LookTag look="waiting" label="未读" />}{' '}
        <Link to={`/bulletins/${row.id}`}>{row.title}</Link>
        {row.correctedBy && <div className="mj-quiet">已由 {row.correctedBy} 更正</div>}
      </>
    ),
  },
  { key: 'number', title: '文号', width: 150, render: (row) => row.number ?? '—' },
  { key: 'kind', title: '类别', width: 90, render: (row) => bulletins.bulletinKinds[row.kind] },
  { key: 'unit', title: '发文单位', width: 130, render: (row) => row.unit.name },
  { key: 'period', title: '周期', width: 125, render: (row) => row.periodLabel },
  {
    key: 'state',
    title: '状态',
    width: 95,
    render: (row) => <StatusTag map={bulletinStates} state={row.state} />,
  },
  {
    key: 'publishedAt',
    title: '发布时间',
    width: 165,
    render: (row) => <DateText value={row.publishedAt} />,
  },
  {
    key: 'read',
    title: '已读／应读',
    width: 95,
    align: 'right',
    render: (row) => (row.recipients === 0 ? '—' : `${row.read}／${row.recipients}`),
  },
  { key: 'by', title: '拟制人', width: 100, render: (row) => row.draftedByName, notOnCard: true },
];
