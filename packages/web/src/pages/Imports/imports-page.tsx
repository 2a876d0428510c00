import { imports } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { endpointKey } from '../../api/endpoint-key.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { batchStates, texts } from './texts.ts';
import { UploadArea } from './upload-area.tsx';

const names = { filters: { state: '', kind: '' } };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(batchStates).map(([value, { label }]) => ({ value, label })),
  },
  {
    kind: 'select',
    key: 'kind',
    label: '类别',
    options: Object.entries(imports.importKindLabels).map(([value, label]) => ({ value, label })),
  },
] as const;

const columns: readonly DataColumn<imports.ImportBatchLine>[] = [
  {
    key: 'file',
    title: '文件',
    width: 300,
    shown: 'always',
    render: (batch) => (
      <Link to="/imports/$batchId" params={{ batchId: batch.id }}>
        {batch.file.name}
      </Link>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: (batch) => <StatusTag map={batchStates} state={batch.state} />,
  },
  { key: 'number', title: '批次号', width: 150, render: (batch) => batch.number ?? '—' },
  { key: 'kind', title: '类别', width: 120, render: (batch) => imports.importKindLabels[batch.kind] },
  { key: 'unit', title: '导入单位', width: 170, render: (batch) => batch.unit.name },
  { key: 'written', title: '写入内容', width: 260, render: (batch) => batch.written ?? '—' },
  { key: 'by', title: '上传人', width: 110, render: (batch) => batch.createdByName },
  { key: 'at', title: '上传时间', width: 170, render: (batch) => <DateText value={batch.createdAt} /> },
  {
    key: 'confirmedAt',
    title: '确认时间',
    width: 170,
    shown: 'hidden',
    render: (batch) => <DateText value={batch.confirmedAt} />,
  },
];

/** Step 1 of every import, and the batches there were. */
export function ImportsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const batches = useEndpoint(
    imports.listImports,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(state.filters.state ? { state: state.filters.state as imports.ImportBatchLine['state'] } : {}),
        ...(state.filters.kind ? { kind: state.filters.kind as imports.ImportKind } : {}),
      },
    },
    { keepPrevious: true },
  );
  const open = (batchId: string) => void navigate({ to: '/imports/$batchId', params: { batchId } });
  return (
    <>
      <PageHeader title={texts.title} description={texts.description} />
      <UploadArea
        onUploaded={(batch, only) => {
          // Stale even when one goes on with the file: who comes back finds it in the list.
          void queries.invalidateQueries({ queryKey: endpointKey(imports.listImports) });
          if (only) open(batch.id);
        }}
      />
      <DataTable
        name="imports"
        label={texts.title}
        columns={columns}
        rowKey={(batch) => batch.id}
        source={batches}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        onOpen={(batch) => open(batch.id)}
        rowTone={(batch) => (batch.state === 'undone' || batch.state === 'abandoned' ? 'quiet' : undefined)}
        empty={{ title: '还没有导入过文件', how: '上传的文件列在这里，可以随时离开、回来继续核对。' }}
      />
    </>
  );
}
