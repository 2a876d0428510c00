import type { ruleSets } from '@mingji/contract';
import type { Clause } from '@mingji/engine';
import { Form, Input } from 'antd';
import { FormModal } from '../../components/form-modal.tsx';
import { freeCode, putClause } from './edit-content.ts';
import { useSeenDraft } from './use-seen-draft.ts';

interface ClauseFormProps {
  readonly version: ruleSets.VersionView;
  /** Null: a new one. */
  readonly clause: Clause | null;
  readonly onClose: () => void;
}
interface Values {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
}

export function ClauseForm({ version, clause, onClose }: ClauseFormProps) {
  const { content, saver } = useSeenDraft(version);
  const taken = (id: string) => content.clauses.some((each) => each.id === id);
  return (
    <FormModal<Values>
      open
      width={680}
      title={clause ? `修改条款 ${clause.id}` : '添加条款'}
      submitText="保存"
      onClose={onClose}
      command={saver.command}
      draftKey={`ruleSet.${version.id}.clause.${clause?.id ?? 'new'}`}
      initialValues={clause ?? { id: freeCode(content, 'clause') }}
      onSubmit={({ id, text, source }) => saver.save(putClause(content, clause?.id ?? id, text, source))}
    >
      <Form.Item
        name="id"
        label="条款编号"
        rules={[
          { required: true, message: '请填写条款编号' },
          {
            pattern: /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u,
            message: '请用字母、数字、汉字和 . _ -，最多 80 字',
          },
          {
            validator: (_, id: string) =>
              clause === null && taken(id)
                ? Promise.reject(new Error('这个编号已有条款，请换一个'))
                : Promise.resolve(),
          },
        ]}
      >
        <Input disabled={clause !== null} maxLength={80} />
      </Form.Item>
      <Form.Item
        name="text"
        label="原文"
        rules={[{ required: true, whitespace: true, message: '请写条款原文' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="source" label="出处">
        <Input maxLength={200} placeholder="文件名称、文号、第几条" />
      </Form.Item>
    </FormModal>
  );
}
