import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import type { Sheet } from '../../../../spreadsheet/workbook.ts';
import { recognizeTable } from '../recognize-table.ts';
import type { CellEdit } from '../recognized.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { RosterContext } from './judge-roster.ts';
import { judgeRoster } from './judge-roster.ts';
import { rosterFields } from './roster-fields.ts';

/** Test support: the fictional county's roster and what its answer key says. */
export type RosterKey = {
  county: string;
  units: { name: string; kind: string; aliases: string[] }[];
  rows: {
    row: number;
    verdict: string;
    why: string | null;
    expected: Record<string, string | null> | null;
  }[];
};

const folder = new URL('../../../../../test-fixtures/linxi/', import.meta.url);

export const rosterKey = JSON.parse(readFileSync(new URL('roster.key.json', folder), 'utf8')) as RosterKey;

export const linxi: RosterContext = {
  units: rosterKey.units.map(({ name, aliases }) => ({ id: `id of ${name}`, name, aliases })),
  bureauName: rosterKey.county,
  policeNoDigits: 6,
  existing: [],
};

export async function linxiSheet(): Promise<Sheet> {
  const result = await readWorkbook(new Uint8Array(readFileSync(new URL('roster.xlsx', folder))));
  if (!result.ok) throw new Error(result.refusal.message);
  const [sheet] = result.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

export function judgeSheet(sheet: Sheet, context = linxi, edits: CellEdit[] = [], date1904 = false) {
  const table = recognizeTable(sheet, rosterFields(unitDirectory(context.units, context.bureauName)), {
    date1904,
  });
  if (!table) throw new Error('no table recognised');
  return judgeRoster(table, table.mapping, context, edits);
}
