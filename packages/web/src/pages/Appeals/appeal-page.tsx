import { appeals } from '@mingji/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FileList } from '../../components/file-list.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { EntrySummary } from '../MyAppraisal/entry-summary.tsx';
import { lookOf } from '../Submissions/texts.ts';
import { DecideAppeal } from './decide-appeal.tsx';
import { appealStates } from './texts.ts';

/** Both sides' words and files side by side, and what came of it. */
export function AppealPage() {
  const { appealId = '' } = useParams({ strict: false }) as { appealId?: string };
  const [deciding, setDeciding] = useState(false);
  const detail = useEndpoint(appeals.getAppeal, { params: { appealId } });
  const withdraw = useCommand(appeals.withdrawAppeal, {
    invalidates: [appeals.getAppeal, appeals.listAppeals],
    refusals: 'inline',
    doneText: '已撤回',
  });
  if (detail.isError && !detail.data)
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <LoadingState />;
  const { appeal } = detail.data;
  return (
    <>
      <PageHeader
        trail={[{ title: '复议', to: '/appeals' }]}
        title={
          <>
            {appeal.subject.name}的复议 <StatusTag map={appealStates} state={appeal.state} />
          </>
        }
        description={`${appeal.indicator.name} · ${appeal.period.label} · ${appeal.aboutTitle}`}
        more={
          appeal.can.withdraw && (
            <ConfirmAction
              label="撤回复议"
              consequence="撤回后可在期限内再次提出。"
              command={withdraw}
              onConfirm={() => withdraw.run({ params: { appealId }, body: {} })}
            />
          )
        }
        action={
          appeal.can.decide && (
            <Button type="primary" onClick={() => setDeciding(true)}>
              答复
            </Button>
          )
        }
      />
      {appeal.state === 'filed' && (
        <Alert
          type="info"
          style={{ marginBottom: 12 }}
          title={
            <>
              应于 <DeadlineText due={appeal.answerDueOn} /> 前答复。
              {appeal.can.decideRefusal && <span className="mj-quiet"> {appeal.can.decideRefusal}</span>}
            </>
          }
        />
      )}
      <Panel title="复议理由">
        <p style={{ whiteSpace: 'pre-wrap' }}>{appeal.grounds}</p>
        <FileList files={appeal.files} />
        <p className="mj-quiet">
          {appeal.authorName} <DateText value={appeal.filedAt} />
        </p>
      </Panel>
      <Panel title="所争议的">
        {appeal.entry ? (
          <EntrySummary entry={appeal.entry} />
        ) : (
          <Descriptions
            size="small"
            items={[
              {
                key: 'work',
                label: '退回的填报',
                children: <Link to={`/submissions/${appeal.submissionId}`}>{appeal.aboutTitle}</Link>,
              },
              { key: 'by', label: '退回人', children: appeal.scoredByName },
            ]}
          />
        )}
      </Panel>
      {appeal.answer && (
        <Panel title="答复">
          <p style={{ whiteSpace: 'pre-wrap' }}>{appeal.answer}</p>
          <FileList files={appeal.answerFiles} />
          <p className="mj-quiet">
            {appeal.decidedByName} <DateText value={appeal.decidedAt} />
          </p>
          {appeal.resultingEntry && <EntrySummary entry={appeal.resultingEntry} />}
        </Panel>
      )}
      <Panel title="办理过程">
        <WorkTimeline
          steps={appeal.timeline.map((event, index) => ({
            key: String(index),
            action: event.actionLabel,
            look: lookOf(event.action),
            actor: event.byName,
            at: event.at,
          }))}
        />
      </Panel>
      {deciding && <DecideAppeal appeal={appeal} onClose={() => setDeciding(false)} />}
    </>
  );
}
