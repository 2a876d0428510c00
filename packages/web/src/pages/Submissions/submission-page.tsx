import { submissions } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { FileAppeal } from '../Appeals/file-appeal.tsx';
import { CorrectSubmission } from './correct-submission.tsx';
import { ClauseNote, SubmissionEntries, SubmissionTimeline, SubmissionVersions } from './submission-view.tsx';
import { submissionStates } from './texts.ts';

/** One piece of work from first version to score. */
export function SubmissionPage() {
  const { submissionId = '' } = useParams({ strict: false }) as { submissionId?: string };
  const [correcting, setCorrecting] = useState(false);
  const [appealing, setAppealing] = useState(false);
  const detail = useEndpoint(submissions.getSubmission, { params: { submissionId } });
  const withdraw = useCommand(submissions.withdrawSubmission, {
    invalidates: [submissions.getSubmission, submissions.listSubmissions],
    refusals: 'inline',
    doneText: '已撤回',
  });
  if (detail.isError && !detail.data)
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <LoadingState />;
  const { submission } = detail.data;
  const { can } = submission;
  return (
    <>
      <PageHeader
        trail={[{ title: '填报记录', to: '/submissions' }]}
        title={
          <>
            {submission.title} <StatusTag map={submissionStates} state={submission.state} />
          </>
        }
        description={`${submission.subject.name} · ${submission.period.label} · 由${submission.ownerUnit.name}${submission.assigneeName ?? ''}审核`}
        more={
          <>
            {submission.appeal && <AppealLink appeal={submission.appeal} />}
            {can.withdraw && (
              <ConfirmAction
                label="撤回"
                consequence="撤回后不再审核，内容仍保存在记录中。"
                command={withdraw}
                onConfirm={() => withdraw.run({ params: { submissionId }, body: {} })}
              />
            )}
            {can.appeal && <Button onClick={() => setAppealing(true)}>提出复议</Button>}
          </>
        }
        action={
          can.resubmit && (
            <Button type="primary" onClick={() => setCorrecting(true)}>
              补正重报
            </Button>
          )
        }
      />
      {submission.taken && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`${submission.taken.byName}正在审核这一件`}
          description={
            <>
              <DateText value={submission.taken.at} />{' '}
              受理。受理后不能撤回，如需更正，请联系审核人退回后补正。
            </>
          }
        />
      )}
      <ClauseNote submission={submission} />
      <SubmissionVersions submission={submission} />
      <SubmissionEntries submission={submission} />
      <SubmissionTimeline submission={submission} />
      {correcting && <CorrectSubmission submission={submission} onClose={() => setCorrecting(false)} />}
      {appealing && (
        <FileAppeal
          about={{ submissionId: submission.id }}
          title={`对退回“${submission.title}”提出复议`}
          onClose={() => setAppealing(false)}
        />
      )}
    </>
  );
}
