import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { Button, Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { pruned } from './edit-content.ts';
import { texts } from './texts.ts';
import type { DraftSaver } from './use-draft-saver.ts';

interface Values {
  readonly mode: RuleSet['mode'];
  readonly totalMarks?: string;
  readonly appraises: RuleSet['appraises'];
}
interface RuleSetSettingsProps {
  readonly version: ruleSets.VersionView;
  readonly saver: DraftSaver;
}

/** What holds for the whole rule set; rarer parameters are written in the YAML. */
export function RuleSetSettings({ version, saver }: RuleSetSettingsProps) {
  const [open, setOpen] = useState(false);
  const content = version.content as RuleSet;
  const save = ({ totalMarks, ...values }: Values) => {
    const { totalMarks: _, ...rest } = content;
    return saver.save({ ...rest, ...values, ...(pruned({ totalMarks }) as object | undefined) });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.settings}</Button>
      <FormModal<Values>
        open={open}
        title={texts.settings}
        submitText="保存"
        onClose={() => setOpen(false)}
        command={saver.command}
        onSubmit={save}
        initialValues={{
          mode: content.mode,
          appraises: content.appraises,
          ...(content.totalMarks === undefined ? {} : { totalMarks: content.totalMarks }),
        }}
      >
        <Form.Item name="mode" label="计分制">
          <Radio.Group
            options={[
              { value: 'percentage', label: '百分制（分值合计等于总分，不低于 0）' },
              { value: 'accumulating', label: '累计制（从 0 起加减，可为负）' },
            ]}
          />
        </Form.Item>
        <Form.Item name="totalMarks" label="总分">
          <DecimalInput min="0" measure="分" />
        </Form.Item>
        <Form.Item
          name="appraises"
          label="考核对象"
          rules={[{ required: true, message: '请至少选择一种考核对象' }]}
        >
          <Checkbox.Group
            options={[
              { value: 'unit', label: '单位' },
              { value: 'officer', label: '民警' },
            ]}
          />
        </Form.Item>
      </FormModal>
    </>
  );
}
