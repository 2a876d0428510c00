import { useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { CopyLinkButton } from '../../components/copy-link-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Comparison } from './comparison.tsx';
import { RankMovement } from './rank-movement.tsx';
import { chosenPeriod, useRankedPeriods } from './ranked-periods.ts';
import { RankingHead } from './ranking-head.tsx';
import { RankingList } from './ranking-list.tsx';
import { names, type RankingKind, rankingQuery, viewOf } from './ranking-query.ts';

/** Tables and bars of ranks, per period, for units and officers (P11). */
export function RankingPage() {
  const { periods, error, retry } = useRankedPeriods();
  const [search] = useSearch();
  const { grants } = useSession();
  const description = '各序列的名次与得分，公示后可见；点得分查看每一分的来由。';
  const header = <PageHeader title="排名" description={description} />;
  if (!periods) return error ? <ErrorState error={error} onRetry={retry} /> : <LoadingState />;
  const officerOnly = grants.every((grant) => grant.role === 'officer');
  const wanted = kindOf(search.kind) ?? (officerOnly ? 'officer' : 'unit');
  const period = chosenPeriod(periods, search.period, wanted);
  if (!period) {
    return (
      <>
        {header}
        <EmptyState title="还没有公示的成绩" how="考核办办理月结，计算成绩并公示后，名次与得分出现在这里。" />
      </>
    );
  }
  const { appraises } = period.ruleSet;
  const kind = appraises.includes(wanted) ? wanted : (appraises[0] ?? wanted);
  const view = viewOf(search.view);
  return (
    <>
      <PageHeader
        title="排名"
        description={description}
        more={<CopyLinkButton also={{ period: period.id, kind }} />}
      />
      <RankingHead {...{ periods, period, kind, view }} />
      {view === 'movement' ? (
        <FilteredMovement periodId={period.id} kind={kind} />
      ) : view === 'comparison' ? (
        <Comparison periodId={period.id} kind={kind} />
      ) : (
        <RankingList key={`${period.ruleSet.id} ${kind}`} {...{ period, kind, view }} />
      )}
    </>
  );
}

/** Until somebody is chosen, the first of the list as it is filtered. */
function FilteredMovement({ periodId, kind }: { readonly periodId: string; readonly kind: RankingKind }) {
  return <RankMovement periodId={periodId} asked={rankingQuery(useTableState(names), kind, false)} />;
}

function kindOf(text: string | undefined): 'unit' | 'officer' | null {
  return text === 'unit' || text === 'officer' ? text : null;
}
