import type { Cell } from '../../../spreadsheet/workbook.ts';

/** One thing a column may hold: how offices call it and what its cells look like. */
export type FieldSpec = {
  field: string;
  /** The name shown to users when they correct the mapping. */
  label: string;
  /** Names seen in files, besides the label. Spaces, width and brackets do not matter. */
  synonyms: readonly string[];
  required?: boolean;
  /** True for a cell that can hold this field; the share of such cells is the evidence of the content. */
  looksLike?: (cell: Cell) => boolean;
  /** The content alone is enough to know the column (an 18-digit ID number, 男/女), whatever its heading. */
  distinctive?: boolean;
};
