import { pilot } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { ActivationList } from './activation-list.tsx';
import { MarkedPeriods } from './marked-periods.tsx';
import styles from './pilot-page.module.css';
import { SwitchOn } from './switch-on.tsx';

/** The pilot at one look: who takes part since when, what is on trial, which months were entered late (P20). */
export function PilotPage() {
  const [adding, setAdding] = useState(false);
  const query = useEndpoint(pilot.getPilot, {});
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      启用单位
    </Button>
  );
  return (
    <>
      <PageHeader
        title="试点"
        description="先让部分单位参加，再逐步铺开；没有启用的单位不填报、不下达目标、不计算、不排名。"
        action={add}
      />
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingState />}
      {query.data && (
        <>
          <p className={styles.summary}>
            {query.data.on ? (
              <>
                今天有 <strong>{query.data.units.active}</strong> 个单位参加考核，全局共{' '}
                {query.data.units.all} 个。
              </>
            ) : (
              <>现在不分试点，全局 {query.data.units.all} 个单位都参加考核。</>
            )}
          </p>
          <Panel title="参加单位">
            {query.data.activations.length === 0 ? (
              <EmptyState
                title="还没有启用记录"
                how="启用第一个单位后，全局转为试点：只有启用的单位及其下级参加考核。启用本局即全局参加。"
                action={add}
              />
            ) : (
              <ActivationList activations={query.data.activations} today={query.data.today} />
            )}
          </Panel>
          <Panel title="试运行周期" extra={<Link to="/periods">去建立</Link>}>
            <MarkedPeriods
              periods={query.data.trials}
              empty="没有试运行的周期。建立周期时勾选“试运行”，成绩照常计算，不计入任何汇总。"
            />
          </Panel>
          <Panel title="补录的周期" extra={<Link to="/periods">去开放补录</Link>}>
            <MarkedPeriods
              periods={query.data.backEntries}
              empty="没有补录的周期。往期的工作要补报时，在该周期的详情里“开放补录”。"
            />
          </Panel>
          {adding && (
            <SwitchOn today={query.data.today} first={!query.data.on} onClose={() => setAdding(false)} />
          )}
        </>
      )}
    </>
  );
}
