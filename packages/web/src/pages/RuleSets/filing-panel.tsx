import { ruleSets } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { DateText } from '../../components/date-text.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import styles from './rule-sets.module.css';
import { filingStates, texts } from './texts.ts';

const stale = [
  ruleSets.getVersion,
  ruleSets.getRuleSet,
  ruleSets.listRuleSets,
  ruleSets.listFilings,
] as const;

/** Q6, §16: whether this method must be filed, where it stands, and every opinion so far. */
export function FilingPanel({ version }: { readonly version: ruleSets.VersionView }) {
  const { demanded, byRuleSet, receiver, rounds } = version.filing;
  if (!demanded && rounds.length === 0) return null;
  return (
    <Panel title={texts.filing}>
      {demanded && version.state !== 'published' && (
        <p style={{ marginTop: 0 }}>
          “{byRuleSet}”规定须报<strong>{receiver?.name}</strong>备案，备案通过后才能发布。
        </p>
      )}
      {rounds.map((round) => (
        <div key={round.id} className={styles.note}>
          <p>
            <StatusTag map={filingStates} state={round.state} /> 报 {round.receiver.name}
          </p>
          <p className="mj-quiet">
            {round.submittedByName} 报送于 <DateText value={round.submittedAt} />
            {round.note && `：${round.note}`}
          </p>
          {round.opinion && <p>意见：{round.opinion}</p>}
          {round.decidedAt && (
            <p className="mj-quiet">
              {round.decidedByName} {round.state === 'withdrawn' ? '撤回于' : '办理于'}{' '}
              <DateText value={round.decidedAt} />
            </p>
          )}
        </div>
      ))}
    </Panel>
  );
}

interface FilingDialogProps {
  readonly version: ruleSets.VersionView;
  readonly onClose: () => void;
}

export function SubmitFiling({ version, onClose }: FilingDialogProps) {
  const submit = useCommand(ruleSets.submitFiling, {
    invalidates: stale,
    refusals: 'inline',
    doneText: '已报送备案',
  });
  return (
    <FormModal<{ note?: string }>
      open
      title={texts.submitFiling}
      submitText="报送"
      onClose={onClose}
      command={submit}
      draftKey={`ruleSet.filing.${version.id}`}
      onSubmit={({ note }) =>
        submit.run({
          params: { versionId: version.id },
          body: { expectedUpdatedAt: version.updatedAt, note: note ?? '' },
        })
      }
    >
      <p style={{ marginTop: 0 }}>
        报 {version.filing.receiver?.name}{' '}
        备案。备案审核期间草稿不能修改，需要修改时先撤回；被退回后可修改再报。
      </p>
      <Form.Item name="note" label="说明（可不填）">
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 6 }}
          maxLength={500}
          showCount
          placeholder="制定经过、征求意见情况、主要调整"
        />
      </Form.Item>
    </FormModal>
  );
}

interface DecideValues {
  readonly decision: 'accept' | 'return';
  readonly opinion?: string;
}

/** The office above accepts, or returns with a reason. */
export function DecideFiling({ version, onClose }: FilingDialogProps) {
  const [decision, setDecision] = useState<DecideValues['decision']>('accept');
  const decide = useCommand(ruleSets.decideFiling, {
    invalidates: stale,
    refusals: 'inline',
    doneText: '备案已办理',
  });
  const filingId = version.filing.rounds.find((round) => round.state === 'pending')?.id ?? '';
  return (
    <FormModal<DecideValues>
      open
      title={texts.decideFiling}
      submitText="确定"
      onClose={onClose}
      command={decide}
      initialValues={{ decision }}
      draftKey={`ruleSet.decideFiling.${filingId}`}
      onValuesChange={(changed) => changed.decision && setDecision(changed.decision)}
      onSubmit={({ opinion, ...values }) =>
        decide.run({
          params: { versionId: version.id },
          body: { filingId, ...values, opinion: opinion ?? '' },
        })
      }
    >
      <Form.Item name="decision" label="办理结果">
        <Radio.Group
          options={[
            { value: 'accept', label: '同意备案' },
            { value: 'return', label: '退回修改' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="opinion"
        label={decision === 'return' ? '退回原因（制定单位可见）' : '意见（可不填）'}
        rules={decision === 'return' ? [{ required: true, whitespace: true, message: '请写明退回原因' }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
    </FormModal>
  );
}

export function useWithdrawFiling() {
  return useCommand(ruleSets.withdrawFiling, {
    invalidates: stale,
    refusals: 'inline',
    doneText: '已撤回，草稿可以修改',
  });
}
