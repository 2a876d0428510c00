import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('Documents text that looks like a formula is neutralised, quotes and commas survive', () => {
  expect(
    csvText([
      ['=1+1', 'a,b'],
      ['说"是"', '-3'],
    ]),
  ).toBe('\ufeff\'=1+1,"a,b"\r\n"说""是""",\'-3');
});
