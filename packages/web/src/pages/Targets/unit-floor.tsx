import { targets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { DecomposeDrawer } from './decompose-drawer.tsx';
import { Elevator } from './elevator.tsx';
import { FloorFilters } from './floor-filters.tsx';
import { floorState } from './floor-state.ts';
import { FloorTable } from './floor-table.tsx';
import { TargetTable } from './target-table.tsx';
import styles from './targets.module.css';
import type { Book } from './texts.ts';

interface UnitFloorProps {
  readonly book: Book;
  readonly unitId: string;
  readonly onUnit: (unitId: string) => void;
  readonly onOfficer: (officerId: string) => void;
}

/** One floor: the unit's targets, what is handed down of them, and how much is done. */
export function UnitFloor({ book, unitId, onUnit, onOfficer }: UnitFloorProps) {
  const [splitting, setSplitting] = useState<string | null>(null);
  const query = useEndpoint(
    targets.getUnitTargets,
    { params: { versionId: book.versionId, year: book.year, unitId } },
    { keepPrevious: true },
  );
  const [search] = useSearch();
  const progress = useEndpoint(
    targets.getUnitProgress,
    {
      params: { versionId: book.versionId, year: book.year, unitId },
      query: {
        ...(search.period ? { period: search.period } : {}),
        ...(search.indicator ? { indicator: search.indicator } : {}),
      },
    },
    { keepPrevious: true },
  );
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState />;
  const { unit, ancestors, children } = query.data;
  return (
    <div className={styles.columns}>
      <Elevator floors={ancestors} below={children} onUnit={onUnit} onOfficer={onOfficer} />
      <div>
        <Panel
          title={`${unit.name} · ${book.year} 年目标任务`}
          extra={
            <Link to="/units/$unitId" params={{ unitId: unit.id }}>
              单位主页
            </Link>
          }
        >
          {query.data.targets.length === 0 ? (
            <EmptyState
              title="本单位还没有目标"
              how={
                ancestors.length > 1
                  ? '目标由上级分解下达后显示在这里。'
                  : '点“下达目标”，按指标填写数量；或从目标责任书导入。'
              }
            />
          ) : (
            <TargetTable targets={query.data.targets} onDecompose={setSplitting} />
          )}
        </Panel>
        <Panel title="下级推进情况" extra={<FloorFilters book={book} progress={progress.data} withState />}>
          {progress.data ? (
            <FloorTable
              progress={progress.data}
              state={floorState(search.state)}
              oneIndicator={search.indicator !== undefined}
              ruleSetId={book.ruleSetId}
              onUnit={onUnit}
              onOfficer={onOfficer}
            />
          ) : progress.error ? (
            <ErrorState error={progress.error} onRetry={() => void progress.refetch()} />
          ) : (
            <LoadingState />
          )}
        </Panel>
      </div>
      {splitting && <DecomposeDrawer targetId={splitting} onClose={() => setSplitting(null)} />}
    </div>
  );
}
