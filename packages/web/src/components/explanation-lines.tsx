import type { results } from '@mingji/contract';
import type { ReactNode } from 'react';
import { useIsPhone } from '../app/use-is-phone.ts';
import { classNames } from './class-names.ts';
import { DateText } from './date-text.tsx';
import styles from './explanation-lines.module.css';
import { FileList } from './file-list.tsx';
import { toldSections } from './told-sections.ts';

/** One step of an explanation, as the evaluation made it; depth 0 is the number itself. */
export type ExplanationLine = results.ResultView['lines'][number];
type ExplanationEntry = ExplanationLine['entries'][number];

interface ExplanationLinesProps {
  readonly lines: readonly ExplanationLine[];
  /** Beside each entry, for who may: the appeal against just this one. */
  readonly entryAction?: ((entryId: string) => ReactNode) | undefined;
}

/** A sentence an item; clause, arithmetic, entries and evidence one click below it, open where there is room (X1, P13). */
export function ExplanationLines({ lines, entryAction }: ExplanationLinesProps) {
  const phone = useIsPhone();
  return (
    <ol className={styles.lines}>
      {toldSections(lines).map(({ sentence, steps }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
          key={index}
          className={classNames(styles.line, sentence.depth === 0 && styles.top)}
        >
          <Line line={sentence} entryAction={entryAction} />
          {steps.length > 0 && (
            <details className={styles.steps} open={!phone}>
              <summary>计分明细（{steps.length} 行）</summary>
              {steps.map((step, at) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
                  key={at}
                  className={styles.step}
                  style={{ paddingLeft: Math.min(step.depth - sentence.depth - 1, 4) * 14 }}
                >
                  <Line line={step} entryAction={entryAction} />
                </div>
              ))}
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

interface LineProps {
  readonly line: ExplanationLine;
  readonly entryAction: ExplanationLinesProps['entryAction'];
}

/** Words and value, the clause, and the entries behind it with who, when, why and the evidence. */
function Line({ line, entryAction }: LineProps) {
  return (
    <>
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
    </>
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
