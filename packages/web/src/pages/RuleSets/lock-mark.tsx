import { LockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { Lock } from './locks.ts';

interface LockMarkProps {
  readonly lock: Lock;
  /** A part that may be made stricter, never looser. */
  readonly tightens?: boolean;
  /** Only the lock, where many stand under each other. */
  readonly brief?: boolean;
}

/** §16: fixed by the method above; its clause is one hover or focus away. */
export function LockMark({ lock, tightens = false, brief = false }: LockMarkProps) {
  const clause = lock.clause === null ? '' : `：${lock.clause}`;
  const word = wordOf(lock, tightens);
  return (
    <Tooltip title={`${word}。依据“${lock.by}”${clause}`}>
      <button type="button" className="mj-link" aria-label={`${word}。依据“${lock.by}”${clause}`}>
        <LockOutlined aria-hidden /> {lock.optional ? '可不采用' : brief ? '' : '上级规定'}
      </button>
    </Tooltip>
  );
}

function wordOf(lock: Lock, tightens: boolean): string {
  if (lock.optional) return '上级规定，可不采用';
  return tightens ? '上级规定，只可从严' : '上级规定，不得修改';
}
