import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { Button, Checkbox, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { pruned } from './edit-content.ts';
import { texts } from './texts.ts';
import { useSeenDraft } from './use-seen-draft.ts';

interface Values {
  readonly mode: RuleSet['mode'];
  readonly totalMarks?: string;
  readonly appraises: RuleSet['appraises'];
  readonly filing?: RuleSet['filing'];
  readonly notApplicable?: RuleSet['notApplicable'];
  readonly rounding?: string;
}

/** The usual ways to round; another one, written in the YAML, is kept under its own name. */
const ROUNDINGS = [
  { value: 'none', label: '不修约' },
  ...[0, 1, 2, 3].map((digits) => ({
    value: `${digits} halfAwayFromZero`,
    label: digits === 0 ? '四舍五入到整数' : `四舍五入到 ${digits} 位小数`,
  })),
];

function roundingText(rounding: RuleSet['rounding']): string | undefined {
  if (rounding === undefined || rounding === 'none') return rounding;
  return `${rounding.digits} ${rounding.mode}`;
}

function roundingOf(text: string | undefined): RuleSet['rounding'] {
  if (!text || text === 'none') return text === 'none' ? 'none' : undefined;
  const [digits, mode] = text.split(' ');
  return { digits: Number(digits), mode: mode as 'halfAwayFromZero' };
}
interface RuleSetSettingsProps {
  readonly version: ruleSets.VersionView;
}

/** What holds for the whole rule set; rarer parameters are written in the YAML. */
export function RuleSetSettings({ version }: RuleSetSettingsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.settings}</Button>
      {open && <SettingsForm version={version} onClose={() => setOpen(false)} />}
    </>
  );
}

function SettingsForm({ version, onClose }: RuleSetSettingsProps & { readonly onClose: () => void }) {
  const { content, saver } = useSeenDraft(version);
  const rounding = roundingText(content.rounding);
  const save = ({ mode, appraises, rounding: wanted, ...optional }: Values) => {
    const { totalMarks: _1, filing: _2, notApplicable: _3, rounding: _4, ...rest } = content;
    const given = pruned({ ...optional, rounding: roundingOf(wanted) }) as object | undefined;
    return saver.save({ ...rest, mode, appraises, ...given });
  };
  const options =
    rounding === undefined || ROUNDINGS.some((one) => one.value === rounding)
      ? ROUNDINGS
      : [...ROUNDINGS, { value: rounding, label: rounding }];
  return (
    <FormModal<Values>
      open
      title={texts.settings}
      submitText="保存"
      onClose={onClose}
      command={saver.command}
      onSubmit={save}
      initialValues={{
        mode: content.mode,
        appraises: content.appraises,
        ...(pruned({
          totalMarks: content.totalMarks,
          filing: content.filing,
          notApplicable: content.notApplicable,
          rounding,
        }) as Partial<Values> | undefined),
      }}
    >
      <BasicFields />
      <FurtherFields roundings={options} />
    </FormModal>
  );
}

function BasicFields() {
  return (
    <>
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
    </>
  );
}

function FurtherFields({ roundings }: { readonly roundings: typeof ROUNDINGS }) {
  return (
    <>
      <Form.Item name="rounding" label="得分修约">
        <Select allowClear options={roundings} placeholder="四舍五入到 2 位小数" />
      </Form.Item>
      <Form.Item name="notApplicable" label="不适用的指标">
        <Select
          allowClear
          placeholder="分值按比例摊给其他指标"
          options={[
            { value: 'rescale', label: '分值按比例摊给其他指标' },
            { value: 'full', label: '按满分计' },
          ]}
        />
      </Form.Item>
      <Form.Item name="filing" label="本办法及依据它制定的下级办法">
        <Select
          allowClear
          placeholder="不须备案"
          options={[
            { value: 'required', label: '发布前须报上一级备案' },
            { value: 'none', label: '不须备案' },
          ]}
        />
      </Form.Item>
    </>
  );
}
