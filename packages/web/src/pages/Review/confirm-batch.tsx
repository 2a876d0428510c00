import { submissions } from '@mingji/contract';
import { Alert, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { LoadingState } from '../../components/loading-state.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';

type Item = submissions.SubmissionView;
type Told = {
  accepted: number;
  measures: number;
  points: string;
  refused: { submissionId: string; message: string | null }[];
};

interface ConfirmBatchProps {
  readonly items: readonly Item[];
  readonly onClose: () => void;
  readonly onDone: (outcome: { accepted: number; refused: readonly string[] }) => void;
}

/** Before many are accepted at once: how many, with which sum, and which will not be, each with its reason. */
export function ConfirmBatch({ items, onClose, onDone }: ConfirmBatchProps) {
  const reckon = useCommand(submissions.previewMany, { doneText: null, refusals: 'inline' });
  const accept = useCommand(submissions.acceptMany, {
    invalidates: [submissions.listReviewQueue, submissions.getSubmission],
    refusals: 'inline',
    doneText: null,
  });
  const [told, setTold] = useState<Told | null>(null);
  const wanted = items.map(({ id, version }) => ({ submissionId: id, version }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: reckoned once, when it opens.
  useEffect(() => {
    void reckon.run({ body: { items: wanted } }).then((reply) => reply && setTold(reply));
  }, []);
  const submit = async () => {
    const reply = await accept.run({ body: { items: wanted } });
    if (!reply) return;
    onDone({ accepted: reply.accepted.length, refused: reply.refused.map((each) => nameOf(each)) });
  };
  const nameOf = (each: { submissionId: string; message: string | null }) =>
    `${items.find((item) => item.id === each.submissionId)?.title ?? ''}：${each.message ?? ''}`;
  const ready = told !== null && told.accepted > 0 && !accept.isPending;
  useEffect(() => {
    // Enter confirms wherever the focus stands; Escape is the dialog's own.
    const onKey = (event: KeyboardEvent) => {
      const onButton = event.target instanceof HTMLElement && event.target.closest('.ant-modal-footer');
      if (event.key !== 'Enter' || !ready || onButton) return;
      event.preventDefault();
      void submit();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  });
  return (
    <Modal
      open
      title={`采纳选中的 ${items.length} 件`}
      okText={told ? `采纳 ${told.accepted} 件（Enter）` : '采纳'}
      cancelText="取消"
      okButtonProps={{ disabled: !told || told.accepted === 0 }}
      confirmLoading={accept.isPending}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {(reckon.refusal ?? accept.refusal) && <RefusalAlert refusal={reckon.refusal ?? accept.refusal} />}
      {!told && !reckon.refusal && <LoadingState />}
      {told && (
        <p aria-live="polite">
          按填报内容采纳 {told.accepted} 件，合计 <PointsText points={told.points} /> 分
          {told.measures > 0 && `，其中 ${told.measures} 件计入完成量`}
          。采纳后当事人可以看到，有误的只能冲销更正。
        </p>
      )}
      {told && told.refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${told.refused.length} 件不能采纳，将留在队列中`}
          description={
            <ul style={{ maxHeight: 220, margin: 0, paddingLeft: 18, overflow: 'auto' }}>
              {told.refused.map((each) => (
                <li key={each.submissionId}>{nameOf(each)}</li>
              ))}
            </ul>
          }
        />
      )}
    </Modal>
  );
}
