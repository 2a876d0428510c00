import { submissions } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Result } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { deadlineWords } from '../../app/deadline.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { ChoiceSelect } from '../../components/choice-select.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { useKeptDrafts } from '../../components/use-draft.ts';
import type { ReportPeriod } from './choose-indicators.ts';
import { choosePeriod, closedBeside } from './choose-period.ts';
import { IndicatorPicker } from './indicator-picker.tsx';
import { draftsOf, ReportForm } from './report-form.tsx';
import styles from './report-page.module.css';

/** Reporting work, made for one hand on a phone: whom, which period, which indicator, what, with a photo. */
export function ReportPage() {
  const { officer, bureau } = useSession();
  const [search, change] = useSearch();
  const [done, setDone] = useState<submissions.SubmissionView | null>(null);
  const subjects = useEndpoint(submissions.listReportSubjects, { query: {} });
  const all = subjects.data?.subjects ?? [];
  const subjectId = search.subject ?? officer?.id ?? all[0]?.id;
  const subject = all.find((each) => each.id === subjectId);
  const form = useEndpoint(
    submissions.getReportForm,
    subject ? { query: { subjectKind: subject.kind, subjectId: subject.id } } : null,
  );
  if (subjects.isError) return <ErrorState error={subjects.error} onRetry={() => void subjects.refetch()} />;
  if (form.isError) return <ErrorState error={form.error} onRetry={() => void form.refetch()} />;
  if (!subjects.data || (subject && !form.data)) return <LoadingState />;
  if (done) return <Handed submission={done} onMore={() => setDone(null)} />;
  const periods = form.data?.periods ?? [];
  const today = dayOf(serverNow(), bureau.timeZone);
  const period = choosePeriod(periods, search.period, today);
  const indicator = period?.indicators.find((each) => each.code === search.indicator);
  return (
    <div className={styles.page}>
      <PageHeader title="填报工作" description="做了就报；报送后按归口流转到主管部门审核。" />
      <div className={styles.heads}>
        {all.length > 1 && (
          <ChoiceSelect
            aria-label="填报对象"
            style={{ width: 280 }}
            allowClear={false}
            value={subject?.id ?? null}
            options={all.map((each) => ({
              value: each.id,
              label: each.name,
              hint: `${each.code} ${each.unit.name}`,
            }))}
            onChange={(next) => change({ subject: next, indicator: null })}
          />
        )}
        {periods.length > 1 && (
          <ChoiceSelect
            aria-label="周期"
            style={{ width: 400, maxWidth: '100%' }}
            allowClear={false}
            value={period?.id ?? null}
            options={periods.map((each) => ({ value: each.id, label: each.label, hint: each.ruleSetName }))}
            onChange={(next) => change({ period: next, indicator: null })}
          />
        )}
        {period && (
          <span>
            {periods.length === 1 && <strong>{period.label} </strong>}
            填报截止 <DeadlineText due={period.submitBy} />
          </span>
        )}
      </div>
      <Panel>
        {!period || !subject ? (
          <EmptyState
            title="现在没有可填报的周期"
            how={form.data?.pilotNotice ?? '考核办开放周期后，可填报的指标列在这里。'}
          />
        ) : indicator ? (
          <ReportForm
            key={`${subject.id} ${indicator.code}`}
            {...{ period, indicator, subject }}
            onChange={() => change({ indicator: null })}
            onDone={setDone}
          />
        ) : period.indicators.length === 0 ? (
          <EmptyState
            title={`${period.label}的填报已于 ${deadlineWords(period.submitBy, bureau.timeZone)} 截止`}
            how="有正当理由需补报的，请联系考核办重新开放。已写的草稿保留在本机 30 天，重新开放后可以接着报送。"
          />
        ) : (
          <>
            {period.closed && <OnlyLate period={period} subjectId={subject.id} />}
            {!search.period && <OthersClosed shown={period} closed={closedBeside(periods, period, today)} />}
            <IndicatorPicker
              indicators={period.indicators}
              drafts={draftsOf(period.id, subject.id)}
              onChoose={(code) => change({ indicator: code, period: period.id }, 'push')}
            />
          </>
        )}
      </Panel>
    </div>
  );
}

interface OnlyLateProps {
  readonly period: ReportPeriod;
  readonly subjectId: string;
}

/** Past the deadline only some indicators are left: said so, with what was begun under the others and is not lost. */
function OnlyLate({ period, subjectId }: OnlyLateProps) {
  const { bureau } = useSession();
  const open = new Set(period.indicators.map(({ code }) => code));
  const kept = useKeptDrafts(draftsOf(period.id, subjectId)).filter(({ rest }) => !open.has(rest));
  const titles = kept.map(({ values }) => (values as { title?: string }).title || '还没写事项').join('；');
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`${period.label}的填报已于 ${deadlineWords(period.submitBy, bureau.timeZone)} 截止，下列指标仍可逾期填报。`}
      description={`其他指标有正当理由需补报的，请联系考核办重新开放。${kept.length > 0 ? `已写未报的 ${kept.length} 件（${titles}）保留在本机 30 天，重新开放后可以接着报送。` : ''}`}
    />
  );
}

interface OthersClosedProps {
  readonly shown: ReportPeriod;
  readonly closed: readonly ReportPeriod[];
}

/** Nobody lands in another method's month without being told. */
function OthersClosed({ shown, closed }: OthersClosedProps) {
  const { bureau } = useSession();
  if (closed.length === 0) return null;
  const said = closed.map(
    (each) =>
      `${each.ruleSetName}${each.label}的填报已于 ${deadlineWords(each.submitBy, bureau.timeZone)} 截止`,
  );
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={`${said.join('；')}。下面是${shown.ruleSetName}${shown.label}的指标，请核对后再报。`}
    />
  );
}

interface HandedProps {
  readonly submission: submissions.SubmissionView;
  readonly onMore: () => void;
}

function Handed({ submission, onMore }: HandedProps) {
  const [, change] = useSearch();
  return (
    <Result
      status="success"
      title={submission.late ? '已报送（逾期）' : '已报送'}
      subTitle={`“${submission.title}”已送${submission.ownerUnit.name}审核。审核前可以撤回。`}
      extra={[
        <Button
          key="more"
          type="primary"
          onClick={() => {
            change({ indicator: null });
            onMore();
          }}
        >
          再报一件
        </Button>,
        <Link key="see" to={`/submissions/${submission.id}`}>
          <Button>查看这一件</Button>
        </Link>,
      ]}
    />
  );
}
