import { identity } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { type Account, accountColumns } from './account-columns.tsx';
import { ApproveOfficers } from './approve-officers.tsx';
import { CreateAccount } from './create-account.tsx';
import { CreateOfficerAccounts } from './create-officer-accounts.tsx';
import { GrantsDrawer } from './grants-drawer.tsx';
import { type OneTimePassword, OneTimePasswords } from './one-time-passwords.tsx';
import { accountStates, texts } from './texts.ts';

const names = { filters: { text: '', state: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '账号、姓名或单位' },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(accountStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;

export function AccountsPage() {
  const state = useTableState(names);
  const mayCreate = useAbility('account.create');
  const mayApprove = useAbility('account.approve');
  const [creating, setCreating] = useState(false);
  const [granting, setGranting] = useState<Account | null>(null);
  const [passwords, setPasswords] = useState<readonly OneTimePassword[] | null>(null);
  const accounts = useEndpoint(
    identity.listAccounts,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(state.filters.text ? { text: state.filters.text } : {}),
        ...(state.filters.state ? { state: state.filters.state as Account['state'] } : {}),
      },
    },
    { keepPrevious: true },
  );
  const columns = accountColumns({ onGrant: setGranting, onPasswords: setPasswords });
  return (
    <>
      <PageHeader
        title={texts.title}
        description={texts.description}
        more={mayCreate && <CreateOfficerAccounts />}
        action={
          mayCreate ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              {texts.create}
            </Button>
          ) : (
            mayApprove && <ApproveOfficers onPasswords={setPasswords} />
          )
        }
      />
      <DataTable
        name="accounts"
        label={texts.title}
        columns={columns}
        rowKey={(account) => account.id}
        source={accounts}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        rowTone={(account) => (account.state === 'disabled' ? 'quiet' : undefined)}
        empty={{ title: '还没有账号', how: '新建的账号列在这里，经安全管理员审批后可用。' }}
      />
      <CreateAccount open={creating} onClose={() => setCreating(false)} />
      {granting && (
        <GrantsDrawer account={granting} onClose={() => setGranting(null)} onPasswords={setPasswords} />
      )}
      {passwords && <OneTimePasswords passwords={passwords} onClose={() => setPasswords(null)} />}
    </>
  );
}
