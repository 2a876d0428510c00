import type { ruleSets } from '@mingji/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import styles from './indicator-card.module.css';
import { spanWords } from './indicator-place.ts';
import { lintStates, standings } from './indicator-search.ts';

interface IndicatorCardProps {
  readonly line: ruleSets.IndicatorLine;
  readonly onOpen: () => void;
}

/** One indicator for the thumb: its name, what it is about, who owns it; the whole clause is one touch away. */
export function IndicatorCard({ line, onOpen }: IndicatorCardProps) {
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <button type="button" className={`mj-link ${styles.name}`} onClick={onOpen}>
          {line.name}
        </button>
        {line.marks !== null && <span className="mj-number">{line.marks} 分</span>}
      </div>
      <div className={styles.clause}>{line.clauseText}</div>
      <small className="mj-quiet">
        {line.moduleName} / {line.itemName} · {line.familyName} · {line.owner}
      </small>
      <small className="mj-quiet">
        {line.ruleSetName} 第 {line.version} 版{line.standing === 'inForce' && `，${spanWords(line)}`}
      </small>
      {(line.standing !== 'inForce' || line.lint !== 'clean') && (
        <div className={styles.tags}>
          {line.standing !== 'inForce' && (
            <span>
              <StatusTag map={standings} state={line.standing} />{' '}
              <small className="mj-quiet">{spanWords(line)}</small>
            </span>
          )}
          {line.lint !== 'clean' && <StatusTag map={lintStates} state={line.lint} />}
        </div>
      )}
    </div>
  );
}
