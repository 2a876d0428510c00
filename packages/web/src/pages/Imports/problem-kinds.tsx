import type { imports } from '@mingji/contract';
import type { TableState } from '../../app/use-table-state.ts';
import styles from './imports.module.css';
import { severityWords } from './texts.ts';

interface ProblemKindsProps {
  readonly batch: imports.ImportBatch;
  readonly section: 'records' | 'decomposition';
  readonly state: TableState;
  /** Null: nothing can be decided any more. */
  readonly onAccept: ((code: string, accept: boolean) => void) | null;
}

/** The kinds of problem with their counts: a filter each, and for repairs one click for all of the kind. */
export function ProblemKinds({ batch, section, state, onAccept }: ProblemKindsProps) {
  const kinds = batch.summary.problems.filter((kind) => kind.section === section);
  if (kinds.length === 0) return null;
  const chosen = state.filters.problem;
  return (
    <ul className={styles.kinds} aria-label="问题种类">
      {kinds.map((kind) => (
        <li key={`${kind.code} ${kind.severity}`} className={styles.kindChip}>
          <button
            type="button"
            aria-pressed={chosen === kind.code}
            onClick={() =>
              state.setFilters({ problem: chosen === kind.code ? '' : kind.code, verdict: '', only: '' })
            }
          >
            <span className={kind.severity === 'error' ? styles.error : 'mj-quiet'}>
              {severityWords[kind.severity]}
            </span>{' '}
            {kind.label} {kind.open}
            {kind.accepted > 0 && <span className="mj-quiet">（已接受 {kind.accepted}）</span>}
          </button>
          {kind.severity === 'repair' && onAccept && (
            <button
              type="button"
              className={styles.accept}
              onClick={() => onAccept(kind.code, kind.open > 0)}
            >
              {kind.open > 0 ? `全部接受` : '撤回'}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
