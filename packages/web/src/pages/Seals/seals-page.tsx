import { results } from '@mingji/contract';
import { Button } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { sealColumns } from './seal-columns.tsx';
import { type Seal, SealDrawer } from './seal-drawer.tsx';
import { MOST_AT_ONCE, useVerifications } from './use-verifications.ts';

const names = {};

/** Every seal of the bureau in its chain, and the proof that nothing behind it has changed (X3, P14). */
export function SealsPage() {
  const state = useTableState(names);
  const [search, change] = useSearch();
  const { states, busy, verify, stop } = useVerifications();
  const seals = useEndpoint(
    results.listSeals,
    { query: { page: state.page, pageSize: state.pageSize } },
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
      <DataTable<Seal>
        name="seals"
        label="封存清单"
        columns={sealColumns({ states, busy, onOpen: open, onVerify: (seal) => void verify([seal.id]) })}
        rowKey={(seal) => seal.id}
        source={seals}
        state={state}
        onOpen={open}
        rowTone={(seal) => {
          const known = states.get(seal.id);
          return known?.kind === 'done' && !known.verification.ok ? 'redLine' : undefined;
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
