import { bulletins } from '@mingji/contract';
import { Form, Input, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';

export type Issuer = bulletins.BulletinRow['unit'] extends infer U
  ? {
      readonly unit: U;
      readonly mark: string | null;
      readonly addressee: string;
      readonly approvers: readonly string[];
    }
  : never;
interface Values {
  readonly unitId: string;
  readonly mark: string;
  readonly addressee?: string;
}
interface IssuerFormProps {
  readonly issuers: readonly Issuer[];
  readonly onClose: () => void;
}

/** Under which 机关代字 a unit's bulletins are numbered, and to whom they are addressed. */
export function IssuerForm({ issuers, onClose }: IssuerFormProps) {
  const [form] = Form.useForm<Values>();
  const save = useCommand(bulletins.setIssuer, {
    invalidates: [bulletins.listIssuers],
    refusals: 'inline',
    doneText: '已保存',
  });
  const valuesOf = (issuer: Issuer | undefined) => ({
    ...(issuer ? { unitId: issuer.unit.id } : {}),
    mark: issuer?.mark ?? '',
    addressee: issuer?.addressee ?? '',
  });
  const [first] = issuers;
  const unitId = Form.useWatch('unitId', form) ?? first?.unit.id;
  const chosen = issuers.find(({ unit }) => unit.id === unitId);
  return (
    <FormModal<Values>
      open
      title="通报设置"
      submitText="保存"
      form={form}
      command={save}
      onClose={onClose}
      initialValues={valuesOf(first)}
      onValuesChange={(changed) => {
        if (changed.unitId)
          form.setFieldsValue(valuesOf(issuers.find(({ unit }) => unit.id === changed.unitId)));
      }}
      onSubmit={({ unitId: id, mark, addressee = '' }) =>
        save.run({ params: { unitId: id }, body: { mark, addressee } })
      }
    >
      <Form.Item name="unitId" label="发文单位" rules={[{ required: true, message: '请选择发文单位' }]}>
        <Select options={issuers.map(({ unit }) => ({ value: unit.id, label: unit.name }))} />
      </Form.Item>
      <Form.Item
        name="mark"
        label="机关代字"
        extra="文号由代字、年份和顺序号组成，如“江公考〔2026〕5号”，批准时自动连续编号。"
        rules={[{ required: true, whitespace: true, message: '请填写机关代字' }]}
      >
        <Input maxLength={20} placeholder="如 江公考" />
      </Form.Item>
      <Form.Item name="addressee" label="主送机关" extra="不填时用模板里的写法，末尾不用写冒号。">
        <Input maxLength={200} placeholder="如 各县（市）局、分局，市局各部门" />
      </Form.Item>
      <p className="mj-quiet">
        {chosen && chosen.approvers.length > 0
          ? `可以审批的领导：${chosen.approvers.join('、')}。拟制人不能审批自己的通报。`
          : '本单位还没有可以审批的领导账号，请联系安全管理员授权。'}
      </p>
    </FormModal>
  );
}
