import { reviewDuties, submissions } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatDay } from '../../app/format-time.ts';
import { ChoiceSelect } from '../../components/choice-select.tsx';
import { FormModal } from '../../components/form-modal.tsx';

interface Values {
  readonly kind: 'reviewer' | 'unit';
  readonly accountId?: string;
  readonly unitId?: string;
  readonly reason: string;
}

interface TransferWorkProps {
  /** Several wait for one owner; whom they may go to is asked for the first. */
  readonly submissionIds: readonly string[];
  readonly title: string;
  readonly onClose: () => void;
  readonly onMoved: (reply: { moved: string[]; refused: { message: string }[] }) => void;
}

/** Gives work to a colleague or to another owner department, with the reason everybody concerned can read. */
export function TransferWork({ submissionIds, title, onClose, onMoved }: TransferWorkProps) {
  const transfer = useCommand(reviewDuties.transferSubmissions, {
    invalidates: [
      submissions.listReviewQueue,
      submissions.getSubmission,
      reviewDuties.listWaiting,
      reviewDuties.getReviewLoad,
    ],
    refusals: 'inline',
    doneText: '已转办，对方会收到通知',
  });
  const [form] = Form.useForm<Values>();
  const submit = async ({ kind, accountId, unitId, reason }: Values) => {
    const to =
      kind === 'unit'
        ? { kind: 'unit' as const, unitId: unitId ?? '' }
        : { kind: 'reviewer' as const, accountId: accountId ?? '' };
    const done = await transfer.run({ body: { submissionIds: [...submissionIds], to, reason } });
    if (done) onMoved(done);
    return done;
  };
  return (
    <FormModal<Values>
      open
      form={form}
      title={title}
      submitText="转办"
      onClose={onClose}
      command={transfer}
      initialValues={{ kind: 'reviewer' }}
      draftKey={`transfer.${submissionIds[0] ?? ''}`}
      onSubmit={submit}
    >
      <TargetFields first={submissionIds[0] ?? ''} />
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明为什么转办，办理过程中可以看到' }]}
      >
        <Input.TextArea
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
        />
      </Form.Item>
    </FormModal>
  );
}

function TargetFields({ first }: { readonly first: string }) {
  const targets = useEndpoint(reviewDuties.listTransferTargets, { params: { submissionId: first } });
  const kind = Form.useWatch<Values['kind']>('kind') ?? 'reviewer';
  const { reviewers = [], units = [] } = targets.data ?? {};
  return (
    <>
      <Form.Item name="kind" label="转给">
        <Radio.Group
          options={[
            { value: 'reviewer', label: '本部门审核人' },
            { value: 'unit', label: '其他归口部门', disabled: units.length === 0 },
          ]}
        />
      </Form.Item>
      {kind === 'reviewer' ? (
        <Form.Item
          name="accountId"
          label="审核人"
          rules={[{ required: true, message: '请选择审核人' }]}
          {...(targets.data && reviewers.length === 0
            ? { extra: '本部门没有其他可以审核这件事项的人。' }
            : {})}
        >
          <ChoiceSelect
            placeholder="姓名"
            loading={targets.isFetching}
            options={reviewers.map((each) => ({
              value: each.id,
              label: each.name,
              hint: each.awayUntil ? `请假至 ${formatDay(each.awayUntil)}` : `待审 ${each.waiting} 件`,
            }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="unitId" label="归口部门" rules={[{ required: true, message: '请选择部门' }]}>
          <ChoiceSelect
            placeholder="部门名称"
            options={units.map((each) => ({ value: each.id, label: each.name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
