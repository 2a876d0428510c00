import { Typography } from 'antd';
import { classNames } from './class-names.ts';
import styles from './hash-text.module.css';

interface HashTextProps {
  /** Hexadecimal. */
  readonly hash: string;
  /** Beginning and end only; the whole is copied all the same. */
  readonly short?: boolean;
}

/** A digest in groups of four, so that two people can read it to each other; copied whole. */
export function HashText({ hash, short = false }: HashTextProps) {
  const groups = hash.match(/.{1,4}/g) ?? [];
  const shown = short && groups.length > 4 ? [...groups.slice(0, 2), '…', ...groups.slice(-1)] : groups;
  return (
    <Typography.Text
      className={classNames(styles.hash, short && styles.short)}
      title={hash}
      copyable={{ text: hash, tooltips: ['复制完整摘要', '已复制'] }}
    >
      {shown.join(' ')}
    </Typography.Text>
  );
}
