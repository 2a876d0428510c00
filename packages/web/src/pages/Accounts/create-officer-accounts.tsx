import { identity } from '@mingji/contract';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { texts } from './texts.ts';

interface Values {
  readonly unitId?: string | null;
}

/** One account for everybody on the roster who has none; the username is the 警号. */
export function CreateOfficerAccounts() {
  const [open, setOpen] = useState(false);
  const { notification } = App.useApp();
  const create = useCommand(identity.createOfficerAccounts, {
    invalidates: [identity.listAccounts],
    refusals: 'inline',
    doneText: null,
    onDone: ({ created, skipped }) =>
      notification.success({
        title: `新开 ${created} 个账号，待安全管理员审批`,
        description: skipped > 0 ? `${skipped} 人已有账号或缺少警号，未重复开户。` : undefined,
      }),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.createBatch}</Button>
      <FormModal<Values>
        open={open}
        title={texts.createBatch}
        submitText="开户"
        command={create}
        onClose={() => setOpen(false)}
        onSubmit={({ unitId }) => create.run({ body: { unitId: unitId ?? null } })}
      >
        <OfficerAccountFields />
      </FormModal>
    </>
  );
}

function OfficerAccountFields() {
  const units = useUnitOptions();
  return (
    <>
      <p style={{ marginTop: 0 }}>为花名册中尚无账号的在职人员开户，账号为警号。已有账号的不受影响。</p>
      <Form.Item name="unitId" label="单位范围" extra="含下级单位；不选即全局。">
        <UnitSelect {...units} />
      </Form.Item>
    </>
  );
}
