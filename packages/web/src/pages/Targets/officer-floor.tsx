import { targets } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Elevator } from './elevator.tsx';
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
      </div>
    </div>
  );
}
