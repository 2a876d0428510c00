import { ruleSets } from '@mingji/contract';
import { Alert, Form } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { RuleChecklist } from '../../components/rule-checklist.tsx';

interface PublishVersionProps {
  readonly version: ruleSets.VersionView;
  readonly onClose: () => void;
}

/** The last look before a version can never change again (§16). */
export function PublishVersion({ version, onClose }: PublishVersionProps) {
  const { bureau } = useSession();
  const publish = useCommand(ruleSets.publishVersion, {
    invalidates: [ruleSets.getVersion, ruleSets.getRuleSet, ruleSets.listRuleSets],
    refusals: 'inline',
    doneText: `第 ${version.version} 版已发布`,
  });
  const open = version.findings.filter((finding) => finding.needsSignOff && finding.signOff === null);
  const rules = [
    {
      key: 'problems',
      text: `没有须改正的问题（现有 ${version.problems.length} 处）`,
      met: version.problems.length === 0,
    },
    ...(version.filing.demanded
      ? [
          {
            key: 'filing',
            text: `已报 ${version.filing.receiver?.name ?? '上级'} 备案并获同意`,
            met: version.state === 'filed',
          },
        ]
      : []),
    { key: 'flags', text: `须法制审核的指标均已登记意见（还差 ${open.length} 个）`, met: open.length === 0 },
  ];
  return (
    <FormModal<{ effectiveOn: string }>
      open
      title={`发布第 ${version.version} 版`}
      submitText="发布"
      onClose={onClose}
      command={publish}
      initialValues={{ effectiveOn: dayOf(serverNow(), bureau.timeZone) }}
      onSubmit={({ effectiveOn }) =>
        publish.run({
          params: { versionId: version.id },
          body: { expectedUpdatedAt: version.updatedAt, effectiveOn },
        })
      }
    >
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 12 }}
        title="发布后本版内容不能再改；如需调整，起草新版本。已有成绩仍按原版本计算。"
      />
      <RuleChecklist rules={rules} started />
      <BrokenBelow version={version} />
      <Form.Item name="effectiveOn" label="施行日期" rules={[{ required: true, message: '请选择施行日期' }]}>
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
    </FormModal>
  );
}

/** §16: it does not stop the publication; the offices below have to follow. */
function BrokenBelow({ version }: { readonly version: ruleSets.VersionView }) {
  const below = useEndpoint(ruleSets.listDependants, { params: { versionId: version.id } });
  const broken = (below.data?.items ?? []).filter((item) => item.problems.length > 0);
  if (broken.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`${broken.length} 个下级办法换用本版后有不符之处，见“下级办法”`}
      description={broken.map((item) => `${item.unit.name}：${item.ruleSetName}`).join('；')}
    />
  );
}
