import type { Cell } from '../../../spreadsheet/workbook.ts';
import { foldText, isEmpty, writtenText } from './cell-text.ts';

export type LineRole =
  | 'empty'
  | 'title'
  | 'caption'
  | 'header'
  | 'data'
  | 'total'
  | 'subtotal'
  | 'signature'
  | 'note';

const TOTAL = /^(合计|总计|共计|总数|总分|累计|全局合计|合计人数|总人数|本页合计)([::(].*|\d.*)?$/;
const SUBTOTAL = /(小计|合计|分计)([::(].*|\d.*)?$/;
const SIGNATURE =
  /^(制表|填表|填报|审核|审批|复核|经办|统计|单位负责|主要负责|负责|分管领导|主要领导|主管领导|局领导|领导)(人|人签字|人签名|签字|签名|审核|单位)?(\(.*\))?[::]/;
const NOTE = /^(注|备注|说明|填表说明|填报说明|附注|附|注意)(\d*)[::.、]/;

/** The distinct things written in a row, a merge counted once. */
export function distinctCells(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => !isEmpty(cell) && cell.mergedFrom === undefined);
}

/** 1 2 3 4 … or (1)(2)(3) or 甲 1 2 3 under a header numbers the columns; it is no record. */
function numbersColumns(texts: readonly string[]): boolean {
  const numbers = texts
    .map((text) => text.replace(/[()]/g, ''))
    .filter((text) => !/^[甲乙丙丁戊]$/.test(text));
  const first = Number(numbers[0]);
  return (
    numbers.length >= 4 &&
    (first === 0 || first === 1) &&
    numbers.every((text, index) => Number(text) === first + index)
  );
}

/** What a line below the header is, judged by its words alone. */
export function lineRole(cells: readonly Cell[], headerLine: readonly string[]): LineRole {
  const written = distinctCells(cells).map((cell) => foldText(writtenText(cell)));
  const [first] = written;
  if (first === undefined) return 'empty';
  if (written.length >= 2 && written.every((text) => headerLine.includes(text))) return 'header';
  if (numbersColumns(written)) return 'header';
  if (NOTE.test(first) && written.length <= 2) return 'note';
  if (written.length <= 8 && written.some((text) => SIGNATURE.test(text))) return 'signature';
  if (TOTAL.test(first)) return 'total';
  // A sub-total stands in the first columns; the same word far to the right is a heading or a remark.
  const lead = cells.slice(0, 4).filter((cell) => !isEmpty(cell));
  const isNumber = (text: string) => /^[\d.,()人名分%]*$/.test(text);
  if (
    lead.some((cell) => SUBTOTAL.test(foldText(writtenText(cell)))) &&
    written.filter((t) => !isNumber(t)).length <= 3
  ) {
    return TOTAL.test(foldText(writtenText(lead.at(-1) ?? { kind: 'empty' }))) ? 'total' : 'subtotal';
  }
  return 'data';
}
