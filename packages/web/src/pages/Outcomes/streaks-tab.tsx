import { outcomes } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './outcomes.module.css';
import { ProposalForm, type ProposalWish } from './proposal-form.tsx';

/** Who was last, or among the last, so many years running, and how long the present leader has served (§12). */
export function StreaksTab() {
  const [search, change] = useSearch();
  const proposes = useAbility('outcome.propose');
  const [wish, setWish] = useState<ProposalWish | null>(null);
  const found = useEndpoint(outcomes.listStreaks, {
    query: search.year ? { year: Number(search.year) } : {},
  });
  if (!found.data) {
    return found.error ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  const { items, year, years } = found.data;
  if (years.length === 0) {
    return (
      <EmptyState
        title="还没有公布的年度名次"
        how="连续末位按已公布的年度名次认定：年度周期公示后，连续两年末位、连续三年后三名的列在这里。"
      />
    );
  }
  const draw = (finding: outcomes.StreakFinding) =>
    setWish({
      kind: 'leadership',
      subject: { ...finding.subject, hint: finding.subject.unitName },
      reason: finding.message,
      basis: finding.basis,
      periodIds: finding.ranks.map((rank) => rank.periodId),
      streakYear: year,
    });
  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label="年度"
          value={year}
          options={years.map((one) => ({ value: one, label: `截至 ${one} 年` }))}
          onChange={(one: number) => change({ year: String(one) }, 'push')}
        />
        <span className="mj-quiet">只是提请考核委员会研究的事实，不自动产生任何处理。</span>
      </div>
      {items.length === 0 && (
        <EmptyState
          title={`截至 ${year} 年没有连续末位`}
          how={`已公布 ${years.length} 个年度的名次；中间有一年没有名次的不连续计算。`}
        />
      )}
      {items.map((finding) => (
        <Panel
          key={`${finding.subject.id} ${finding.years} ${finding.among}`}
          title={finding.subject.name}
          extra={
            finding.proposalId ? (
              <Link to={`/outcomes/proposals/${finding.proposalId}`}>查看建议</Link>
            ) : (
              proposes && <Button onClick={() => draw(finding)}>起草建议</Button>
            )
          }
        >
          <p className={styles.text}>{finding.message}</p>
          {finding.clause && (
            <p className="mj-quiet">
              条款 {finding.clause}：{finding.clauseText}
            </p>
          )}
        </Panel>
      ))}
      {wish && <ProposalForm wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}
