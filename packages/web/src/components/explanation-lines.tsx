import type { results } from '@mingji/contract';
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
  /** Opens the entry behind a line: its clause, evidence, people, times, and the appeal. */
  readonly onEntry?: ((entryId: string) => void) | undefined;
}

/** A sentence an item; clause, arithmetic, entries and evidence one click below it, open where there is room (X1, P13). */
export function ExplanationLines({ lines, onEntry }: ExplanationLinesProps) {
  const phone = useIsPhone();
  return (
    <ol className={styles.lines}>
      {toldSections(lines).map(({ sentence, steps }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
          key={index}
          className={classNames(styles.line, sentence.depth === 0 && styles.top)}
        >
          <Line line={sentence} onEntry={onEntry} />
          {steps.length > 0 && (
            <details className={styles.steps} open={!phone}>
              <summary>计分明细（{steps.length} 行）</summary>
              {steps.map((step, at) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
                  key={at}
                  className={styles.step}
                  style={{ paddingLeft: Math.min(step.line.depth - sentence.depth - 1, 4) * 14 }}
                >
                  <Line line={step.line} sameClause={step.sameClause} onEntry={onEntry} />
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
  /** The clause stands right above already. */
  readonly sameClause?: boolean;
  readonly onEntry: ExplanationLinesProps['onEntry'];
}

/** Words and value, the clause, and the entries behind it with who, when, why and the evidence. */
function Line({ line, sameClause = false, onEntry }: LineProps) {
  return (
    <>
      <div className={styles.row}>
        <span className={styles.text}>{line.text}</span>
        {line.value !== null && <span className={styles.value}>{line.value.replace('-', '−')}</span>}
      </div>
      {(line.clauseText || line.clauseId) && !sameClause && (
        <div className={styles.clause}>
          依据{line.clauseId ? ` ${line.clauseId}` : ''}
          {line.clauseText ? `：${line.clauseText}` : ''}
        </div>
      )}
      {line.entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} onOpen={onEntry} />
      ))}
    </>
  );
}

interface EntryLineProps {
  readonly entry: ExplanationEntry;
  readonly onOpen: ExplanationLinesProps['onEntry'];
}

function EntryLine({ entry, onOpen }: EntryLineProps) {
  const reason = entry.reason || '（未写理由）';
  const files = entry.fileIds.map((id, index) => ({ id, name: `附件 ${index + 1}` }));
  return (
    <div className={classNames(styles.entry, !entry.counts && styles.idle)}>
      <div className={styles.row}>
        <span className={styles.text}>
          {onOpen ? (
            <button type="button" className="mj-link" onClick={() => onOpen(entry.id)}>
              {reason}
            </button>
          ) : (
            reason
          )}
          {!entry.counts && <span className="mj-quiet">（未计入）</span>}
        </span>
      </div>
      <span className="mj-quiet">
        {entry.by} · <DateText value={entry.at} />
      </span>
      {files.length > 0 && <FileList files={files} />}
    </div>
  );
}
