import { DownOutlined, KeyOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { identity, ROLE_NAMES } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { call } from '../api/call.ts';
import { messages } from '../app/messages.ts';
import { leaveSession, useSession } from '../app/session.tsx';
import styles from './account-menu.module.css';

/** Who is signed in, with which roles, and the way out. */
export function AccountMenu() {
  const { account, grants, officer } = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const roleList = [...new Set(grants.map((grant) => ROLE_NAMES[grant.role]))].join('、');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            disabled: true,
            label: (
              <div className={styles.who}>
                <strong>{account.displayName}</strong>
                <span>{account.username}</span>
                {officer && <span>{officer.unitName}</span>}
                <span>{roleList}</span>
              </div>
            ),
          },
          { type: 'divider' },
          {
            key: 'password',
            icon: <KeyOutlined />,
            label: messages.actions.changePassword,
            onClick: () => void router.navigate({ to: '/change-password' }),
          },
          { key: 'out', icon: <LogoutOutlined />, label: messages.actions.signOut, onClick: signOut },
        ],
      }}
    >
      <button type="button" className={styles.button}>
        <UserOutlined aria-hidden /> <span className={styles.name}>{account.displayName}</span>
        <DownOutlined aria-hidden className={styles.arrow} />
      </button>
    </Dropdown>
  );
}

/** Leaves the session here even when the server cannot be reached to end it there. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return () => {
    call(identity.signOut, {})
      .catch(() => undefined)
      .finally(() => leaveSession(queries));
  };
}
