import { supervision } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Press, pressedKindOptions, pressKindText, pressStates } from './texts.ts';

const names = { prefix: 'p', filters: { state: '', kind: '', pressKind: '' } };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '是否说明',
    width: 130,
    options: [
      { value: 'open', label: pressStates.open.label },
      { value: 'replied', label: pressStates.replied.label },
    ],
  },
  {
    kind: 'select',
    key: 'pressKind',
    label: '催办方式',
    width: 130,
    options: [
      { value: 'press', label: '催办' },
      { value: 'escalation', label: '上报督办' },
    ],
  },
  { kind: 'select', key: 'kind', label: '事项类别', options: pressedKindOptions },
] as const;

const columns: DataColumn<Press>[] = [
  {
    key: 'title',
    title: '事项',
    width: 220,
    fixed: 'left',
    shown: 'always',
    render: (row) => (
      <>
        <strong>{row.title}</strong>
        <div className="mj-quiet">{row.ruleSet.name}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 105,
    render: (row) => <StatusTag map={pressStates} state={row.state} />,
  },
  {
    key: 'late',
    title: '责任单位或民警',
    width: 175,
    render: ({ late }) => (
      <>
        {late.name}
        {late.kind === 'officer' && <div className="mj-quiet">{late.unit.name}</div>}
      </>
    ),
  },
  {
    key: 'by',
    title: '催办',
    width: 165,
    render: (row) => (
      <>
        {row.level === null ? `${row.byName}催办` : pressKindText(row)}
        <div className="mj-quiet">
          <DateText value={row.at} />
        </div>
      </>
    ),
  },
  { key: 'to', title: '催办对象', width: 130, notOnCard: true, render: (row) => row.to.name },
  {
    key: 'replyBy',
    title: '说明期限',
    width: 160,
    render: (row) => <DeadlineText due={row.replyBy} done={row.state === 'replied'} />,
  },
  { key: 'reply', title: '说明', width: 150, render: (row) => row.reply ?? '—' },
];

/** Presses with their answers: about work below the viewer, or addressed to him. */
export function PressesTab({ view }: { readonly view: 'toMe' | 'below' }) {
  const state = useTableState(names);
  const navigate = useNavigate();
  const set = Object.fromEntries(Object.entries(state.filters).filter(([, value]) => value !== ''));
  const rows = useEndpoint(
    supervision.listPresses,
    { query: { page: state.page, pageSize: state.pageSize, view, ...(set as object) } },
    { keepPrevious: true },
  );
  return (
    <DataTable
      name={`presses-${view}`}
      label="催办记录"
      columns={columns}
      rowKey={(row) => row.id}
      source={rows}
      state={state}
      filters={<FilterBar state={state} fields={fields} />}
      onOpen={(row) => void navigate({ to: `/presses/${row.id}` })}
      empty={
        view === 'toMe'
          ? { title: '没有发给您的催办', how: '上级催办您或本单位承担的事项后，显示在这里，可在此说明情况。' }
          : { title: '还没有催办记录', how: '在“督办清单”选择事项后点“催办”，每次催办和说明都记录在这里。' }
      }
    />
  );
}
