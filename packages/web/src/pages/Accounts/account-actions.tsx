import { identity } from '@mingji/contract';
import { Button, Space } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useAbility } from '../../app/session.tsx';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import type { Account } from './account-columns.tsx';
import type { OneTimePassword } from './one-time-passwords.tsx';
import { texts } from './texts.ts';

interface AccountActionsProps {
  readonly account: Account;
  readonly onGrant: (account: Account) => void;
  readonly onPasswords: (passwords: readonly OneTimePassword[]) => void;
}

const inline = { invalidates: [identity.listAccounts], refusals: 'inline' } as const;
const link = { type: 'link', size: 'small', style: { padding: 0 } } as const;

/** What this administrator may do with this account as it stands. */
export function AccountActions({ account, onGrant, onPasswords }: AccountActionsProps) {
  const mayApprove = useAbility('account.approve');
  const mayGrant = useAbility('account.grant');
  const mayUnlock = useAbility('account.unlock') && account.lockedUntil !== null;
  const mayReset = useAbility('account.resetPassword') && account.state === 'active';
  const mayDisable = useAbility('account.disable') && account.state !== 'disabled';
  const unlock = useCommand(identity.unlockAccount, inline);
  const reset = useCommand(identity.resetPassword, { ...inline, doneText: null });
  const disable = useCommand(identity.disableAccount, inline);
  const params = { accountId: account.id };
  const whose = `${account.displayName}（${account.username}）`;
  const resetPassword = async (reason: string) => {
    const done = await reset.run({ params, body: { reason } });
    if (done) onPasswords([passwordOf(account, done.initialPassword)]);
    return done;
  };
  return (
    <Space size={12} wrap>
      {mayApprove && account.state === 'pending' && (
        <Button {...link} onClick={() => onGrant(account)}>
          {texts.approve}
        </Button>
      )}
      {mayGrant && account.state === 'active' && (
        <Button {...link} onClick={() => onGrant(account)}>
          {texts.grants}
        </Button>
      )}
      {mayUnlock && (
        <ConfirmAction
          label={texts.unlock}
          consequence={`解除后 ${whose} 可立即登录。请先核实确系本人。`}
          reason="解锁原因"
          command={unlock}
          onConfirm={(reason) => unlock.run({ params, body: { reason } })}
          button={link}
        />
      )}
      {mayReset && (
        <ConfirmAction
          label={texts.reset}
          consequence={`${whose} 的现用密码立即失效，生成一次性密码，下次登录须修改。`}
          reason="重置原因"
          command={reset}
          onConfirm={resetPassword}
          button={link}
        />
      )}
      {mayDisable && (
        <ConfirmAction
          label={texts.disable}
          consequence={`停用后 ${whose} 立即退出且不能登录；其经手的记录全部保留。`}
          reason="停用原因"
          command={disable}
          onConfirm={(reason) => disable.run({ params, body: { reason } })}
          button={link}
        />
      )}
    </Space>
  );
}

export function passwordOf(account: Account, password: string | null): OneTimePassword {
  return {
    username: account.username,
    displayName: account.displayName,
    unitName: account.unit?.name ?? '',
    password,
  };
}
