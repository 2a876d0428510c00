import { submissions } from '@mingji/contract';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ClauseNote, SubmissionTimeline, SubmissionVersions } from '../Submissions/submission-view.tsx';
import { AcceptWork } from './accept-work.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { RecuseWork } from './recuse-work.tsx';
import { ReturnWork } from './return-work.tsx';
import { TransferWork } from './transfer-work.tsx';
import type { ReviewKeys } from './use-review-keys.ts';
import { useTaking } from './use-taking.ts';
import { WaitingNote } from './waiting-note.tsx';

interface ReviewPaneProps {
  readonly id: string;
  /** The version the queue lists: when it came back meanwhile, what was read of the earlier one is out of date. */
  readonly listed: number | undefined;
  readonly keys: ReviewKeys;
  /** `false`: it left the queue without a decision of mine. */
  readonly onDone: (id: string, decided: boolean) => void;
  readonly onStep: (by: number) => void;
  readonly onBack?: () => void;
}

const reads = [submissions.listReviewQueue, submissions.getSubmission];
type Dialog =
  | { readonly kind: 'accept'; readonly digit?: number }
  | { readonly kind: 'return' }
  | { readonly kind: 'transfer' }
  | { readonly kind: 'recuse' };

/** One piece of work: the evidence, what acceptance would book, and the decisions. */
export function ReviewPane({ id, listed, keys, onDone, onStep, onBack }: ReviewPaneProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const detail = useEndpoint(submissions.getSubmission, { params: { submissionId: id } });
  const submission = detail.data?.submission;
  const outOfDate = listed !== undefined && submission !== undefined && listed > submission.version;
  const { refetch } = detail;
  useEffect(() => {
    if (outOfDate) void refetch();
  }, [outOfDate, refetch]);
  const taking = useTaking(submission);
  const accept = useCommand(submissions.acceptSubmission, {
    invalidates: reads,
    doneText: '已采纳并记分',
    onDone: () => onDone(id, true),
  });
  const may = submission?.can.review === true;
  const open = async (wanted: Dialog) => {
    if (dialog || !may || !(await taking.begin())) return;
    setDialog(wanted);
  };
  const close = () => {
    taking.leave();
    setDialog(null);
  };
  const decided = () => {
    taking.decided();
    onDone(id, true);
  };
  const acceptNow = () => {
    if (!submission || !may || accept.isPending) return;
    const reckoned = submission.plain && submission.preview?.points !== null;
    if (reckoned || submission.preview?.kind === 'measure') {
      void accept.run({ params: { submissionId: id }, body: { version: submission.version } });
    } else void open({ kind: 'accept' });
  };
  const digit = (n: number) => {
    const chosen = submission?.form.events[n - 1];
    const handedIn = submission?.versions.at(-1)?.event;
    if (submission?.form.takes === 'band') void open({ kind: 'accept', digit: n });
    else if (!chosen) return;
    else if (chosen.code === handedIn?.code) acceptNow();
    else void open({ kind: 'accept', digit: n });
  };
  const acts = {
    accept: acceptNow,
    choose: () => void open({ kind: 'accept' }),
    sendBack: () => void open({ kind: 'return' }),
    transfer: () => setDialog({ kind: 'transfer' }),
    recuse: () => setDialog({ kind: 'recuse' }),
    take: taking.toggle,
    digit,
  };
  useEffect(() => {
    const { transfer, take, ...decisions } = acts;
    const held = submission?.can.transfer ? { transfer } : {};
    keys.setActs(submission ? { ...(may ? { ...decisions, take } : {}), ...held } : null);
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
      <WaitingNote submission={submission} />
      <ClauseNote submission={submission} />
      <SubmissionVersions submission={submission} />
      <SubmissionTimeline submission={submission} />
      <DecisionBar
        submission={submission}
        acts={acts}
        accepting={accept.isPending}
        taking={taking.pending}
        onStep={onStep}
      />
      {dialog?.kind === 'accept' && (
        <AcceptWork
          submission={submission}
          {...(dialog.digit === undefined ? {} : { digit: dialog.digit })}
          onClose={close}
          onDecided={decided}
        />
      )}
      {dialog?.kind === 'return' && (
        <ReturnWork submission={submission} onClose={close} onDecided={decided} />
      )}
      {dialog?.kind === 'recuse' && (
        <RecuseWork
          submission={submission}
          onClose={() => setDialog(null)}
          onDecided={() => onDone(id, false)}
        />
      )}
      {dialog?.kind === 'transfer' && (
        <TransferWork
          submissionIds={[id]}
          title={`转办“${submission.title}”`}
          onClose={() => setDialog(null)}
          onMoved={() => onDone(id, false)}
        />
      )}
    </div>
  );
}
