import type { imports } from '@mingji/contract';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { Workbook } from '../../spreadsheet/workbook.ts';
import type { Batch } from './batch.ts';
import { loadDecisions } from './decisions.ts';
import { unitsBelow } from './import-context.ts';
import { judgeAttendanceFile } from './judge-attendance-file.ts';
import type { JudgeInput } from './judge-input.ts';
import { judgeRosterFile } from './judge-roster-file.ts';
import { judgeTargetBookFile } from './judge-target-book-file.ts';
import { judgeUnitFile } from './judge-unit-file.ts';
import type { Judgement } from './judgement.ts';
import { officeWorkbook } from './office-workbook.ts';
import { attendanceFields } from './recognition/attendance/attendance-fields.ts';
import { rankSheets } from './recognition/choose-sheet.ts';
import type { FieldSpec } from './recognition/field-spec.ts';
import { unitDirectory } from './recognition/resolve-unit.ts';
import { rosterFields } from './recognition/roster/roster-fields.ts';
import { targetBookFields } from './recognition/target-book/target-book-fields.ts';
import { UNIT_FIELDS } from './recognition/unit-list/unit-fields.ts';

/** P18: reads the stored file again, as the organization and the decisions stand now. Nothing is written. */
export async function judgeBatch(db: Reader, ctx: Ctx, batch: Batch): Promise<Judgement> {
  const input: JudgeInput = {
    db,
    ctx,
    batch,
    workbook: await officeWorkbook(ctx, batch.file_sm3),
    units: await unitsBelow(db, ctx, batch.unit_path, batch.kind === 'units' ? batch.id : undefined),
    decisions: await loadDecisions(db, ctx, batch.id),
  };
  switch (batch.kind) {
    case 'units':
      return judgeUnitFile(input);
    case 'roster':
      return judgeRosterFile(input);
    case 'targetBook':
      return judgeTargetBookFile(input);
    case 'attendance':
      return judgeAttendanceFile(input);
  }
}

/** The kind whose columns the best sheet fits best: needed columns first, then how many were understood. */
export function likelyKind(
  workbook: Workbook,
  units: JudgeInput['units'],
  bureauName: string,
): imports.ImportKind {
  const directory = unitDirectory(units, bureauName);
  const kinds: readonly (readonly [imports.ImportKind, readonly FieldSpec[]])[] = [
    ['roster', rosterFields(directory)],
    ['targetBook', targetBookFields(directory)],
    ['units', UNIT_FIELDS],
    ['attendance', attendanceFields(directory)],
  ];
  const fits = kinds.map(([kind, fields]) => {
    const [best] = rankSheets(workbook, fields);
    return {
      kind,
      missing: best?.missingRequired.length ?? fields.length,
      matched: best?.matchedColumns ?? 0,
    };
  });
  fits.sort((a, b) => a.missing - b.missing || b.matched - a.matched);
  return fits[0]?.kind ?? 'roster';
}
