import type { Workbook } from '../../spreadsheet/workbook.ts';
import type { JudgeInput } from './judge-input.ts';
import { rankSheets, type SheetChoice } from './recognition/choose-sheet.ts';
import type { FieldSpec } from './recognition/field-spec.ts';

const ranked = new WeakMap<Workbook, { readonly key: string; readonly sheets: readonly SheetChoice[] }>();

/**
 * Finding headers and columns costs more than judging the rows, and every correction judges again. It depends on the
 * workbook, the kind and the names of the units only, so the last answer is kept beside the workbook.
 */
export function rankedSheets(
  { workbook, units, batch }: Pick<JudgeInput, 'workbook' | 'units' | 'batch'>,
  fields: readonly FieldSpec[],
): readonly SheetChoice[] {
  const names = units.map((unit) => [unit.name, ...unit.aliases].join(','));
  const key = [batch.kind, batch.unit_name, ...names].join('\n');
  const known = ranked.get(workbook);
  if (known?.key === key) return known.sheets;
  const sheets = rankSheets(workbook, fields);
  ranked.set(workbook, { key, sheets });
  return sheets;
}
