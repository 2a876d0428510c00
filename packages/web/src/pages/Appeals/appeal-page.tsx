import { appeals } from '@mingji/contract';
import { APPEAL_INSTANCES } from '@mingji/engine';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FileList } from '../../components/file-list.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { EntrySummary } from '../MyAppraisal/entry-summary.tsx';
import { lookOf } from '../Submissions/texts.ts';
import { useAppealActions } from './appeal-actions.tsx';
import { AppealNotice } from './appeal-notice.tsx';
import { RecusalPanel } from './recusal-panel.tsx';
import { appealStates } from './texts.ts';

/** Both sides' words and files side by side, and what came of it. */
export function AppealPage() {
  const { appealId = '' } = useParams({ strict: false }) as { appealId?: string };
  const detail = useEndpoint(appeals.getAppeal, { params: { appealId } });
  const actions = useAppealActions(detail.data?.appeal);
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
            {appeal.subject.name}的{APPEAL_INSTANCES[appeal.instance]}{' '}
            <StatusTag map={appealStates} state={appeal.state} />
          </>
        }
        description={`${appeal.indicator.name} · ${appeal.period.label} · ${appeal.aboutTitle}`}
        more={actions.more}
        action={actions.main}
      />
      <AppealNotice appeal={appeal} />
      <Panel title="复议理由">
        <p style={{ whiteSpace: 'pre-wrap' }}>{appeal.grounds}</p>
        <FileList files={appeal.files} />
        <p className="mj-quiet">
          {appeal.authorName} <DateText value={appeal.filedAt} />
        </p>
      </Panel>
      {appeal.first && (
        <Panel title="首次复议">
          <Said by={appeal.first.authorName} at={appeal.first.filedAt} words={appeal.first.grounds} />
          <Said by={appeal.first.decidedByName} at={appeal.first.decidedAt} words={appeal.first.answer} />
        </Panel>
      )}
      <Panel title="所争议的">
        <Contested appeal={appeal} />
      </Panel>
      {appeal.answer && (
        <Panel title={appeal.final ? '答复（终局）' : '答复'}>
          <p style={{ whiteSpace: 'pre-wrap' }}>{appeal.answer}</p>
          <FileList files={appeal.answerFiles} />
          <p className="mj-quiet">
            {appeal.decidedByName} <DateText value={appeal.decidedAt} />
          </p>
          {appeal.resultingEntry && <EntrySummary entry={appeal.resultingEntry} />}
        </Panel>
      )}
      <RecusalPanel appeal={appeal} />
      <Panel title="办理过程">
        <WorkTimeline
          steps={appeal.timeline.map((event, index) => ({
            key: String(index),
            action: event.actionLabel,
            look: lookOf(event.action),
            actor: event.byName,
            at: event.at,
            text: isLong(event.action) ? undefined : event.reason,
          }))}
        />
      </Panel>
      {actions.dialog}
    </>
  );
}

interface SaidProps {
  readonly by: string | null;
  readonly at: string | null;
  readonly words: string | null;
}

function Said({ by, at, words }: SaidProps) {
  if (!words) return null;
  return (
    <>
      <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
      <p className="mj-quiet">
        {by} <DateText value={at} />
      </p>
    </>
  );
}

/** The answer stands in full in its own panel. */
const isLong = (action: string) => ['uphold', 'upholdPartly', 'dismiss'].includes(action);

function Contested({ appeal }: { readonly appeal: appeals.AppealDetail }) {
  if (appeal.entry) return <EntrySummary entry={appeal.entry} />;
  return (
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
  );
}
