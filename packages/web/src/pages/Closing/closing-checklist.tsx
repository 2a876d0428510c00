import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { AddressLink } from '../../components/address-link.tsx';
import styles from './closing-checklist.module.css';
import { type Closing, checklist, type OpenCheck } from './closing-steps.ts';

const blocks: Record<OpenCheck['blocks'], string> = {
  none: '不影响办理',
  publish: '公示前须办完',
  seal: '封存前须办完',
};

const SHOWN = 3;

/** The first ones; the others open on a click, so that twenty indicators do not push the acts off the page. */
function Details({ details }: { readonly details: readonly string[] }) {
  const line = (detail: string) => <li key={detail}>{detail}</li>;
  return (
    <>
      <ul className={styles.details}>{details.slice(0, SHOWN).map(line)}</ul>
      {details.length > SHOWN && (
        <details>
          <summary>其余 {details.length - SHOWN} 项</summary>
          <ul className={styles.details}>{details.slice(SHOWN).map(line)}</ul>
        </details>
      )}
    </>
  );
}

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
          <span className={styles.text}>
            {text}
            {open && open.details.length > 0 && <Details details={open.details} />}
          </span>
          {open && (
            <span className="mj-quiet">{open.overridable ? '公示须写明理由' : blocks[open.blocks]}</span>
          )}
          {open?.href && <AddressLink address={open.href}>去办理</AddressLink>}
        </li>
      ))}
    </ul>
  );
}
