import type { ruleSets } from '@mingji/contract';
import type { Item, Module, RuleSet } from '@mingji/engine';
import { Form, Input } from 'antd';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { changeItem, changeModule, type Place } from './edit-content.ts';
import styles from './editor.module.css';
import { EditorContentProvider } from './editor-content.ts';
import { type FormField, field } from './form-fields.ts';
import { ParameterItem } from './parameter-fields.tsx';
import type { DraftSaver } from './use-draft-saver.ts';
import { useSeenDraft } from './use-seen-draft.ts';

export interface PartOfDraft {
  readonly content: RuleSet;
  readonly saver: DraftSaver;
  readonly module: Module;
  /** Left out: the module itself. */
  readonly item?: Item;
}

const moduleFields: readonly FormField[] = [
  field('weight', '权重', 'rate', { hint: '1、60%' }),
  field('low', '下限', 'decimal', { hint: '不限' }),
  field('high', '上限', 'decimal', { hint: '不限' }),
];
const itemFields: readonly FormField[] = [
  field('low', '下限', 'decimal', { hint: '默认 0（有分值时）' }),
  field('high', '上限', 'decimal', { hint: '默认同分值' }),
  field('allowExcess', '得分可超过分值', 'flag', { hint: '默认否' }),
  field('floorAtLeaf', '各指标自行扣完为止', 'flag', { hint: '默认否' }),
  field('clause', '依据条款', 'clause'),
];

export function placeOf({ module, item }: Pick<PartOfDraft, 'module' | 'item'>): Place {
  return { moduleCode: module.code, itemCode: item?.code ?? '' };
}

interface PartFormProps extends Pick<PartOfDraft, 'module' | 'item'> {
  readonly version: ruleSets.VersionView;
  readonly onClose: () => void;
}

/** Name, marks and limits of a module or an item; its code stays, so that nothing that names it breaks. */
export function PartForm({ version, module, item, onClose }: PartFormProps) {
  const { content, saver } = useSeenDraft(version);
  const part = item ?? module;
  const { code: _, ...values } = part;
  return (
    <EditorContentProvider value={content}>
      <FormModal<Partial<Item & Module>>
        open
        width={640}
        title={`${item ? '修改项目' : '修改模块'}：${part.name}`}
        submitText="保存"
        onClose={onClose}
        command={saver.command}
        initialValues={values}
        onSubmit={(change) =>
          saver.save(
            item
              ? changeItem(content, placeOf({ module, item }), change)
              : changeModule(content, module.code, change),
          )
        }
      >
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        {item && (
          <Form.Item name="marks" label="项目分值">
            <DecimalInput min="0" measure="分" />
          </Form.Item>
        )}
        <div className={styles.fields}>
          {(item ? itemFields : moduleFields).map((each) => (
            <ParameterItem key={each.name.join('.')} field={each} at={[]} path={[]} />
          ))}
        </div>
      </FormModal>
    </EditorContentProvider>
  );
}
