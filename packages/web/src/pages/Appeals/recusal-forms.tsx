import { appeals } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { ChoiceSelect } from '../../components/choice-select.tsx';
import { FormModal } from '../../components/form-modal.tsx';

interface Props {
  readonly appeal: appeals.AppealDetail;
  readonly onClose: () => void;
}
const stale = { invalidates: [appeals.getAppeal, appeals.listAppeals], refusals: 'inline' as const };
const required = (message: string) => [{ required: true, message }];

function ReasonField({ label }: { readonly label: string }) {
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
    >
      <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  );
}

function CandidateField({ appeal, name, label }: { appeal: Props['appeal']; name: string; label: string }) {
  const options = appeal.candidates.map(({ id, name: person, unitName }) => ({
    value: id,
    label: person,
    hint: unitName,
  }));
  return (
    <Form.Item name={name} label={label} rules={name === 'accountId' ? required('请选择人员') : []}>
      <ChoiceSelect options={options} placeholder="选择人员" />
    </Form.Item>
  );
}

/** 自行回避: at once, told to everybody concerned. */
export function RecuseOneself({ appeal, onClose }: Props) {
  const ask = useCommand(appeals.askRecusal, { ...stale, doneText: '已回避，由其他人员答复' });
  return (
    <FormModal<{ reason: string }>
      open
      title="回避"
      submitText="回避"
      command={ask}
      onClose={onClose}
      onSubmit={({ reason }) =>
        ask.run({ params: { appealId: appeal.id }, body: { accountId: null, reason } })
      }
    >
      <p style={{ marginTop: 0 }}>与当事人有亲属、利害关系或其他可能影响公正的情形时回避。回避后不能撤销。</p>
      <ReasonField label="回避理由" />
    </FormModal>
  );
}

/** 申请回避: the office decides; until then that person does not answer. */
export function AskRecusal({ appeal, onClose }: Props) {
  const ask = useCommand(appeals.askRecusal, { ...stale, doneText: '已申请，由考核办决定' });
  return (
    <FormModal<{ accountId: string; reason: string }>
      open
      title="申请答复人回避"
      submitText="申请回避"
      command={ask}
      onClose={onClose}
      onSubmit={({ accountId, reason }) =>
        ask.run({ params: { appealId: appeal.id }, body: { accountId, reason } })
      }
    >
      <p style={{ marginTop: 0 }}>由考核办决定；决定前该人员不得答复。对同一人员只能申请一次。</p>
      <CandidateField appeal={appeal} name="accountId" label="申请谁回避" />
      <ReasonField label="申请理由" />
    </FormModal>
  );
}

interface DecideRecusalProps extends Props {
  readonly recusal: appeals.RecusalView;
}
interface Decision {
  readonly granted: boolean;
  readonly reason: string;
  readonly assigneeAccountId?: string | null;
}
export function DecideRecusal({ appeal, recusal, onClose }: DecideRecusalProps) {
  const decide = useCommand(appeals.decideRecusal, { ...stale, doneText: '已决定，有关人员会收到通知' });
  return (
    <FormModal<Decision>
      open
      title={`决定${recusal.about.name}是否回避`}
      submitText="决定"
      command={decide}
      onClose={onClose}
      onSubmit={({ granted, reason, assigneeAccountId = null }) =>
        decide.run({
          params: { appealId: appeal.id, recusalId: recusal.id },
          body: { granted, reason, assigneeAccountId: granted ? assigneeAccountId : null },
        })
      }
    >
      <p style={{ marginTop: 0 }}>
        {recusal.byName}申请的理由：{recusal.reason}
      </p>
      <Form.Item name="granted" label="决定" rules={required('请选择')}>
        <Radio.Group
          options={[
            { value: true, label: '同意回避' },
            { value: false, label: '不同意' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['granted']}>
        {({ getFieldValue }) =>
          getFieldValue('granted') === true && (
            <CandidateField
              appeal={appeal}
              name="assigneeAccountId"
              label="改由谁答复（不选则由其余人员答复）"
            />
          )
        }
      </Form.Item>
      <ReasonField label="决定理由" />
    </FormModal>
  );
}

/** 指定答复人: among those who may answer and have nothing against them. */
export function AssignAppeal({ appeal, onClose }: Props) {
  const assign = useCommand(appeals.assignAppeal, { ...stale, doneText: '已指定' });
  return (
    <FormModal<{ accountId: string; reason: string }>
      open
      title="指定答复人"
      submitText="指定"
      command={assign}
      onClose={onClose}
      onSubmit={({ accountId, reason }) =>
        assign.run({ params: { appealId: appeal.id }, body: { accountId, reason } })
      }
    >
      <p style={{ marginTop: 0 }}>指定后只由该人员答复。列出的是有权答复且不须回避的人员。</p>
      <CandidateField appeal={appeal} name="accountId" label="答复人" />
      <ReasonField label="理由" />
    </FormModal>
  );
}
