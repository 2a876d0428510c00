import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../spreadsheet/workbook.ts';
import { checkCharacter, hasRightCheckCharacter, idNumberFacts } from './id-number.ts';
import { readOfficeDate } from './office-date.ts';
import { readOfficeQuantity } from './office-quantity.ts';
import { unitDirectory } from './resolve-unit.ts';
import { chineseNumeral } from './target-book/rule-words.ts';

const text = (written: string): Cell => ({ kind: 'text', text: written });
const number = (written: string, format?: string): Cell => ({
  kind: 'number',
  text: written,
  ...(format ? { format } : {}),
});

test.each<[Cell, string]>([
  [text('1985.3'), '1985-03'],
  [text('1985.03.01'), '1985-03-01'],
  [text('1985/3/1'), '1985-03-01'],
  [text('1985-3'), '1985-03'],
  [text('19850301'), '1985-03-01'],
  [text('198503'), '1985-03'],
  [text('1973年9月'), '1973-09'],
  [text('1973 年 9 月 5 日'), '1973-09-05'],
  [text('１９８５．３'), '1985-03'],
  [text('1985-03-01 00:00:00'), '1985-03-01'],
  [number('32322'), '1988-06-28'],
  [number('19850301'), '1985-03-01'],
  [number('198512'), '1985-12'],
  [number('1985.12'), '1985-12'],
  [number('1985.3'), '1985-03'],
  [number('1985.1', '0.00'), '1985-10'],
  [{ kind: 'date', iso: '2000-02-29', precision: 'day' }, '2000-02-29'],
  [{ kind: 'date', iso: '2000-02-01', precision: 'month' }, '2000-02'],
])('P18 the date in %o is %s', (cell, value) => {
  expect(readOfficeDate(cell, false)).toEqual({ kind: 'date', value });
});

test('P18 dates that do not exist or say too little are unreadable, marks of nothing are blank', () => {
  for (const wrong of ['1985.13', '19850230', '1985', '85.3', '3/1/1985', '2001.0304', '不详', '12345678']) {
    expect([wrong, readOfficeDate(text(wrong), false).kind]).toEqual([wrong, 'unreadable']);
  }
  for (const blank of ['无', '—', '-', '/', '／', '', '——'])
    expect(readOfficeDate(text(blank), false).kind).toBe('blank');
  expect(readOfficeDate(number('1985.1'), false)).toEqual({
    kind: 'ambiguous',
    candidates: ['1985-01', '1985-10'],
  });
  expect(readOfficeDate(number('30860'), true)).toEqual({ kind: 'date', value: '1988-06-28' });
});

test.each<[Cell, string, string | null]>([
  [text('1,200,000'), '1200000', null],
  [text('10分'), '10', '分'],
  [text('2.50 分'), '2.5', '分'],
  [text('480家次'), '480', '家次'],
  [text('120万'), '1200000', null],
  [text('1.25万元'), '12500', '元'],
  [text('９０００'), '9000', null],
  [text('95%'), '95', '%'],
  [number('0.1'), '0.1', null],
])('P18 the quantity in %o is %s', (cell, value, unit) => {
  expect(readOfficeQuantity(cell)).toMatchObject({ kind: 'quantity', value, unit });
});

test('P18 what is no plain number is unreadable, never half a number', () => {
  for (const wrong of ['不少于480', '1,20', '10-20', '3分/次', '约100', '12.5.6']) {
    expect([wrong, readOfficeQuantity(text(wrong)).kind]).toEqual([wrong, 'unreadable']);
  }
});

test('P18 any single wrong digit of an ID number fails its check character', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first17, at, change) => {
      const id = first17.join('') + checkCharacter(first17.join(''));
      expect(hasRightCheckCharacter(id)).toBe(true);
      const wrong = first17.map((digit, index) => (index === at ? (digit + change) % 10 : digit)).join('');
      expect(hasRightCheckCharacter(wrong + id[17])).toBe(false);
    }),
  );
  expect(idNumberFacts('990001198503010018')).toEqual({ birth: '1985-03-01', sex: '男' });
  expect(idNumberFacts('990001198502300018')).toBeNull();
});

test('P18 a unit is known by name, alias, or with the bureau’s name in front; near names are only suggested', () => {
  const units = [
    { id: '1', name: '刑事侦查大队', aliases: ['刑警大队', '刑侦'] },
    { id: '2', name: '南川派出所', aliases: ['南川所'] },
    { id: '3', name: '南川中队', aliases: ['南川所'] },
  ];
  const resolve = unitDirectory(units, '临溪县公安局');
  expect(resolve('刑事侦查大队')).toMatchObject({ kind: 'exact', unit: { id: '1' } });
  expect(resolve('临溪县公安局刑警大队')).toMatchObject({ kind: 'alias', unit: { id: '1' } });
  expect(resolve('刑 事 侦 查 大 队')).toMatchObject({ kind: 'alias', unit: { id: '1' } });
  expect(resolve('南川所')).toMatchObject({ kind: 'ambiguous' });
  expect(resolve('刑侦大队')).toEqual({ kind: 'unknown', suggestions: ['刑事侦查大队'] });
  expect(resolve('第八派出所筹备组').kind).toBe('unknown');
});

test('X7 Chinese numerals', () => {
  const known = { 半: '0.5', 零点五: '0.5', 十: '10', 十五: '15', 二十: '20', 一百零五: '105', 两: '2' };
  for (const [numeral, value] of Object.entries(known))
    expect([numeral, chineseNumeral(numeral)]).toEqual([numeral, value]);
});
