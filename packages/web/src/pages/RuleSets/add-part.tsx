import { PlusOutlined } from '@ant-design/icons';
import type { RuleSet } from '@mingji/engine';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { addItem, addModule, freeCode } from './edit-content.ts';
import { texts } from './texts.ts';
import type { DraftSaver } from './use-draft-saver.ts';

interface AddPartProps {
  readonly kind: 'module' | 'item';
  readonly content: RuleSet;
  readonly saver: DraftSaver;
  /** For an item: the module it goes into. */
  readonly moduleCode?: string;
}
interface Values {
  readonly name: string;
  readonly marks?: string | null;
}

/** A new module or item; the codes are made here, people never need them. */
export function AddPart({ kind, content, saver, moduleCode = '' }: AddPartProps) {
  const [open, setOpen] = useState(false);
  const title = kind === 'module' ? texts.addModule : texts.addItem;
  const add = ({ name, marks }: Values) =>
    saver.save(
      kind === 'module'
        ? addModule(content, { code: freeCode(content, 'module'), name, items: [] })
        : addItem(content, moduleCode, {
            code: freeCode(content, 'item'),
            name,
            indicators: [],
            ...(marks ? { marks } : {}),
          }),
    );
  return (
    <>
      <Button type="dashed" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <FormModal<Values>
        open={open}
        title={title}
        submitText="添加"
        onClose={() => setOpen(false)}
        command={saver.command}
        onSubmit={add}
      >
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        {kind === 'item' && (
          <Form.Item name="marks" label="项目分值">
            <DecimalInput min="0" measure="分" />
          </Form.Item>
        )}
      </FormModal>
    </>
  );
}
