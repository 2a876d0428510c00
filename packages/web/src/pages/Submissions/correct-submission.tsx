import { submissions } from '@mingji/contract';
import { Alert } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { FactFields } from '../Report/fact-fields.tsx';
import { ContentFields, type ContentValues, contentOf } from '../Report/report-form.tsx';
import { useAskEvidence } from '../Report/use-ask-evidence.ts';

interface CorrectSubmissionProps {
  readonly submission: submissions.SubmissionDetail;
  readonly onClose: () => void;
}

/** A corrected version beside the earlier ones, begun from what was handed in. */
export function CorrectSubmission({ submission, onClose }: CorrectSubmissionProps) {
  const { bureau } = useSession();
  const resubmit = useCommand(submissions.resubmit, {
    invalidates: [submissions.getSubmission, submissions.listSubmissions],
    refusals: 'inline',
    doneText: '已重新报送',
  });
  const askEvidence = useAskEvidence(submission.evidenceRule);
  const last = submission.versions.at(-1);
  if (!last) return null;
  const initialValues: Partial<ContentValues> = {
    title: last.title,
    description: last.description,
    occurredOn: last.occurredOn,
    files: last.files,
    ...(last.event ? { eventCode: last.event.code } : {}),
    ...(last.quantity === null ? {} : { quantity: last.quantity }),
    ...(last.ofQuantity === null ? {} : { ofQuantity: last.ofQuantity }),
    ...(last.matterKey === null ? {} : { matterKey: last.matterKey }),
  };
  return (
    <FormDrawer<ContentValues>
      open
      title="补正重报"
      onClose={onClose}
      command={resubmit}
      submitText="重新报送"
      draftKey={`resubmit.${submission.id}.${last.version}`}
      initialValues={initialValues}
      onSubmit={async (values) => {
        if (!(await askEvidence(values))) return null;
        return resubmit.run({
          params: { submissionId: submission.id },
          body: contentOf({
            ...values,
            participants: last.participants.map(({ officerId, role }) => ({ officerId, role })),
          }),
        });
      }}
    >
      {submission.returnReason && (
        <Alert
          type="warning"
          showIcon
          title={`退回原因：${submission.returnReason}`}
          style={{ marginBottom: 12 }}
        />
      )}
      <FactFields form={submission.form} />
      <ContentFields
        min="2000-01-01"
        max={dayOf(serverNow(), bureau.timeZone)}
        evidenceRule={submission.evidenceRule}
      />
    </FormDrawer>
  );
}
