import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DateText } from './date-text.tsx';
import styles from './explanation-lines.module.css';
import { FileList, type ShownFile } from './file-list.tsx';

/** One step of an explanation, as the evaluation made it; depth 0 is the number itself. */
export interface ExplanationLine {
  readonly key: string;
  readonly depth: number;
  readonly text: ReactNode;
  /** What this step gives: a ScoreText, a PointsText, or plain words. */
  readonly value?: ReactNode;
  /** The arithmetic in full: 3 处 × −0.5. */
  readonly arithmetic?: string | null;
  readonly clause?: string | null;
  readonly evidence?: readonly ShownFile[];
  /** Who submitted, who scored, with their part in it. */
  readonly people?: readonly { readonly part: string; readonly name: string }[];
  readonly at?: string | null;
  /** Counted, but changed nothing: capped away, or another stands for it. */
  readonly idle?: boolean;
  /** For instance the appeal against this one entry. */
  readonly action?: ReactNode;
}

export function ExplanationLines({ lines }: { readonly lines: readonly ExplanationLine[] }) {
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li
          key={line.key}
          className={classNames(styles.line, line.depth === 0 && styles.top, line.idle && styles.idle)}
          style={{ paddingLeft: 8 + Math.min(line.depth, 6) * 16 }}
        >
          <div className={styles.row}>
            <span className={styles.text}>{line.text}</span>
            {line.value !== undefined && <span className={styles.value}>{line.value}</span>}
          </div>
          {line.arithmetic && <div className={styles.arithmetic}>{line.arithmetic}</div>}
          {line.clause && <div className={styles.clause}>依据:{line.clause}</div>}
          {(line.people?.length || line.at) && (
            <div className="mj-quiet">
              {line.people?.map((one) => `${one.part} ${one.name}`).join(' · ')}
              {line.people?.length && line.at ? ' · ' : ''}
              {line.at && <DateText value={line.at} />}
            </div>
          )}
          {line.evidence && line.evidence.length > 0 && <FileList files={line.evidence} />}
          {line.action}
        </li>
      ))}
    </ol>
  );
}
