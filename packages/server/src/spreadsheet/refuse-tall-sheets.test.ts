import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { refuseTallSheets } from './refuse-tall-sheets.ts';
import { unpackXlsx } from './unpack-xlsx.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';

const limits = { ...WORKBOOK_LIMITS, rows: 50 };

async function bytesOf(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
}
const looked = async (bytes: Uint8Array) => {
  const files = await unpackXlsx(bytes, limits);
  return () => refuseTallSheets(files, limits);
};

test('P18 a sheet over the row limit is refused from its text, by its name and real height', async () => {
  const bytes = await bytesOf((book) => {
    book.addWorksheet('说明').getCell('A1').value = '填表说明';
    const sheet = book.addWorksheet('出勤 & <9月>');
    for (let row = 1; row <= 60; row++) sheet.addRow([row % 2 === 0 ? `民警${row}` : row, '出勤']);
    sheet.getCell('B70').value = '   ';
    sheet.getCell('B80').font = { bold: true };
  });
  const message = '工作表“出勤 & <9月>”有 60 行，超过 50 行：请分成几个文件上传';
  expect(await looked(bytes)).toThrow(message);
  expect(await readWorkbook(bytes, limits)).toEqual({
    ok: false,
    refusal: { code: 'workbook-too-many-rows', message },
  });
});

test.each<[string, string | number | boolean | { formula: string; result: string }, boolean]>([
  ['a number', 7, true],
  ['a text', '民警', true],
  ['a yes', true, true],
  ['a formula with a result', { formula: 'A1', result: '民警' }, true],
  ['blanks of either width', ' \u3000', false],
  ['a formula without a result', { formula: 'A1', result: '' }, true],
])('P18 %s beyond the limit counts as the reader counts it', async (_name, value, counts) => {
  const bytes = await bytesOf((book) => {
    const sheet = book.addWorksheet('甲');
    sheet.getCell('A1').value = '姓名';
    sheet.getCell('C51').value = value;
  });
  const refused = await looked(bytes).then((look) => {
    try {
      look();
      return false;
    } catch {
      return true;
    }
  });
  expect([refused, !(await readWorkbook(bytes, limits)).ok]).toEqual([counts, counts]);
});
