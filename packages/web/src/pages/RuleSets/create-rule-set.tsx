import { ruleSets } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { texts } from './texts.ts';
import { YamlPicker } from './yaml-picker.tsx';

interface Values {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
}
interface CreateRuleSetProps {
  readonly onClose: () => void;
  readonly onCreated: (versionId: string) => void;
}

/** A rule set begins as a draft: empty, or with the text of a YAML file. */
export function CreateRuleSet({ onClose, onCreated }: CreateRuleSetProps) {
  const [yaml, setYaml] = useState<string | null>(null);
  const units = useUnitOptions();
  const create = useCommand(ruleSets.createRuleSet, {
    invalidates: [ruleSets.listRuleSets],
    refusals: 'inline',
    doneText: '草稿已建立',
    onDone: (reply) => onCreated(reply.version.id),
  });
  return (
    <FormDrawer<Values>
      open
      title={texts.create}
      onClose={onClose}
      command={create}
      onSubmit={(values) => create.run({ body: { ...values, yaml } })}
      draftKey="ruleSet.create"
    >
      <Form.Item name="unitId" label="制定单位" rules={[{ required: true, message: '请选择制定单位' }]}>
        <UnitSelect {...units} />
      </Form.Item>
      <Form.Item
        name="name"
        label="办法名称"
        rules={[{ required: true, whitespace: true, message: '请填写办法名称' }]}
      >
        <Input maxLength={100} placeholder="2026 年目标责任考核办法" />
      </Form.Item>
      <Form.Item
        name="code"
        label="代码"
        extra="2–61 位小写字母、数字和 -，建立后不变，用于文件名和接口"
        rules={[
          { required: true, message: '请填写代码' },
          { pattern: /^[a-z0-9][a-z0-9-]{1,60}$/, message: '请用小写字母、数字和 -' },
        ]}
      >
        <Input maxLength={61} autoComplete="off" />
      </Form.Item>
      <Form.Item label="内容（可不选，先建空草稿）">
        <YamlPicker onPick={(text) => setYaml(text)} />
      </Form.Item>
    </FormDrawer>
  );
}
