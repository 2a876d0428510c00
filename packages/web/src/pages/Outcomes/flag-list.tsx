import type { outcomes } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './outcomes.module.css';

/** What the check found, each with its clause and the page where the fact is seen. */
export function FlagList({ flags }: { readonly flags: readonly outcomes.CommendationFlag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className={styles.flags}>
      {flags.map((flag) => (
        <li key={`${flag.code} ${flag.message}`}>
          {!flag.forbids && <LookTag look="returned" label="请核实" />}{' '}
          {flag.address ? <Link to={flag.address}>{flag.message}</Link> : flag.message}
          {flag.clause && <span className="mj-quiet">（条款 {flag.clause}）</span>}
        </li>
      ))}
    </ul>
  );
}
