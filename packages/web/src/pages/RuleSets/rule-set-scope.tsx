import { organization, ruleSets } from '@mingji/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { texts } from './texts.ts';

interface Values {
  readonly name: string;
  readonly sequenceCodes: string[];
}

/** Name of the rule set, and the ranking sequences whose members it appraises. */
export function RuleSetScope({ version }: { readonly version: ruleSets.VersionView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {texts.scope}
      </Button>
      {open && <ScopeForm version={version} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ScopeFormProps {
  readonly version: ruleSets.VersionView;
  readonly onClose: () => void;
}

function ScopeForm({ version, onClose }: ScopeFormProps) {
  const { bureau } = useSession();
  const { ruleSet } = version;
  const year = Number(dayOf(serverNow(), bureau.timeZone).slice(0, 4));
  const answer = useEndpoint(organization.listSequences, { query: { year } });
  const change = useCommand(ruleSets.changeRuleSet, {
    invalidates: [ruleSets.getVersion, ruleSets.getRuleSet, ruleSets.listRuleSets],
    refusals: 'inline',
    doneText: '名称与适用序列已保存',
  });
  const known = (answer.data?.sequences ?? []).map(({ code, name }) => ({ value: code, label: name }));
  // A sequence of another year stays, under its code.
  const others = ruleSet.sequenceCodes.filter((code) => !known.some((one) => one.value === code));
  return (
    <FormModal<Values>
      open
      title={texts.scope}
      submitText="保存"
      onClose={onClose}
      command={change}
      initialValues={{ name: ruleSet.name, sequenceCodes: [...ruleSet.sequenceCodes] }}
      onSubmit={(body) => change.run({ params: { ruleSetId: ruleSet.id }, body })}
    >
      <Form.Item
        name="name"
        label="办法名称"
        extra="已发布的版本保留发布时的名称。"
        rules={[{ required: true, whitespace: true, min: 2, message: '名称至少 2 字' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="sequenceCodes"
        label="适用的排名序列"
        extra={`不选则适用于全部序列。序列在“机构人员”中维护，这里列出 ${year} 年的。`}
      >
        <Select
          mode="multiple"
          allowClear
          loading={answer.isPending}
          placeholder="全部序列"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...known, ...others.map((code) => ({ value: code, label: code }))]}
        />
      </Form.Item>
    </FormModal>
  );
}
