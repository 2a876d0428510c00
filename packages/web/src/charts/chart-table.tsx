import styles from './chart-table.module.css';

export interface ChartTableProps {
  readonly headings: readonly string[];
  /** First cell the name, the others numbers as text; null is shown as —, never as 0. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export function ChartTable({ headings, rows }: ChartTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {headings.map((heading, column) =>
                column === 0 ? (
                  <th key={heading} scope="row">
                    {row[column]}
                  </th>
                ) : (
                  <td key={heading}>{row[column] ?? '—'}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
