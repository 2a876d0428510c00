import type { ReactNode } from 'react';
import { DateText } from './date-text.tsx';
import { FileList, type ShownFile } from './file-list.tsx';
import { LookTag, type StatusLook } from './status-tag.tsx';
import styles from './work-timeline.module.css';

export interface TimelineStep {
  readonly key: string;
  /** What was done: 提交, 退回, 评分, 提出复议. */
  readonly action: string;
  readonly look?: StatusLook;
  readonly actor: string | null;
  /** Instant or day; null for a step still to come. */
  readonly at: string | null;
  readonly text?: ReactNode;
  readonly files?: readonly ShownFile[];
}

/** Who did what, when and why, oldest first; both sides' words and files stay (P6, P7, P13). */
export function WorkTimeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <ol className={styles.line}>
      {steps.map((step) => (
        <li key={step.key} className={step.at === null ? styles.toCome : styles.step}>
          <div className={styles.head}>
            <LookTag look={step.look ?? (step.at === null ? 'waiting' : 'good')} label={step.action} />
            {step.actor && <strong>{step.actor}</strong>}
            {step.at && (
              <span className="mj-quiet">
                <DateText value={step.at} />
              </span>
            )}
          </div>
          {step.text && <div className={styles.text}>{step.text}</div>}
          {step.files && step.files.length > 0 && <FileList files={step.files} />}
        </li>
      ))}
    </ol>
  );
}
