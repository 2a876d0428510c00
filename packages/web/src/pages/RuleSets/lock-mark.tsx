import { LockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { Lock } from './locks.ts';

/** §16: fixed by the method above; its clause is one hover or focus away. */
export function LockMark({ lock }: { readonly lock: Lock }) {
  const clause = lock.clause === null ? '' : `：${lock.clause}`;
  const word = lock.optional ? '上级规定，可不采用' : '上级规定，不得修改';
  return (
    <Tooltip title={`${word}。依据「${lock.by}」${clause}`}>
      <button type="button" className="mj-link" aria-label={`${word}。依据「${lock.by}」${clause}`}>
        <LockOutlined aria-hidden /> {lock.optional ? '可不采用' : '上级规定'}
      </button>
    </Tooltip>
  );
}
