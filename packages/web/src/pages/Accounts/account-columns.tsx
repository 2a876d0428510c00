import type { identity } from '@mingji/contract';
import { ROLE_NAMES } from '@mingji/contract';
import type { z } from 'zod';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { AccountActions } from './account-actions.tsx';
import type { OneTimePassword } from './one-time-passwords.tsx';
import { accountStates } from './texts.ts';

export type Account = z.infer<typeof identity.accountView>;

interface ColumnActs {
  readonly onGrant: (account: Account) => void;
  readonly onPasswords: (passwords: readonly OneTimePassword[]) => void;
}

export function accountColumns(acts: ColumnActs): DataColumn<Account>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      width: 120,
      fixed: 'left',
      shown: 'always',
      render: (account) => account.displayName,
    },
    {
      key: 'username',
      title: '账号',
      width: 120,
      render: (account) => <span className="mj-number">{account.username}</span>,
    },
    { key: 'unit', title: '单位', width: 190, render: (account) => account.unit?.name ?? '—' },
    {
      key: 'grants',
      title: '角色与范围',
      width: 280,
      render: (account) => (account.grants.length === 0 ? '—' : grantsText(account)),
    },
    {
      key: 'state',
      title: '状态',
      width: 150,
      render: (account) => (
        <>
          <StatusTag map={accountStates} state={account.state} />{' '}
          {account.lockedUntil && <LookTag look="returned" label="已锁定" />}
        </>
      ),
    },
    {
      key: 'lockedUntil',
      title: '锁定至',
      width: 170,
      shown: 'hidden',
      notOnCard: true,
      render: (account) => <DateText value={account.lockedUntil} />,
    },
    {
      key: 'createdAt',
      title: '开户时间',
      width: 170,
      shown: 'hidden',
      notOnCard: true,
      render: (account) => <DateText value={account.createdAt} />,
    },
    {
      key: 'createdBy',
      title: '开户人',
      width: 100,
      shown: 'hidden',
      notOnCard: true,
      render: (account) => account.createdByName ?? '—',
    },
    {
      key: 'acts',
      title: '操作',
      width: 240,
      fixed: 'right',
      shown: 'always',
      render: (account) => <AccountActions account={account} {...acts} />,
    },
  ];
}

function grantsText(account: Account): string {
  return account.grants.map((grant) => `${ROLE_NAMES[grant.role]}（${grant.unitName}）`).join('、');
}
