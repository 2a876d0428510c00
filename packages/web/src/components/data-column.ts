import type { ReactNode } from 'react';

/** One column of a DataTable; on the phone one line of a card. */
export interface DataColumn<Row> {
  /** Also the name the server sorts by, when `sortable`. */
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly sortable?: boolean;
  /** Stays in sight when the table is scrolled sideways. */
  readonly fixed?: 'left' | 'right';
  /** `hidden`: offered in the column choice, not shown at first; `always`: cannot be taken away. */
  readonly shown?: 'hidden' | 'always';
  /** Not on the phone's cards. */
  readonly notOnCard?: boolean;
}

/** What a row as a whole says; each tone has a sign besides its colour. */
export type RowTone = 'quiet' | 'redLine' | 'mine';

/** What a column choice leaves of the columns; a choice made for older columns harms nothing. */
export function chosenColumns<Row>(
  columns: readonly DataColumn<Row>[],
  choice: readonly string[] | null,
): DataColumn<Row>[] {
  return columns.filter((column) => {
    if (column.shown === 'always') return true;
    return choice === null ? column.shown !== 'hidden' : choice.includes(column.key);
  });
}
