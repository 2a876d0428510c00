import { identity } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { OfficerSelect } from '../../components/officer-select.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useOfficerOptions } from '../../components/use-officer-options.ts';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { texts } from './texts.ts';

interface Values {
  readonly username: string;
  readonly displayName: string;
  readonly unitId?: string | null;
  readonly officerId?: string | null;
}

/** By the system administrator; the account waits for the security administrator's approval. */
export function CreateAccount({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const create = useCommand(identity.createAccount, {
    invalidates: [identity.listAccounts],
    refusals: 'inline',
    doneText: '账号已建，待安全管理员审批',
  });
  const submit = ({ username, displayName, unitId, officerId }: Values) =>
    create.run({ body: { username, displayName, unitId: unitId ?? null, officerId: officerId ?? null } });
  return (
    <FormDrawer<Values>
      open={open}
      title={texts.create}
      onClose={onClose}
      command={create}
      onSubmit={submit}
      draftKey="account.create"
    >
      <CreateAccountFields />
    </FormDrawer>
  );
}

function CreateAccountFields() {
  const form = Form.useFormInstance<Values>();
  const unitId = Form.useWatch('unitId', form);
  const units = useUnitOptions();
  const officers = useOfficerOptions(unitId);
  return (
    <>
      <Form.Item
        name="username"
        label="账号"
        extra="民警账号使用警号；3–32 位字母、数字或 _ . -"
        rules={[{ required: true, message: '请输入账号' }]}
      >
        <Input maxLength={32} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="displayName"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请输入姓名' }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label="所属单位">
        <UnitSelect {...units} />
      </Form.Item>
      <Form.Item
        name="officerId"
        label="对应人员"
        extra="关联后，本人的考核、档案归到此账号；管理类账号可不填。"
      >
        <OfficerSelect {...officers} />
      </Form.Item>
    </>
  );
}
