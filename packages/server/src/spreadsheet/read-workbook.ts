import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { readSheet } from './read-sheet.ts';
import { refuseTallSheets } from './refuse-tall-sheets.ts';
import { unpackXlsx } from './unpack-xlsx.ts';
import type { Workbook } from './workbook.ts';
import type { WorkbookLimits, WorkbookRefusalCode } from './workbook-limits.ts';
import { WORKBOOK_LIMITS, WorkbookRefusal } from './workbook-limits.ts';

export type ReadWorkbookResult =
  | { ok: true; workbook: Workbook }
  | { ok: false; refusal: { code: WorkbookRefusalCode; message: string } };

async function loadLibraryWorkbook(files: Record<string, Uint8Array>): Promise<LibraryWorkbook> {
  const library = new LibraryWorkbook();
  try {
    await library.xlsx.loadFromFiles(files, { ignoreNodes: ['dataValidations', 'conditionalFormatting'] });
  } catch {
    // Whatever a stranger's file makes the parser throw, to the user it is one thing: a damaged file.
    throw new WorkbookRefusal(
      'workbook-damaged',
      '文件内容不完整或已损坏：请用 Excel 或 WPS 打开后“另存为”.xlsx 再上传',
    );
  }
  return library;
}

/** P18: an office's own .xlsx as plain data, or a refusal that says what to do. */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<ReadWorkbookResult> {
  try {
    const files = await unpackXlsx(bytes, limits);
    refuseTallSheets(files, limits);
    const library = await loadLibraryWorkbook(files);
    if (library.worksheets.length > limits.sheets) {
      throw new WorkbookRefusal(
        'workbook-too-many-sheets',
        `文件有 ${library.worksheets.length} 个工作表，超过 ${limits.sheets} 个：请删去无关的工作表再上传`,
      );
    }
    const sheets = library.worksheets.map((sheet) => readSheet(sheet, limits));
    return { ok: true, workbook: { sheets, date1904: library.properties.date1904 === true } };
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    return { ok: false, refusal: { code: error.code, message: error.message } };
  }
}
