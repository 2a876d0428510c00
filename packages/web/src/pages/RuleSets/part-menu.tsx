import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  EditOutlined,
  MoreOutlined,
} from '@ant-design/icons';
import type { ruleSets } from '@mingji/contract';
import type { Item, Module } from '@mingji/engine';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { FormModal } from '../../components/form-modal.tsx';
import { moveItem, moveModule, removeItem, removeModule } from './edit-content.ts';
import { PartForm, type PartOfDraft, placeOf } from './part-form.tsx';

interface PartMenuProps extends PartOfDraft {
  readonly version: ruleSets.VersionView;
}

/** Rename, limits, order and removal of a module or an item. */
export function PartMenu({ version, ...part }: PartMenuProps) {
  const { content, saver, module, item } = part;
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const shift = (by: -1 | 1) =>
    void saver.save(item ? moveItem(content, placeOf(part), by) : moveModule(content, module.code, by));
  const siblings = item ? module.items : content.modules;
  const at = siblings.findIndex((each) => each.code === (item ?? module).code);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'edit', icon: <EditOutlined />, label: '改名与参数' },
            { key: 'up', icon: <ArrowUpOutlined />, label: '上移', disabled: at <= 0 },
            { key: 'down', icon: <ArrowDownOutlined />, label: '下移', disabled: at === siblings.length - 1 },
            { key: 'remove', icon: <DeleteOutlined />, label: '删除', danger: true },
          ],
          onClick: ({ key }) => {
            if (key === 'up') shift(-1);
            else if (key === 'down') shift(1);
            else setOpen(key as 'edit' | 'remove');
          },
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          aria-label={`${item ? '项目' : '模块'} ${(item ?? module).name} 的操作`}
        />
      </Dropdown>
      {open === 'edit' && <PartForm {...part} version={version} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemovePart {...part} version={version} onClose={() => setOpen(null)} />}
    </>
  );
}

function RemovePart({ version, onClose, ...part }: PartMenuProps & { readonly onClose: () => void }) {
  const { content, saver, module, item } = part;
  const indicators = indicatorsOf(item ?? module);
  const targeted = indicators.filter(({ code }) => version.targetedCodes.includes(code));
  const what = item ? `项目“${item.name}”` : `模块“${module.name}”`;
  return (
    <FormModal<object>
      open
      title={item ? '删除项目' : '删除模块'}
      submitText="删除"
      onClose={onClose}
      command={saver.command}
      onSubmit={() =>
        saver.save(item ? removeItem(content, placeOf(part)) : removeModule(content, module.code))
      }
    >
      <p style={{ marginTop: 0 }}>
        {targeted.length > 0
          ? `${what}下的指标 ${targeted.map(({ name }) => `“${name}”`).join('、')} 已下达目标，不能删除。请先在“目标任务”收回这些目标。`
          : `将从草稿中删除${what}及其 ${indicators.length} 个指标；条款原文保留在“条款”页。`}
      </p>
    </FormModal>
  );
}

function indicatorsOf(part: Item | Module) {
  return 'items' in part ? part.items.flatMap((item) => item.indicators) : part.indicators;
}
