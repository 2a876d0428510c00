import { periods as periodEndpoints, results } from '@mingji/contract';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StageBar } from '../../components/stage-bar.tsx';
import { ReopeningNotice } from '../Periods/reopening-notice.tsx';
import { CloseAction } from './close-action.tsx';
import { ClosingChecklist } from './closing-checklist.tsx';
import styles from './closing-page.module.css';
import { type Closing, closingStages, isComputing } from './closing-steps.ts';
import { EvaluationProgress } from './evaluation-progress.tsx';
import { PublishAction } from './publish-action.tsx';
import { SealAction } from './seal-action.tsx';
import { SealedPanel } from './sealed-panel.tsx';

const POLL_MS = 1500;

/** Closing one period: what is open, compute, publish, seal (P14). Left at any point, found again as it stands. */
export function ClosingPage() {
  const { periodId = '' } = useParams({ strict: false }) as unknown as { periodId?: string };
  const { bureau } = useSession();
  const [polling, setPolling] = useState(false);
  const query = useEndpoint(
    results.getClosing,
    { params: { periodId } },
    { refetchEvery: polling ? POLL_MS : false },
  );
  const period = useEndpoint(periodEndpoints.getPeriod, { params: { periodId } });
  const computing = isComputing(query.data);
  useEffect(() => setPolling(computing), [computing]);
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <LoadingState />;
  const closing = query.data;
  return (
    <>
      <PageHeader
        title={`${closing.period.label}结账`}
        description={`${closing.period.ruleSetName}：清完待办、计算成绩、公示、封存。`}
        trail={[{ title: '考核周期', to: '/periods' }]}
        {...(closing.seal
          ? { more: <RankingLink closing={closing} />, action: <ReportLink closing={closing} /> }
          : {})}
      />
      {closing.period.trial && closing.seal === null && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 8 }}
          title="试运行周期：成绩照常计算和显示，不计入任何汇总；可以封存留档，也可以作废。"
        />
      )}
      {period.data && <ReopeningNotice period={period.data.period} />}
      <StageBar label="结账进度" stages={closingStages(closing, bureau.timeZone)} />
      {closing.seal ? <SealedPanel seal={closing.seal} /> : <OpenClosing closing={closing} />}
    </>
  );
}

function RankingLink({ closing }: { readonly closing: Closing }) {
  const navigate = useNavigate();
  const search = { period: closing.period.id } as never;
  return <Button onClick={() => void navigate({ to: '/ranking', search })}>看排名</Button>;
}

/** What comes after the seal: the bulletin of the month. A trial is told nowhere (P20). */
function ReportLink({ closing }: { readonly closing: Closing }) {
  const navigate = useNavigate();
  const drafts = useAbility('bulletin.draft');
  if (!drafts || closing.period.trial) return null;
  const search = { about: closing.period.id } as never;
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/bulletins', search })}>
      拟制通报
    </Button>
  );
}

function OpenClosing({ closing }: { readonly closing: Closing }) {
  const hasResults = closing.evaluation !== null;
  return (
    <div className={styles.columns}>
      <Panel title="检查单">
        <ClosingChecklist closing={closing} />
      </Panel>
      <div>
        <Panel title="办理">
          <ol className={styles.steps}>
            <li>
              <div className={styles.step}>
                <span>截止填报，转归口部门审核</span>
                <CloseAction closing={closing} />
              </div>
            </li>
            <li>
              <div className={styles.step}>
                <span>由台账计算全部考核对象的得分和名次</span>
                <ComputeButton closing={closing} />
              </div>
              <EvaluationProgress evaluation={closing.evaluation} />
              {hasResults && (
                <Link to="/ranking" search={{ period: closing.period.id } as never}>
                  查看计算出的排名
                </Link>
              )}
            </li>
            <li>
              <div className={styles.step}>
                <span>公示成绩，听取异议</span>
                <PublishAction closing={closing} />
              </div>
            </li>
            <li>
              <div className={styles.step}>
                <span>封存，此后不可更改，可随时校验</span>
                {closing.canSeal && <SealAction closing={closing} />}
              </div>
            </li>
          </ol>
        </Panel>
      </div>
    </div>
  );
}

function ComputeButton({ closing }: { readonly closing: Closing }) {
  const command = useCommand(results.startEvaluation, {
    invalidates: [results.getClosing, periodEndpoints.listPeriods],
    doneText: null,
  });
  const computing = isComputing(closing);
  const needed = !closing.evaluation?.current;
  return (
    <Button
      type={needed && !computing ? 'primary' : 'default'}
      loading={command.isPending || computing}
      disabled={closing.period.state === 'draft'}
      onClick={() => void command.run({ params: { periodId: closing.period.id }, body: {} })}
    >
      {computing ? '正在计算' : closing.evaluation ? '重新计算成绩' : '计算成绩'}
    </Button>
  );
}
