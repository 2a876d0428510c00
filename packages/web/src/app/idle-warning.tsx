import { identity } from '@mingji/contract';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { lastContactAt, signalSession } from '../api/session-signals.ts';
import { messages } from './messages.ts';
import { useSession } from './session.tsx';

/** Warned this long before the session ends. */
const WARN_SECONDS = 120;
/** Typing counts as being there: the server hears of it at most this often. */
const KEEP_ALIVE_MS = 4 * 60_000;

/** Warns before the session ends for idleness; typing keeps it alive, and drafts stay either way. */
export function IdleWarning() {
  const { idleMinutes } = useSession();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = Math.ceil((lastContactAt() + idleMinutes * 60_000 - Date.now()) / 1000);
      if (seconds <= 0) signalSession('lost');
      setLeft(seconds <= WARN_SECONDS ? Math.max(seconds, 0) : null);
    }, 1000);
    return () => clearInterval(timer);
  }, [idleMinutes]);
  useEffect(() => {
    const typed = () => {
      if (Date.now() - lastContactAt() > KEEP_ALIVE_MS) keepAlive();
    };
    addEventListener('input', typed);
    return () => removeEventListener('input', typed);
  }, []);
  return (
    <Modal
      open={left !== null}
      title={messages.session.idleTitle}
      okText={messages.session.idleStay}
      cancelText={messages.actions.close}
      cancelButtonProps={{ style: { display: 'none' } }}
      closable={false}
      onOk={keepAlive}
    >
      <p role="alert">{messages.session.idleSoon(left ?? 0)}</p>
    </Modal>
  );
}

/** A refusal here is told by the session's own signals. */
function keepAlive(): void {
  call(identity.getSession, {}).catch(() => undefined);
}
