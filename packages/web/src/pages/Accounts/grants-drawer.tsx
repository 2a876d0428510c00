import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { identity, ROLE_NAMES } from '@mingji/contract';
import { type Role, roles, rolesAreCompatible } from '@mingji/engine';
import { Button, Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { messages } from '../../app/messages.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { passwordOf } from './account-actions.tsx';
import type { Account } from './account-columns.tsx';
import styles from './grants-drawer.module.css';
import type { OneTimePassword } from './one-time-passwords.tsx';
import { texts } from './texts.ts';

interface Values {
  readonly grants: { readonly role: Role; readonly unitId: string }[];
  readonly reason?: string;
}
interface GrantsDrawerProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onPasswords: (passwords: readonly OneTimePassword[]) => void;
}

/** Approves a waiting account with its first roles, or changes the roles of a running one. */
export function GrantsDrawer({ account, onClose, onPasswords }: GrantsDrawerProps) {
  const pending = account.state === 'pending';
  const options = { invalidates: [identity.listAccounts], refusals: 'inline' } as const;
  const approve = useCommand(identity.approveAccount, options);
  const change = useCommand(identity.setGrants, options);
  const params = { accountId: account.id };
  const submit = async ({ grants, reason = '' }: Values) => {
    if (!pending) return change.run({ params, body: { grants, reason } });
    const done = await approve.run({ params, body: { grants } });
    if (done) onPasswords([passwordOf(account, done.initialPassword)]);
    return done;
  };
  const initialValues = useMemo(() => ({ grants: startingGrants(account) }), [account]);
  return (
    <FormDrawer<Values>
      open
      title={`${pending ? texts.approve : texts.grants}：${account.displayName}（${account.username}）`}
      submitText={pending ? '审批通过' : messages.actions.save}
      command={pending ? approve : change}
      onClose={onClose}
      onSubmit={submit}
      initialValues={initialValues}
    >
      <p className="mj-quiet" style={{ marginTop: 0 }}>
        角色的权限及于所选单位及其下级。系统、安全、审计三员互斥，且不得兼任业务角色。
      </p>
      <GrantFields />
      {!pending && (
        <Form.Item
          name="reason"
          label="调整原因"
          rules={[{ required: true, whitespace: true, message: '请填写调整原因' }]}
        >
          <Input.TextArea maxLength={100} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

/** What stands, or a first proposal: 民警 only where the account belongs to an officer, otherwise it is to be chosen. */
function startingGrants({ grants, officer, unit }: Account): Values['grants'] {
  if (grants.length > 0) return grants.map(({ role, unitId }) => ({ role, unitId }));
  const proposal = { ...(officer && { role: 'officer' as const }), ...(unit && { unitId: unit.id }) };
  return [proposal as Values['grants'][number]];
}

const roleOptions = roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }));
const compatible = async (_rule: unknown, grants: Values['grants'] | undefined) => {
  const chosen = (grants ?? []).flatMap((grant) => (grant?.role ? [grant.role] : []));
  if (chosen.length === 0) throw new Error('至少授予一个角色');
  if (!rolesAreCompatible(chosen)) throw new Error('三员互斥，且不得兼任业务角色');
};

function GrantFields() {
  const units = useUnitOptions();
  return (
    <Form.List name="grants" rules={[{ validator: compatible }]}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className={styles.grant}>
              <Form.Item
                name={[field.name, 'role']}
                rules={[{ required: true, message: '请选择角色' }]}
                className={styles.role ?? ''}
              >
                <Select aria-label="角色" placeholder="角色" options={roleOptions} />
              </Form.Item>
              <Form.Item
                name={[field.name, 'unitId']}
                rules={[{ required: true, message: '请选择单位' }]}
                className={styles.unit ?? ''}
              >
                <UnitSelect {...units} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label="去掉这一项"
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Form.Item>
            <Button
              icon={<PlusOutlined />}
              disabled={fields.length >= identity.MAX_GRANTS}
              onClick={() => add({})}
            >
              增加角色
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
