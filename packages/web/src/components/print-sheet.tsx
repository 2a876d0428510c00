import { createPortal } from 'react-dom';
import styles from './print-sheet.module.css';
import { usePrinting } from './use-printing.ts';

export interface PrintedSheet {
  readonly title: string;
  /** 填报单位 at the left, the day at the right of the line under the title. */
  readonly unitLine: string;
  readonly dateLine: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines under the table: what it was narrowed to, who signs. */
  readonly notes?: readonly string[];
}

interface PrintSheetProps {
  /** Asked when the browser begins to print. */
  readonly sheet: () => PrintedSheet;
  /** The paper is out, or the user thought better of it. */
  readonly onPrinted?: () => void;
}

/** What goes to paper instead of the screen: A4 landscape, the heading again on every sheet, pages numbered. */
export function PrintSheet({ sheet, onPrinted }: PrintSheetProps) {
  const printing = usePrinting(onPrinted);
  if (!printing) return null;
  const { title, unitLine, dateLine, headings, rows, notes = [] } = sheet();
  return createPortal(
    <div className={`${styles.sheet} mj-print-sheet`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td colSpan={headings.length + 1} className={styles.head}>
              <div className={styles.title}>{title}</div>
              <div className={styles.lines}>
                <span>{unitLine}</span>
                <span>{dateLine}</span>
              </div>
            </td>
          </tr>
          <tr>
            <th scope="col">序号</th>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list stands still.
            <tr key={at}>
              <td>{at + 1}</td>
              {row.map((cell, column) => (
                <td key={headings[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>,
    document.body,
  );
}
