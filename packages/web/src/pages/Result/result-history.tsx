import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { LineChart } from '../../charts/line-chart.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './result-history.module.css';
import type { SubjectAt } from './subject-at.ts';

/** Two years of months. */
const PERIODS = 24;

interface ResultHistoryProps {
  readonly at: Pick<SubjectAt, 'subjectKind' | 'subjectId'>;
  /** Periods of other rule sets have another scale and are left out. */
  readonly ruleSetName: string;
}

/** Scores and ranks over the periods (P11, vertically); a month without a score is a gap. */
export function ResultHistory({ at, ruleSetName }: ResultHistoryProps) {
  const history = useEndpoint(results.listSubjectResults, {
    params: { subjectKind: at.subjectKind, subjectId: at.subjectId },
    query: { pageSize: PERIODS },
  });
  const rows = (history.data?.items ?? []).filter((row) => row.ruleSetName === ruleSetName).reverse();
  if (rows.length < 2) return null;
  const names = rows.map((row) => row.periodLabel);
  const scores = rows.map((row) => row.score.value);
  const ranks = rows.map((row) => (row.rank === null ? null : String(row.rank)));
  return (
    <Panel title="历期成绩">
      <div className={styles.charts}>
        <LineChart
          title="得分"
          nameHeading="周期"
          names={names}
          series={[{ name: '得分', values: scores }]}
          height={150}
        />
        <LineChart
          title="名次（第 1 名在上）"
          nameHeading="周期"
          names={names}
          series={[{ name: '名次', values: ranks }]}
          scale="rank"
          height={150}
        />
      </div>
    </Panel>
  );
}
