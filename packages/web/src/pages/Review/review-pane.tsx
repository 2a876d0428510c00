import { submissions } from '@mingji/contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { ClauseNote, SubmissionTimeline, SubmissionVersions } from '../Submissions/submission-view.tsx';
import { AcceptWork } from './accept-work.tsx';
import { ReturnWork } from './return-work.tsx';
import styles from './review-page.module.css';
import type { ReviewKeys } from './use-review-keys.ts';

interface ReviewPaneProps {
  readonly id: string;
  readonly keys: ReviewKeys;
  readonly onDecided: (id: string) => void;
  readonly onBack?: () => void;
}

const reads = [submissions.listReviewQueue, submissions.getSubmission];

/** One piece of work: the evidence, what acceptance would book, and the two decisions. */
export function ReviewPane({ id, keys, onDecided, onBack }: ReviewPaneProps) {
  const phone = useIsPhone();
  const [dialog, setDialog] = useState<'accept' | 'return' | null>(null);
  const detail = useEndpoint(submissions.getSubmission, { params: { submissionId: id } });
  const accept = useCommand(submissions.acceptSubmission, {
    invalidates: reads,
    doneText: '已采纳并记分',
    onDone: () => onDecided(id),
  });
  const submission = detail.data?.submission;
  const may = submission?.can.review === true;
  const plain = submission?.plain === true && submission.preview?.points !== null;
  const measure = submission?.preview?.kind === 'measure';
  const acceptNow = () => {
    if (!submission || !may || accept.isPending) return;
    if (plain || measure) {
      void accept.run({ params: { submissionId: id }, body: { version: submission.version } });
    } else setDialog('accept');
  };
  useEffect(() => {
    keys.setActs(may ? { accept: acceptNow, sendBack: () => setDialog('return') } : null);
    return () => keys.setActs(null);
  });
  if (detail.isError && !submission) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (!submission) return <LoadingState />;
  return (
    <div>
      {onBack && (
        <button type="button" className="mj-link" onClick={onBack}>
          返回队列
        </button>
      )}
      <h2 style={{ margin: '0 0 8px' }}>
        {submission.title}{' '}
        <span className="mj-quiet">
          {submission.subject.name} · {submission.subject.unit.name}
        </span>
      </h2>
      <ClauseNote submission={submission} />
      <SubmissionVersions submission={submission} />
      <SubmissionTimeline submission={submission} />
      <div className={styles.decide}>
        <Preview submission={submission} />
        {may && (
          <>
            <Button onClick={() => setDialog('return')}>退回{phone ? '' : '（r）'}</Button>
            <Button onClick={() => setDialog('accept')}>另行认定</Button>
            <Button type="primary" loading={accept.isPending} onClick={acceptNow}>
              采纳{phone ? '' : '（a）'}
            </Button>
          </>
        )}
      </div>
      {dialog === 'accept' && (
        <AcceptWork submission={submission} onClose={() => setDialog(null)} onDecided={() => onDecided(id)} />
      )}
      {dialog === 'return' && (
        <ReturnWork submission={submission} onClose={() => setDialog(null)} onDecided={() => onDecided(id)} />
      )}
    </div>
  );
}

function Preview({ submission }: { readonly submission: submissions.SubmissionDetail }) {
  const { preview, can } = submission;
  if (!preview) return <span className={styles.preview}>{can.reviewRefusal}</span>;
  return (
    <span className={styles.preview} aria-live="polite">
      {preview.points !== null && (
        <span className={styles.points}>
          采纳后 <PointsText points={preview.points} /> 分
        </span>
      )}
      <br />
      <span className="mj-quiet">{preview.explanation}</span>
    </span>
  );
}
