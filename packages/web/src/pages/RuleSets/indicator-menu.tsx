import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  EditOutlined,
  MoreOutlined,
} from '@ant-design/icons';
import type { ruleSets } from '@mingji/contract';
import type { Indicator, Item, Module, RuleSet } from '@mingji/engine';
import { Button, Dropdown, Form, Select } from 'antd';
import { useState } from 'react';
import { FormModal } from '../../components/form-modal.tsx';
import { moveIndicator, removeIndicator } from './edit-content.ts';
import { ownOptions } from './editor-content.ts';
import type { Lock } from './locks.ts';
import type { DraftSaver } from './use-draft-saver.ts';

interface IndicatorMenuProps {
  readonly version: ruleSets.VersionView;
  readonly content: RuleSet;
  readonly saver: DraftSaver;
  readonly module: Module;
  readonly item: Item;
  readonly indicator: Indicator;
  readonly lock: Lock | null;
  readonly onEdit: (indicator: Indicator) => void;
}

/** Edit is one click; order and removal are behind the dots. What the method above fixes may only be made stricter (§16). */
export function IndicatorMenu(props: IndicatorMenuProps) {
  const { content, saver, module, item, indicator, lock, onEdit } = props;
  const [removing, setRemoving] = useState(false);
  const place = { moduleCode: module.code, itemCode: item.code };
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<EditOutlined />}
        title={lock ? '从严修改' : '修改'}
        aria-label={`修改指标 ${indicator.name}`}
        onClick={() => onEdit(indicator)}
      />
      {(!lock || lock.optional) && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(lock
                ? []
                : [
                    { key: 'up', icon: <ArrowUpOutlined />, label: '上移' },
                    { key: 'down', icon: <ArrowDownOutlined />, label: '下移' },
                  ]),
              { key: 'remove', icon: <DeleteOutlined />, label: lock ? '不采用' : '删除', danger: true },
            ],
            onClick: ({ key }) => {
              if (key === 'remove') setRemoving(true);
              else void saver.act(moveIndicator(content, place, indicator.code, key === 'up' ? -1 : 1));
            },
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={`指标 ${indicator.name} 的其他操作`}
          />
        </Dropdown>
      )}
      {removing && <RemoveIndicator {...props} onClose={() => setRemoving(false)} />}
    </>
  );
}

interface RemoveProps extends IndicatorMenuProps {
  readonly onClose: () => void;
}

/** An own indicator goes; one that the method above leaves open is left out by an own clause, which is kept (§16). */
function RemoveIndicator({ version, content, saver, module, item, indicator, lock, onClose }: RemoveProps) {
  const place = { moduleCode: module.code, itemCode: item.code };
  const remove = ({ clause }: { clause?: string }) => {
    const rest = removeIndicator(content, place, indicator.code);
    return saver.save(
      lock && clause
        ? { ...rest, without: [...(rest.without ?? []), { indicator: indicator.code, clause }] }
        : rest,
    );
  };
  return (
    <FormModal<{ clause?: string }>
      open
      title={lock ? '不采用指标' : '删除指标'}
      submitText={lock ? '不采用' : '删除'}
      onClose={onClose}
      command={saver.command}
      onSubmit={remove}
    >
      <p style={{ marginTop: 0 }}>
        {version.targetedCodes.includes(indicator.code)
          ? `指标“${indicator.name}”已下达目标，不能删除。请先在“目标任务”收回这些目标。`
          : lock
            ? `“${lock.by}”允许不采用指标“${indicator.name}”，须写明依据本办法哪一条。`
            : `将从草稿中删除指标“${indicator.name}”；条款原文保留在“条款”页。`}
      </p>
      {lock && (
        <Form.Item name="clause" label="依据条款" rules={[{ required: true, message: '请选择依据条款' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={ownOptions(content, 'clause')}
            placeholder="本办法自己的条款"
          />
        </Form.Item>
      )}
    </FormModal>
  );
}
