import { identity } from '@mingji/contract';
import { App } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import type { OneTimePassword } from './one-time-passwords.tsx';
import { texts } from './texts.ts';

/** Passwords of one batch must still be saved by hand before the next: a batch is what a clerk can hand out. */
const BATCH = 200;

export function ApproveOfficers({
  onPasswords,
}: {
  readonly onPasswords: (passwords: readonly OneTimePassword[]) => void;
}) {
  const { notification } = App.useApp();
  const approve = useCommand(identity.approveOfficerAccounts, {
    invalidates: [identity.listAccounts],
    refusals: 'inline',
    doneText: null,
  });
  const run = async () => {
    const done = await approve.run({ body: { limit: BATCH } });
    if (!done) return null;
    if (done.accounts.length > 0) {
      onPasswords(
        done.accounts.map(({ initialPassword, ...account }) => ({ ...account, password: initialPassword })),
      );
    }
    notification.success({
      title: done.accounts.length > 0 ? `已审批 ${done.accounts.length} 个人员账号` : '没有待审批的人员账号',
      description: done.remaining > 0 ? `还有 ${done.remaining} 个，保存本批密码后请再次办理。` : undefined,
    });
    return done;
  };
  return (
    <ConfirmAction
      label={texts.approveBatch}
      consequence={`一次审批最多 ${BATCH} 个待审批的人员账号，授予“民警”角色，单位主要负责人同时授予“单位负责人”，并生成一次性密码。`}
      command={approve}
      onConfirm={run}
      button={{ type: 'primary' }}
    />
  );
}
