/** A value to print. `number` takes an exact decimal string; null prints an empty cell, never 0. */
export type OutputValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; decimal: string; format?: string }
  | null;

export type OutputColumn = {
  heading: string;
  width: number;
  align?: 'left' | 'center' | 'right';
};

export type OutputSheet = {
  name: string;
  title: string;
  /** 填报单位 at the left and 填报日期 at the right of the line under the title. */
  unitLine?: string;
  dateLine?: string;
  columns: readonly OutputColumn[];
  rows: readonly (readonly OutputValue[])[];
  /** Printed under the rows in bold; the first cell carries 合计. */
  totals?: readonly OutputValue[];
  /** Lines under the table, e.g. 制表人:  审核人: */
  closingLines?: readonly string[];
  /** Name, account and time: printed in the footer of each page (§4.5). */
  watermark?: string;
  /** 序号 is put before the columns unless this is false. */
  numbered?: boolean;
};
