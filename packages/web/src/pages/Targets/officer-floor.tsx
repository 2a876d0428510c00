import { targets } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Elevator } from './elevator.tsx';
import { FloorFilters } from './floor-filters.tsx';
import { FloorTable } from './floor-table.tsx';
import { TargetTable } from './target-table.tsx';
import styles from './targets.module.css';
import type { Book } from './texts.ts';

interface OfficerFloorProps {
  readonly book: Book;
  readonly officerId: string;
  readonly onUnit: (unitId: string) => void;
}

/** The lowest floor: one named officer. */
export function OfficerFloor({ book, officerId, onUnit }: OfficerFloorProps) {
  const query = useEndpoint(targets.getOfficerTargets, {
    params: { versionId: book.versionId, year: book.year, officerId },
  });
  const [search] = useSearch();
  const progress = useEndpoint(
    targets.getOfficerProgress,
    {
      params: { versionId: book.versionId, year: book.year, officerId },
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
  const { officer, ancestors } = query.data;
  return (
    <div className={styles.columns}>
      <Elevator floors={ancestors} last={officer.name} below={[]} onUnit={onUnit} onOfficer={() => {}} />
      <div>
        <Panel
          title={`${officer.name}（${officer.policeNo}，${officer.unit.name}）· ${book.year} 年目标任务`}
        >
          {query.data.targets.length === 0 ? (
            <EmptyState title="还没有分解到本人的目标" how="可在所在单位的目标上点“分解”，把数量落实到人。" />
          ) : (
            <TargetTable targets={query.data.targets} />
          )}
        </Panel>
        {progress.data && (
          <Panel
            title="推进情况"
            extra={<FloorFilters book={book} progress={progress.data} withState={false} />}
          >
            <FloorTable
              progress={progress.data}
              state={null}
              oneIndicator={search.indicator !== undefined}
              ruleSetId={book.ruleSetId}
              onUnit={onUnit}
              onOfficer={() => {}}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}
