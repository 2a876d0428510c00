import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { messages } from './messages.ts';
import { useSession } from './session.tsx';

/** The server's reminder that the password has grown old; it can be put off, not forgotten. */
export function PasswordNotice() {
  const { passwordNotice } = useSession().account;
  if (!passwordNotice) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable
      style={{ marginBottom: 12 }}
      title={passwordNotice}
      action={<Link to="/change-password">{messages.actions.changePassword}</Link>}
    />
  );
}
