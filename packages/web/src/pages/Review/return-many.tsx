import { submissions } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { ReasonFields } from './return-work.tsx';

interface ReturnManyProps {
  readonly items: readonly submissions.SubmissionView[];
  readonly onClose: () => void;
  readonly onDone: (outcome: { returned: number; refused: readonly string[] }) => void;
}

/** Sends the ticked ones back with one reason that each author reads. */
export function ReturnMany({ items, onClose, onDone }: ReturnManyProps) {
  const sendBack = useCommand(submissions.returnMany, {
    invalidates: [submissions.listReviewQueue, submissions.getSubmission],
    refusals: 'inline',
    doneText: null,
  });
  const submit = async ({ reason }: { readonly reason: string }) => {
    const wanted = items.map(({ id, version }) => ({ submissionId: id, version }));
    const done = await sendBack.run({ body: { items: wanted, reason } });
    if (!done) return done;
    const titleOf = (id: string) => items.find((item) => item.id === id)?.title ?? '';
    onDone({
      returned: done.returned.length,
      refused: done.refused.map((each) => `${titleOf(each.submissionId)}：${each.message}`),
    });
    return done;
  };
  return (
    <FormModal<{ reason: string }>
      open
      title={`退回选中的 ${items.length} 件`}
      onClose={onClose}
      command={sendBack}
      submitText={`退回 ${items.length} 件`}
      onSubmit={submit}
    >
      <ReasonFields />
    </FormModal>
  );
}
