import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import styles from './closing-checklist.module.css';
import { type Closing, checklist, type OpenCheck } from './closing-steps.ts';

const blocks: Record<OpenCheck['blocks'], string> = {
  none: '不影响办理',
  publish: '公示前须办完',
  seal: '封存前须办完',
};

/** What is still open before the month can be closed, each with its place of work (P14). */
export function ClosingChecklist({ closing }: { readonly closing: Closing }) {
  return (
    <ul className={styles.list}>
      {checklist(closing).map(({ code, text, open }) => (
        <li key={code} className={styles.line}>
          {open ? (
            <ClockCircleOutlined className={styles.open} aria-label="未办" />
          ) : (
            <CheckCircleOutlined className={styles.done} aria-label="已办" />
          )}
          <span className={styles.text}>{text}</span>
          {open && <span className="mj-quiet">{blocks[open.blocks]}</span>}
          {open?.href && <Link to={open.href}>去办理</Link>}
        </li>
      ))}
    </ul>
  );
}
