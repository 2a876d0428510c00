import type { results } from '@mingji/contract';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { DateText } from './date-text.tsx';
import styles from './explanation-lines.module.css';
import { FileList } from './file-list.tsx';

/** One step of an explanation, as the evaluation made it; depth 0 is the number itself. */
export type ExplanationLine = results.ResultView['lines'][number];
type ExplanationEntry = ExplanationLine['entries'][number];

interface ExplanationLinesProps {
  readonly lines: readonly ExplanationLine[];
  /** Beside each entry, for who may: the appeal against just this one. */
  readonly entryAction?: ((entryId: string) => ReactNode) | undefined;
}

/** Sentence, value, clause, and the entries behind it with who, when, why and the evidence (X1, P13). */
export function ExplanationLines({ lines, entryAction }: ExplanationLinesProps) {
  return (
    <ol className={styles.lines}>
      {lines.map((line, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
          key={index}
          className={classNames(styles.line, line.depth === 0 && styles.top)}
          style={{ paddingLeft: 10 + Math.min(line.depth, 6) * 16 }}
        >
          <div className={styles.row}>
            <span className={styles.text}>{line.text}</span>
            {line.value !== null && <span className={styles.value}>{line.value.replace('-', '−')}</span>}
          </div>
          {(line.clauseText || line.clauseId) && (
            <div className={styles.clause}>
              依据{line.clauseId ? ` ${line.clauseId}` : ''}
              {line.clauseText ? `：${line.clauseText}` : ''}
            </div>
          )}
          {line.entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} action={entryAction?.(entry.id)} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function EntryLine({ entry, action }: { readonly entry: ExplanationEntry; readonly action: ReactNode }) {
  const files = entry.fileIds.map((id, index) => ({ id, name: `附件 ${index + 1}` }));
  return (
    <div className={classNames(styles.entry, !entry.counts && styles.idle)}>
      <div className={styles.row}>
        <span className={styles.text}>
          {entry.reason || '（未写理由）'}
          {!entry.counts && <span className="mj-quiet">（未计入）</span>}
        </span>
        {action}
      </div>
      <span className="mj-quiet">
        {entry.by} · <DateText value={entry.at} />
      </span>
      {files.length > 0 && <FileList files={files} />}
    </div>
  );
}
