import { submissions } from '@mingji/contract';
import { useRef } from 'react';
import { useCommand } from '../../api/use-command.ts';

const reads = [submissions.listReviewQueue, submissions.getSubmission];

/** Taking up by button or key, and silently when a decision's dialog opens; closed undecided it is given back. */
export function useTaking(submission: submissions.SubmissionDetail | undefined) {
  const take = useCommand(submissions.takeSubmission, {
    invalidates: reads,
    doneText: '已受理，填报人不能再撤回',
  });
  const quietly = useCommand(submissions.takeSubmission, { doneText: null });
  const release = useCommand(submissions.releaseSubmission, { invalidates: reads, doneText: '已放弃受理' });
  const giveBack = useCommand(submissions.releaseSubmission, { invalidates: reads, doneText: null });
  const began = useRef(false);
  const params = { submissionId: submission?.id ?? '' };
  return {
    pending: take.isPending || release.isPending,
    /** Takes up, or gives up what one has. */
    toggle: () => {
      if (!submission) return;
      if (submission.can.release) void release.run({ params, body: {} });
      else if (submission.can.take) void take.run({ params, body: { version: submission.version } });
    },
    /** The first step of a decision: false when a colleague was quicker. */
    begin: async (): Promise<boolean> => {
      if (!submission) return false;
      if (submission.taken?.mine) return true;
      const taken = await quietly.run({ params, body: { version: submission.version } });
      began.current = taken !== null;
      return taken !== null;
    },
    leave: () => {
      if (began.current) void giveBack.run({ params, body: {} });
      began.current = false;
    },
    decided: () => {
      began.current = false;
    },
  };
}
