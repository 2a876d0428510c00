import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { zip } from '@cj-tech-master/excelts/archive';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import type { Sheet } from './workbook.ts';
import { cellAt } from './workbook.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../test-fixtures/linxi/${name}`, import.meta.url)));

async function onlySheet(bytes: Uint8Array): Promise<Sheet> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(result.refusal.message);
  const [sheet] = result.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

async function refusalOf(bytes: Uint8Array, limits = WORKBOOK_LIMITS) {
  const result = await readWorkbook(bytes, limits);
  return result.ok ? 'taken' : result.refusal;
}

async function bytesOf(fill: (book: LibraryWorkbook) => void): Promise<Uint8Array> {
  const book = new LibraryWorkbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
}

describe('P18 readWorkbook', () => {
  test('P18 the roster keeps merges, hidden rows, dates and damaged numbers as they are', async () => {
    const sheet = await onlySheet(fixture('roster.xlsx'));
    expect(sheet.name).toBe('警力通讯录');
    expect(sheet.rows).toHaveLength(262);
    expect(sheet.width).toBe(15);
    expect(sheet.hiddenRows).toEqual([50, 60, 109, 155]);
    expect(sheet.merges).toHaveLength(7);
    expect(cellAt(sheet, 4, 1)).toEqual({ kind: 'text', text: '序号', mergedFrom: { row: 3, column: 1 } });
    expect(cellAt(sheet, 5, 7)).toEqual({ kind: 'date', iso: '1994-12-28', precision: 'day' });
    expect(cellAt(sheet, 7, 7)).toEqual({ kind: 'number', text: '32322' });
    expect(cellAt(sheet, 31, 6)).toEqual({ kind: 'number', text: '990015198911133700' });
    expect(cellAt(sheet, 42, 6)).toEqual({ kind: 'text', text: "'990010196807196075" });
    expect(cellAt(sheet, 7, 2)).toEqual({ kind: 'empty' });
  });

  test('P18 formulas count as their cached values, a formula without one is an error cell', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('公式');
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('A2').value = { formula: 'CONCATENATE（"南川","所"）', result: '南川所' };
      sheet.getCell('A3').value = { formula: '1/0' };
      sheet.getCell('A4').value = { error: '#N/A' };
      sheet.getCell('A5').value = { richText: [{ text: '南川' }, { text: '派出所' }] };
      sheet.getCell('A6').value = new Date('1985-03-01T00:00:00Z');
      sheet.getCell('A6').numFmt = 'yyyy"年"m"月"';
      sheet.getCell('A7').value = 0.1;
      sheet.getCell('A8').value = true;
      sheet.getCell('A9').value = 1200000;
      sheet.getCell('A9').numFmt = '#,##0';
    });
    const sheet = await onlySheet(bytes);
    const column = sheet.rows.map((row) => row[0]);
    expect(column).toEqual([
      { kind: 'number', text: '2' },
      { kind: 'text', text: '南川所' },
      { kind: 'error', text: '公式没有结果' },
      { kind: 'error', text: '#N/A' },
      { kind: 'text', text: '南川派出所' },
      { kind: 'date', iso: '1985-03-01', precision: 'month' },
      { kind: 'number', text: '0.1' },
      { kind: 'boolean', value: true },
      { kind: 'number', text: '1200000', format: '#,##0' },
    ]);
  });

  test('P18 formatted but empty rows and columns do not make a table bigger', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('空');
      sheet.getCell('B2').value = '只有这里';
      sheet.getCell('ZZ30000').font = { bold: true };
    });
    const sheet = await onlySheet(bytes);
    expect([sheet.rows.length, sheet.width]).toEqual([2, 2]);
  });

  test('P18 other formats and encrypted files are refused with what to do', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const encrypted = Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusalOf(Buffer.concat([ole, Buffer.alloc(600)]))).toEqual({
      code: 'workbook-old-format',
      message: '文件是旧的 .xls/.et 格式：请用 Excel 或 WPS 打开后“另存为”.xlsx 再上传',
    });
    expect(await refusalOf(encrypted)).toMatchObject({ code: 'workbook-encrypted' });
    expect(await refusalOf(Buffer.from('姓名，警号\n张三，1'))).toMatchObject({ code: 'workbook-not-xlsx' });
    expect(await refusalOf(new Uint8Array())).toMatchObject({ code: 'workbook-not-xlsx' });
    const otherZip = await zip().add('word/document.xml', '<a/>').bytes();
    expect(await refusalOf(otherZip)).toMatchObject({ code: 'workbook-not-xlsx' });
    const truncated = fixture('roster.xlsx').slice(0, 9_000);
    expect(await refusalOf(truncated)).toMatchObject({ code: 'workbook-damaged' });
    const noise = await zip().add('xl/workbook.xml', randomBytes(500)).bytes();
    expect(await refusalOf(noise)).not.toBe('taken');
  });

  test('P18 an archive that inflates beyond the limit is stopped whatever size it declares', async () => {
    const bomb = await zip().add('xl/workbook.xml', new Uint8Array(3_000_000)).bytes();
    expect(bomb.length).toBeLessThan(20_000);
    const limits = { ...WORKBOOK_LIMITS, inflatedBytes: 1_000_000 };
    expect(await refusalOf(bomb, limits)).toMatchObject({ code: 'workbook-inflates-too-large' });
  });

  test('P18 limits on size, sheets, rows, columns and cell length are refused by name', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('甲');
      sheet.getCell('C3').value = '很长的文字很长的文字';
      book.addWorksheet('乙');
    });
    const within = (change: Partial<typeof WORKBOOK_LIMITS>) =>
      refusalOf(bytes, { ...WORKBOOK_LIMITS, ...change });
    expect(await within({})).toBe('taken');
    expect(await within({ fileBytes: 100 })).toMatchObject({ code: 'workbook-too-large' });
    expect(await within({ sheets: 1 })).toMatchObject({ code: 'workbook-too-many-sheets' });
    expect(await within({ rows: 2 })).toMatchObject({ code: 'workbook-too-many-rows' });
    expect(await within({ columns: 2 })).toMatchObject({ code: 'workbook-too-many-columns' });
    expect(await within({ cellCharacters: 5 })).toMatchObject({
      code: 'workbook-cell-too-long',
      message: 'C3 的文字超过 5 字：请拆开或删减后再上传',
    });
  });
});
