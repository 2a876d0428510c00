import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { cellAt } from './workbook.ts';
import type { OutputSheet } from './write-workbook.ts';
import { decimal, text, writeWorkbook } from './write-workbook.ts';

const RANKING: OutputSheet = {
  name: '9月排名',
  title: '临溪县公安局2026年9月排名表',
  unitLine: '填报单位:考核办',
  dateLine: '2026年10月8日',
  columns: [
    { heading: '单位', width: 20 },
    { heading: '得分', width: 10, align: 'right' },
    { heading: '说明', width: 30 },
  ],
  rows: [
    [text('南川派出所'), decimal('96.50'), text('=cmd|calc')],
    [text('柳林派出所'), decimal('-0.5'), text('+1')],
    [text('西河派出所'), null, text('@SUM(A1)')],
    [text('青桥派出所'), decimal('1234567890.123456789'), text('\t=1')],
  ],
  totals: [null, decimal('96.00'), null],
  closingLines: ['制表人:        审核人:'],
  watermark: '张三&李四 905101 2026-10-08 09:00',
};

test('X8 an export has title, unit and date row, header, 序号, rows and totals', async () => {
  const result = await readWorkbook(await writeWorkbook([RANKING]));
  if (!result.ok) throw new Error(result.refusal.message);
  const [sheet] = result.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }]);
  expect(cellAt(sheet, 1, 1)).toEqual({ kind: 'text', text: RANKING.title });
  expect(cellAt(sheet, 2, 4)).toEqual({ kind: 'text', text: '2026年10月8日' });
  expect(sheet.rows[2]).toMatchObject(['序号', '单位', '得分', '说明'].map((heading) => ({ text: heading })));
  expect(cellAt(sheet, 4, 1)).toMatchObject({ kind: 'number', text: '1' });
  expect(cellAt(sheet, 8, 1)).toEqual({ kind: 'text', text: '合计' });
  expect(cellAt(sheet, 8, 3)).toEqual({ kind: 'number', text: '96', format: '0.00' });
  expect(cellAt(sheet, 9, 1)).toMatchObject({ kind: 'text', text: '制表人:        审核人:' });
});

test('X8 numbers stay numbers, an absent score stays empty, too long decimals stay exact as text', async () => {
  const result = await readWorkbook(await writeWorkbook([RANKING]));
  if (!result.ok) throw new Error(result.refusal.message);
  const scores = result.workbook.sheets[0]?.rows.slice(3, 7).map((row) => row[2]);
  expect(scores).toEqual([
    { kind: 'number', text: '96.5', format: '0.00' },
    { kind: 'number', text: '-0.5', format: '0.0' },
    { kind: 'empty' },
    { kind: 'text', text: '1234567890.123456789' },
  ]);
  await expect(writeWorkbook([{ ...RANKING, rows: [[null, decimal('NaN'), null]] }])).rejects.toThrow(
    TypeError,
  );
});

test('X8 text that a spreadsheet would run as a formula is neutralised', async () => {
  const result = await readWorkbook(await writeWorkbook([RANKING]));
  if (!result.ok) throw new Error(result.refusal.message);
  const notes = result.workbook.sheets[0]?.rows.slice(3, 7).map((row) => row[3]);
  expect(notes).toEqual(
    ["'=cmd|calc", "'+1", "'@SUM(A1)", "'\t=1"].map((written) => ({ kind: 'text', text: written })),
  );
});

test('X8 an export prints on A4 landscape, one page wide, header frozen, watermark in the footer', async () => {
  const book = new LibraryWorkbook();
  await book.xlsx.load(await writeWorkbook([RANKING]));
  const sheet = book.getWorksheet(1);
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  });
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet?.headerFooter.oddFooter).toContain('张三&&李四 905101');
});

test('X8 what XML cannot carry is shown as such a sign, so that no text makes a workbook nobody can open', async () => {
  const hostile = ['a\u0001b', '<b>&"', '_x0041_', '两行\r\n字', '\ud800'];
  const rows = hostile.map((one) => [text(one), null, null]);
  const bytes = await writeWorkbook([{ ...RANKING, name: "9'月/排名", rows }]);
  const book = new LibraryWorkbook();
  await book.xlsx.load(bytes);
  const sheet = book.getWorksheet(1);
  expect(sheet?.name).toBe("9'月 排名");
  expect(hostile.map((_, at) => sheet?.getCell(4 + at, 2).value)).toEqual([
    'a\ufffdb',
    '<b>&"',
    '_x0041_',
    '两行\n字',
    '\ufffd',
  ]);
});

test('P11 a long text goes on in the next line of its cell and makes the row higher, a short one does not', async () => {
  const book = new LibraryWorkbook();
  const rows = [
    [text('短'), null, text('条'.repeat(40))],
    [text('短'), null, null],
  ];
  await book.xlsx.load(await writeWorkbook([{ ...RANKING, rows }]));
  const sheet = book.getWorksheet(1);
  expect(sheet?.getCell(4, 2).alignment?.wrapText ?? false).toBe(false);
  expect(sheet?.getCell(4, 4).alignment?.wrapText).toBe(true);
  expect(sheet?.getRow(4).height).toBe(45);
  expect(sheet?.getRow(5).height).not.toBe(45);
});

test('P11 while 15,000 rows are written, others get their turn', async () => {
  const rows = Array.from({ length: 15_000 }, (_, at) => [text(`民警${at}`), decimal('90.00'), null]);
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 0);
  const bytes = await writeWorkbook([{ ...RANKING, rows }]);
  clearInterval(counting);
  expect(bytes.length).toBeGreaterThan(100_000);
  expect(turns).toBeGreaterThan(20);
});
