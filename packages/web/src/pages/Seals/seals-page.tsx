import { results } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { sealColumns } from './seal-columns.tsx';
import { type Seal, SealDrawer } from './seal-drawer.tsx';
import { MOST_AT_ONCE, useVerifications } from './use-verifications.ts';

const names = { filters: { year: '', ruleSetId: '', outcome: '', text: '' } };
const outcomes = [
  { value: 'ok', label: '完好' },
  { value: 'failed', label: '不一致' },
  { value: 'never', label: '尚未校验' },
];

/** Every seal of the bureau in its chain, and the proof that nothing behind it has changed (X3, P14). */
export function SealsPage() {
  const state = useTableState(names);
  const [search, change] = useSearch();
  const phone = useIsPhone();
  const client = useQueryClient();
  const { states, busy, verify, stop } = useVerifications(() => void client.invalidateQueries());
  const filter = filterOf(state.filters);
  const seals = useEndpoint(
    results.listSeals,
    { query: { page: state.page, pageSize: state.pageSize, ...filter } },
    { keepPrevious: true },
  );
  const rows = seals.data?.items ?? [];
  const opened = rows.find((seal) => seal.id === search.seal) ?? null;
  const open = (seal: Seal | null) => change({ seal: seal?.id ?? null });
  const count = Math.min(rows.length, MOST_AT_ONCE);
  return (
    <>
      <PageHeader
        title="封存校验"
        description="每份封存都写有上一份的摘要，连成一条链；改动任何一处，从那里起都校验不过。"
        action={
          busy ? (
            <Button onClick={stop}>停止校验</Button>
          ) : (
            <Button
              type="primary"
              disabled={count === 0}
              onClick={() => void verify(rows.map((seal) => seal.id))}
            >
              {rows.length > MOST_AT_ONCE ? `校验本页前 ${count} 份` : '逐份校验本页'}
            </Button>
          )
        }
      />
      {(seals.data?.failed ?? 0) > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 8 }}
          title={`有 ${seals.data?.failed} 份封存最近一次校验不一致，封存之后有内容被改动`}
          description="请保护现场，立即报告考核办负责人和审计管理员，并与封存时抄录的摘要核对。"
          action={
            <Button danger onClick={() => state.setFilters({ outcome: 'failed' })}>
              只看这些
            </Button>
          }
        />
      )}
      <DataTable<Seal>
        name="seals"
        label="封存清单"
        columns={sealColumns({ states, busy, onOpen: open, onVerify: (seal) => void verify([seal.id]) })}
        rowKey={(seal) => seal.id}
        source={seals}
        filters={<FilterBar state={state} fields={fieldsOf(seals.data)} />}
        tools={
          !phone && (
            <>
              <DownloadButton
                endpoint={results.exportSeals}
                args={{ query: filter }}
                fileName="封存清单.xlsx"
              >
                导出 Excel
              </DownloadButton>
              <DownloadButton
                endpoint={results.exportSealsAsJson}
                args={{ query: filter }}
                fileName="封存清单.json"
              >
                导出 JSON
              </DownloadButton>
            </>
          )
        }
        state={state}
        onOpen={open}
        rowTone={(seal) => {
          const known = states.get(seal.id);
          const ok = known?.kind === 'done' ? known.verification.ok : (seal.lastVerified?.ok ?? true);
          return ok ? undefined : 'redLine';
        }}
        empty={{ title: '还没有封存', how: '考核办在“考核周期”里办完结账并封存后，封存列在这里。' }}
      />
      <SealDrawer
        seal={opened}
        state={opened ? states.get(opened.id) : undefined}
        busy={busy}
        onVerify={() => opened && void verify([opened.id])}
        onClose={() => open(null)}
      />
    </>
  );
}

type List = z.infer<typeof results.listSeals.response>;

/** What is left empty is not asked for. */
function filterOf(filters: Readonly<Record<string, string>>) {
  const { year, ruleSetId, outcome, text } = filters;
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(ruleSetId ? { ruleSetId } : {}),
    ...(outcome ? { outcome: outcome as z.infer<typeof results.sealOutcome> } : {}),
    ...(text ? { text } : {}),
  };
}

function fieldsOf(list: List | undefined): FilterField[] {
  return [
    { kind: 'text', key: 'text', label: '周期、办法或摘要开头' },
    {
      kind: 'select',
      key: 'year',
      label: '年度',
      options: (list?.years ?? []).map((year) => ({ value: String(year), label: `${year} 年` })),
      width: 110,
    },
    {
      kind: 'select',
      key: 'ruleSetId',
      label: '考核办法',
      options: (list?.ruleSets ?? []).map(({ id, name }) => ({ value: id, label: name })),
      width: 200,
    },
    { kind: 'select', key: 'outcome', label: '上次校验', options: outcomes, width: 130 },
  ];
}
