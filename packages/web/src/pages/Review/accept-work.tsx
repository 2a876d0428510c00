import { submissions } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { FactFields } from '../Report/fact-fields.tsx';

interface Values {
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly chosenPoints?: string | null;
  readonly reason?: string;
}

export interface DecisionProps {
  readonly submission: submissions.SubmissionDetail;
  /** The key pressed: the n-th event, or n points inside the band. */
  readonly digit?: number;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

const DELAY_MS = 300;

/** Accepts what the reviewer recognises, where it is not as handed in, with the points computed while typing. */
export function AcceptWork({ submission, digit, onClose, onDecided }: DecisionProps) {
  const [form] = Form.useForm<Values>();
  const accept = useCommand(submissions.acceptSubmission, {
    invalidates: [submissions.listReviewQueue, submissions.getSubmission],
    refusals: 'inline',
    doneText: '已采纳并记分',
  });
  const newest = submission.versions.at(-1);
  const band = submission.form.takes === 'band';
  const shared = newest?.matterKey !== null && submission.form.takes === 'event';
  const pressed = digit === undefined || band ? undefined : submission.form.events[digit - 1];
  const event = pressed ?? newest?.event;
  const initialValues: Partial<Values> = {
    ...(event ? { eventCode: event.code } : {}),
    ...(band && digit !== undefined ? { chosenPoints: String(digit) } : {}),
    ...(newest?.quantity ? { quantity: newest.quantity } : {}),
    ...(newest?.ofQuantity ? { ofQuantity: newest.ofQuantity } : {}),
  };
  const submit = async (values: Values) => {
    const done = await accept.run({
      params: { submissionId: submission.id },
      body: {
        version: submission.version,
        ...factsOf(values),
        ...(values.reason?.trim() ? { reason: values.reason.trim() } : {}),
      },
    });
    if (done) onDecided();
    return done;
  };
  return (
    <FormModal<Values>
      open
      form={form}
      // With a key just pressed its choice goes before what was typed another time.
      {...(digit === undefined ? { draftKey: `accept.${submission.id}.${submission.version}` } : {})}
      title={band ? '评分并采纳' : '另行认定并采纳'}
      onClose={onClose}
      command={accept}
      submitText="采纳"
      initialValues={initialValues}
      onSubmit={submit}
    >
      <FactFields form={submission.form} choosesPoints />
      {shared && (
        <Form.Item
          name="chosenPoints"
          label="分摊分值"
          extra="多人分摊同一事项时填写，合计不得超过标准；不填按标准记。"
        >
          <DecimalInput measure="分" />
        </Form.Item>
      )}
      <LivePoints submissionId={submission.id} />
      <Form.Item
        name="reason"
        label="理由"
        extra={band ? undefined : '认定与填报不一致时必须写明，当事人可以看到。'}
        rules={band ? [{ required: true, whitespace: true, message: '在幅度内评分须写明理由' }] : []}
      >
        <Input.TextArea
          autoFocus
          maxLength={500}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
        />
      </Form.Item>
    </FormModal>
  );
}

function factsOf(values: Values) {
  return {
    ...(values.eventCode ? { eventCode: values.eventCode } : {}),
    ...(values.quantity ? { quantity: values.quantity } : {}),
    ...(values.ofQuantity ? { ofQuantity: values.ofQuantity } : {}),
    ...(values.chosenPoints ? { chosenPoints: values.chosenPoints } : {}),
  };
}

/** What would be booked, by the same computation on the server that books it. */
function LivePoints({ submissionId }: { readonly submissionId: string }) {
  const values = Form.useWatch((all: Values) => JSON.stringify(factsOf(all ?? {})));
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(values as string | undefined), DELAY_MS);
    return () => clearTimeout(timer);
  }, [values]);
  const [preview, setPreview] = useState<submissions.PointsPreview | null>(null);
  const ask = useCommand(submissions.previewPoints, { doneText: null, refusals: 'inline' });
  const { run } = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each change of the facts.
  useEffect(() => {
    if (asked === undefined) return;
    let current = true;
    void run({ params: { submissionId }, body: JSON.parse(asked) }).then((reply) => {
      if (current && reply) setPreview(reply.preview);
    });
    return () => {
      current = false;
    };
  }, [asked, submissionId]);
  if (!preview) return null;
  return (
    <p aria-live="polite">
      {preview.points !== null && (
        <strong>
          记 <PointsText points={preview.points} /> 分{' '}
        </strong>
      )}
      <span className="mj-quiet">{preview.explanation}</span>
    </p>
  );
}
