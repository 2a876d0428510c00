import type { FieldSpec } from './field-spec.ts';
import type { ColumnMapping, RecognizedTable } from './recognize-table.ts';
import type { Problem } from './recognized.ts';

/** The columns as mapped now, for showing which ones nobody uses. */
export function unmatchedColumns(table: RecognizedTable, mapping: ColumnMapping) {
  const used = new Set(mapping.filter((item) => item.field !== null).map((item) => item.column));
  return table.columns
    .filter(({ column }) => !used.has(column))
    .map(({ letters, heading }) => ({ column: letters, heading }));
}

/** What is wrong with the mapping itself: a needed column is missing, or two columns claim one field. */
export function tableProblems(fields: readonly FieldSpec[], mapping: ColumnMapping): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, field: string, message: string) =>
    problems.push({ code, severity: 'error', field, column: null, cell: null, value: '', message });
  for (const spec of fields) {
    const columns = mapping.filter((item) => item.field === spec.field);
    if (spec.required && columns.length === 0) {
      add('column-missing', spec.field, `没有认出“${spec.label}”列：请在列对应中指定`);
    }
    if (columns.length > 1) {
      add('column-twice', spec.field, `“${spec.label}”对应了 ${columns.length} 列：请只留一列`);
    }
  }
  for (const { field } of mapping) {
    if (field !== null && !fields.some((spec) => spec.field === field)) {
      add('field-unknown', field, `没有名为“${field}”的字段`);
    }
  }
  return problems;
}
