import type { WorkbookLimits } from './workbook-limits.ts';
import { WorkbookRefusal } from './workbook-limits.ts';

export function refuseTooManyRows(sheet: string, height: number, limits: WorkbookLimits): void {
  if (height <= limits.rows) return;
  throw new WorkbookRefusal(
    'workbook-too-many-rows',
    `工作表“${sheet}”有 ${height} 行，超过 ${limits.rows} 行：请分成几个文件上传`,
  );
}

export function refuseTooManyColumns(sheet: string, width: number, limits: WorkbookLimits): void {
  if (width <= limits.columns) return;
  throw new WorkbookRefusal(
    'workbook-too-many-columns',
    `工作表“${sheet}”有 ${width} 列，超过 ${limits.columns} 列：请删去无关的列再上传`,
  );
}
