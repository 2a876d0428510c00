import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { useIsPhone } from '../app/use-is-phone.ts';
import styles from './print-form.module.css';
import { usePrinting } from './use-printing.ts';

/** Two short cells beside each other, or one across the form; `signed` is the line for name and date. */
export type PrintedRow =
  | { readonly pair: readonly [PrintedCell, PrintedCell] }
  | { readonly label: string; readonly text: string; readonly signed?: string };
interface PrintedCell {
  readonly label: string;
  readonly text: string;
}
export interface PrintedForm {
  readonly title: string;
  readonly unitLine: string;
  readonly dateLine: string;
  readonly rows: readonly PrintedRow[];
  readonly notes?: readonly string[];
}

/** The matter as a ruled A4 form, as it is attached and signed; paper is not a phone's business. */
export function PrintForm({ form }: { readonly form: () => PrintedForm }) {
  const printing = usePrinting();
  const phone = useIsPhone();
  return (
    <>
      {!phone && (
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      )}
      {printing && createPortal(<Sheet {...form()} />, document.body)}
    </>
  );
}

function Sheet({ title, unitLine, dateLine, rows, notes = [] }: PrintedForm) {
  return (
    <div className={`${styles.form} mj-print-sheet`}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.lines}>
        <span>{unitLine}</span>
        <span>{dateLine}</span>
      </div>
      <table className={styles.table}>
        <tbody>
          {rows.map((row) => (
            <tr key={'pair' in row ? row.pair[0].label : row.label}>
              {'pair' in row ? (
                row.pair.map(({ label, text }) => <Cell key={label} label={label} text={text} span={1} />)
              ) : (
                <Cell {...row} span={3} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={styles.notes}>
          {note}
        </p>
      ))}
    </div>
  );
}

function Cell({ label, text, signed, span }: PrintedCell & { signed?: string; span: number }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td colSpan={span}>
        <p className={styles.text}>{text}</p>
        {signed && <p className={styles.signed}>{signed}</p>}
      </td>
    </>
  );
}
