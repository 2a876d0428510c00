import { classNames } from '../../components/class-names.ts';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { ProgressBar } from './progress-bar.tsx';
import type { Typed } from './split-plan.ts';
import styles from './targets.module.css';
import type { Part } from './texts.ts';

interface PartTableProps {
  readonly parts: readonly Part[];
  readonly typed: Typed;
  readonly editable: boolean;
  readonly onType: (id: string, quantity: string | null) => void;
}

/** Everybody directly below, each with a part or none: none is not 0. */
export function PartTable({ parts, typed, editable, onType }: PartTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={classNames(styles.table, styles.parts)}>
        <thead>
          <tr>
            <th>单位或民警</th>
            <th>人数</th>
            <th>分得数量</th>
            <th>其再分解</th>
            <th>完成</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <td>
                {part.name}
                {part.position && <span className="mj-quiet"> {part.position}</span>}
              </td>
              <td className={styles.number} data-label="人数">
                {part.kind === 'unit' ? part.headCount : '—'}
              </td>
              <td className={styles.quantity}>
                {editable ? (
                  <DecimalInput
                    min="0"
                    placeholder="未下达"
                    value={typed[part.id] ?? null}
                    onChange={(quantity) => onType(part.id, quantity)}
                    style={{ width: '100%' }}
                  />
                ) : (
                  (part.quantity ?? <span className="mj-quiet">未下达</span>)
                )}
              </td>
              <td className={styles.number} data-label="其再分解">
                {part.handedDown ?? '—'}
              </td>
              <td>
                <ProgressBar actual={part.actual} issued={part.quantity ?? '0'} percent={part.percent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
