import { periods } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf, formatDay, lastDay } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { StageBar } from '../../components/stage-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { BackEntry, mayBackEnter } from './back-entry.tsx';
import { automaticWords, CalendarSettings } from './calendar-settings.tsx';
import { ChangePeriod } from './change-period.tsx';
import { DiscardTrial } from './discard-trial.tsx';
import { PeriodActions } from './period-actions.tsx';
import styles from './periods.module.css';
import { ReopeningNotice } from './reopening-notice.tsx';
import { stagesOf } from './stages.ts';
import { kindNames, periodStates, texts } from './texts.ts';

interface PeriodDrawerProps {
  readonly periodId: string;
  readonly onClose: () => void;
}

/** Everything about one period: its fields, its deadlines, what was done with it and why. */
export function PeriodDrawer({ periodId, onClose }: PeriodDrawerProps) {
  const phone = useIsPhone();
  const query = useEndpoint(periods.getPeriod, { params: { periodId } });
  const period = query.data?.period;
  return (
    <Drawer open title={period?.label ?? texts.title} onClose={onClose} size={phone ? '100%' : 640}>
      {query.error && !period && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingState />}
      {period && <PeriodDetail period={period} />}
    </Drawer>
  );
}

type Detail = z.infer<typeof periods.periodDetail>;

function PeriodDetail({ period }: { readonly period: Detail }) {
  const { bureau } = useSession();
  const [changing, setChanging] = useState(false);
  const [setting, setSetting] = useState(false);
  const [backEntering, setBackEntering] = useState(false);
  const today = dayOf(serverNow(), bureau.timeZone);
  const deadline = (instant: string) => `${formatDay(lastDay(instant, bureau.timeZone))} 24:00`;
  return (
    <>
      <ReopeningNotice period={period} />
      <StageBar label={`${period.label}进度`} stages={stagesOf(period, bureau.timeZone)} />
      <div className={styles.actions}>
        <PeriodActions period={period} size="medium" />
        {period.canChange && <Button onClick={() => setChanging(true)}>{texts.change}</Button>}
        {period.canChange && <Button onClick={() => setSetting(true)}>{texts.calendar}</Button>}
        {mayBackEnter(period, today) && <Button onClick={() => setBackEntering(true)}>开放补录</Button>}
        <DiscardTrial period={period} />
      </div>
      <dl className={styles.facts}>
        <dt>状态</dt>
        <dd>
          <StatusTag map={periodStates} state={period.state} />
        </dd>
        <dt>办法</dt>
        <dd>
          <Link to={`/rule-sets/${period.ruleSet.versionId}`}>
            {period.ruleSet.name} 第 {period.ruleSet.version} 版
          </Link>
        </dd>
        <dt>类别</dt>
        <dd>{kindNames[period.kind]}</dd>
        <dt>数据窗口</dt>
        <dd>
          {formatDay(period.from)} 至 {formatDay(period.to)}
        </dd>
        <dt>填报截止</dt>
        <dd>{deadline(period.submitBy)}</dd>
        <dt>审核截止</dt>
        <dd>{deadline(period.reviewBy)}</dd>
        {period.reportBy && (
          <>
            <dt>上报截止</dt>
            <dd>{deadline(period.reportBy)}</dd>
          </>
        )}
        <dt>公示</dt>
        <dd>{period.noticeDays} 个工作日</dd>
        <dt>复议</dt>
        <dd>公布之日起 {period.appealDays} 个工作日内提出</dd>
        <dt>按日历办理</dt>
        <dd>{automaticWords(period)}</dd>
        {period.trial && (
          <>
            <dt>试运行</dt>
            <dd>
              {period.discardedAt === null
                ? '照常填报、审核、计算，成绩只供参考，不计入任何汇总、排名通报和结果运用。'
                : '已作废，不再办理。'}
            </dd>
          </>
        )}
        {period.backEntryReason !== null && (
          <>
            <dt>补录原因</dt>
            <dd>{period.backEntryReason}</dd>
          </>
        )}
      </dl>
      <WorkTimeline
        steps={period.timeline.map((event, index) => ({
          key: `${index} ${event.at}`,
          action: event.actionLabel,
          actor: event.byName,
          at: event.at,
          text: event.reason,
        }))}
      />
      {changing && <ChangePeriod period={period} onClose={() => setChanging(false)} />}
      {setting && <CalendarSettings period={period} onClose={() => setSetting(false)} />}
      {backEntering && <BackEntry period={period} onClose={() => setBackEntering(false)} />}
    </>
  );
}
