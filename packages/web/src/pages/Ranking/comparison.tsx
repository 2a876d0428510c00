import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import type { RankingKind } from './ranking-query.ts';
import { SubjectPicker } from './subject-picker.tsx';
import { useOwnRow } from './use-own-row.ts';

interface ComparisonProps {
  readonly periodId: string;
  readonly kind: RankingKind;
}

/** Any two, module by module; both stand in the address (P11). */
export function Comparison({ periodId, kind }: ComparisonProps) {
  const [search, change] = useSearch();
  const own = useOwnRow(periodId, kind);
  // Most who compare begin with themselves.
  const left = search.left ?? own?.subjectId ?? '';
  const right = search.right ?? '';
  const both = left !== '' && right !== '';
  const compared = useEndpoint(
    results.compareSubjects,
    both ? { params: { periodId }, query: { subjectKind: kind, left, right } } : null,
  );
  const who = kind === 'unit' ? '单位' : '民警';
  const side = (name: 'left' | 'right', value: string) => (
    <SubjectPicker
      periodId={periodId}
      kind={kind}
      label={name === 'left' ? `选择第一个${who}` : `选择第二个${who}`}
      value={value === '' ? [] : [value]}
      known={compared.data ? [compared.data.left, compared.data.right] : own ? [own] : []}
      most={1}
      onChange={([id]) => change({ [name]: id ?? null })}
    />
  );
  return (
    <Panel>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 12 }}>
        {side('left', left)}
        {side('right', right)}
      </div>
      {!both ? (
        <EmptyState
          title={`请选择两个${who}`}
          how="逐模块列出双方得分、差距，以及造成差距的记分。也可在表格中勾选两行后点“对比”。"
        />
      ) : compared.error ? (
        <ErrorState error={compared.error} onRetry={() => void compared.refetch()} />
      ) : compared.data ? (
        <ComparisonTable compared={compared.data} />
      ) : (
        <LoadingState text="正在对比……" />
      )}
    </Panel>
  );
}
