import { bulletins } from '@mingji/contract';
import { Form, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { readsOfBulletins } from './texts.ts';

interface Values {
  readonly reach: 'all' | 'chosen';
  readonly unitIds?: string[];
}
interface PublishFormProps {
  readonly bulletin: bulletins.BulletinDetail;
  readonly onClose: () => void;
}

/** To everybody below, or to chosen units with all below them. */
export function PublishForm({ bulletin, onClose }: PublishFormProps) {
  const [form] = Form.useForm<Values>();
  const reach = Form.useWatch('reach', form);
  const { options, loading } = useUnitOptions();
  const send = useCommand(bulletins.publishBulletin, {
    invalidates: readsOfBulletins,
    refusals: 'inline',
    doneText: '已发布',
  });
  return (
    <FormModal<Values>
      open
      title={`发布 ${bulletin.number ?? ''}`}
      submitText="发布"
      form={form}
      command={send}
      onClose={onClose}
      initialValues={{ reach: 'all' }}
      onSubmit={(values) =>
        send.run({
          params: { bulletinId: bulletin.id },
          body: { unitIds: values.reach === 'all' ? [bulletin.unit.id] : (values.unitIds ?? []) },
        })
      }
    >
      <p style={{ marginTop: 0 }}>发布后不能撤回，收到的人会得到提醒，阅读情况会记录下来。</p>
      <Form.Item name="reach" label="发布范围">
        <Radio.Group
          vertical
          options={[
            { value: 'all', label: `${bulletin.unit.name}及下级全部人员` },
            { value: 'chosen', label: '选择单位（含其下级）' },
          ]}
        />
      </Form.Item>
      {reach === 'chosen' && (
        <Form.Item name="unitIds" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <Select
            mode="multiple"
            maxCount={200}
            loading={loading}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入单位名称查找"
            options={options.map(({ value, label, hint }) => ({
              value,
              label: hint ? `${label}（${hint}）` : label,
            }))}
          />
        </Form.Item>
      )}
    </FormModal>
  );
}
