import { foldText, foldWidth, isBlankMark, withoutSpaces } from '../cell-text.ts';
import type { IdNumberFacts } from '../id-number.ts';
import { hasIdNumberShape, hasRightCheckCharacter, idNumberFacts } from '../id-number.ts';
import type { ProblemSink, ReadCell } from '../row-reader.ts';

const APOSTROPHES = /^['’‘`´]+/;
const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/i;

export type JudgedIdNo = {
  idNo: string | null;
  facts: IdNumberFacts | null;
  /** Compared to find duplicates even when the check character is wrong. */
  identity: string | null;
};
const NOTHING: JudgedIdNo = { idNo: null, facts: null, identity: null };

const RETYPE = '请按证件重新填写，系统不会猜测';

/** An ID number is text of 18 characters; as a spreadsheet number its last digits are gone for good (§4.8). */
export function judgeIdNo(read: ReadCell, sink: ProblemSink): JudgedIdNo {
  const { cell } = read;
  if (cell.kind === 'empty' || (cell.kind === 'text' && isBlankMark(cell.text))) return NOTHING;
  if (cell.kind === 'number' || (cell.kind === 'text' && SCIENTIFIC.test(foldText(cell.text)))) {
    sink.error(read, 'id-no-damaged', `身份证号被表格软件当作数字存成 ${read.text}，末几位已丢失：${RETYPE}`);
    return NOTHING;
  }
  if (cell.kind !== 'text') {
    sink.error(read, 'id-no-unreadable', `身份证号“${read.text}”读不出来：${RETYPE}`);
    return NOTHING;
  }
  const folded = foldWidth(cell.text);
  const tight = withoutSpaces(folded);
  const bare = tight.replace(APOSTROPHES, '').toUpperCase();
  if (!hasIdNumberShape(bare)) {
    const length = bare.length === 18 ? '含有不该有的字符' : `有 ${bare.length} 位`;
    sink.error(read, 'id-no-format', `身份证号“${read.text}”应为 18 位，现${length}：${RETYPE}`);
    return NOTHING;
  }
  const facts = idNumberFacts(bare);
  if (!facts) {
    sink.error(read, 'id-no-date', `身份证号“${bare}”中的出生日期不存在：${RETYPE}`);
    return { ...NOTHING, identity: bare };
  }
  if (!hasRightCheckCharacter(bare)) {
    const hint = bare.endsWith('000') ? '，末尾是 000，可能曾被存成数字' : '';
    sink.error(read, 'id-no-check-digit', `身份证号“${bare}”最后一位校验码不对${hint}：${RETYPE}`);
    return { ...NOTHING, identity: bare };
  }
  if (APOSTROPHES.test(tight)) {
    sink.repair(read, 'id-no-apostrophe', '身份证号前多了撇号，去掉', { from: tight, to: bare });
  }
  if (tight !== folded.trim()) {
    sink.repair(read, 'id-no-spaces', '身份证号中有空格，去掉', { from: read.text, to: bare });
  }
  if (/[^\x20-\x7e‘’´]/.test(cell.text.trim())) {
    sink.repair(read, 'id-no-full-width', '身份证号中有全角字符，改为半角', { from: read.text, to: bare });
  }
  return { idNo: bare, facts, identity: bare };
}

/** 警号 is text with its leading zeros; digits alone are padded to the bureau's length, as a repair. */
export function judgePoliceNo(read: ReadCell, digits: number, sink: ProblemSink): string | null {
  if (read.cell.kind === 'empty' || isBlankMark(read.text)) return null;
  const folded = foldWidth(read.text);
  const plain = withoutSpaces(folded).replace(APOSTROPHES, '').toUpperCase();
  const match = /^(FJ)?(\d+)$/.exec(plain);
  const number = match?.[2] ?? '';
  const prefix = match?.[1] ?? '';
  const tooLong = number.length > digits;
  const shortAuxiliary = prefix !== '' && number.length < digits;
  if (!match || tooLong || shortAuxiliary || /^0*$/.test(number)) {
    const shape = `${digits} 位数字（辅警前加 FJ）`;
    sink.error(read, 'police-no-format', `警号“${read.text}”不是 ${shape}：请核对后填写`);
    return null;
  }
  const policeNo = prefix + number.padStart(digits, '0');
  if (folded !== read.text) {
    sink.repair(read, 'police-no-full-width', '警号是全角字符，改为半角', { from: read.text, to: policeNo });
  }
  if (withoutSpaces(folded).replace(APOSTROPHES, '') !== folded) {
    sink.repair(read, 'police-no-spaces', '警号中有空格或撇号，去掉', { from: read.text, to: policeNo });
  }
  if (number.length < digits) {
    sink.repair(read, 'police-no-leading-zeros', `警号丢了前面的 0，补足 ${digits} 位`, {
      from: plain,
      to: policeNo,
    });
  }
  return policeNo;
}

/** “夏 玉兴” is spaced for looks; names of other peoples keep their middle dot, Latin names their spaces. */
export function judgeName(read: ReadCell, sink: ProblemSink): string | null {
  if (isBlankMark(read.text) || read.cell.kind === 'error') {
    sink.error(read, 'name-missing', '姓名没有填写：请补上姓名');
    return null;
  }
  if (read.cell.kind !== 'text') {
    sink.error(read, 'name-unreadable', `姓名“${read.text}”不是文字：请核对`);
    return null;
  }
  const folded = foldWidth(read.text)
    .trim()
    .replace(/[•・∙‧.]/g, '·');
  const name = /[\u3400-\u9fff]/.test(folded) ? withoutSpaces(folded) : folded.replace(/\s+/g, ' ');
  if (!/^[\u3400-\u9fffA-Za-z· ]{1,40}$/.test(name)) {
    sink.error(read, 'name-unreadable', `姓名“${read.text}”含有不该有的字符：请核对`);
    return null;
  }
  if (/\s/.test(read.text.trim()) && name !== read.text.trim()) {
    sink.repair(read, 'name-spaces', '姓名中有空格，去掉', { from: read.text, to: name });
  }
  return name;
}
