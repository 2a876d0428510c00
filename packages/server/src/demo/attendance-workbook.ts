import { chineseMonth } from '@mingji/engine';
import { type OutputValue, text, writeWorkbook } from '../spreadsheet/write-workbook.ts';
import type { AttendanceLine } from './attendance-lines.ts';
import type { SeededRandom } from './seeded-random.ts';

const HEADINGS = [
  '单位',
  '姓名',
  '警号',
  '应出勤',
  '实出勤',
  '迟到',
  '早退',
  '旷工',
  '事假',
  '病假',
  '年休假',
  '公假',
];

/** The office's monthly table; with `odd` the clerk typed a cell here and there in his own way. */
export async function attendanceWorkbook(
  lines: readonly AttendanceLine[],
  {
    unitName,
    month,
    odd,
  }: { readonly unitName: string; readonly month: string; readonly odd?: SeededRandom },
): Promise<Uint8Array> {
  const columns = HEADINGS.map((heading, at) => ({ heading, width: at === 0 ? 22 : 9 }));
  const title = `${chineseMonth(month)}考勤汇总表`;
  const rows = lines.map((line) => rowOf(line, odd));
  return writeWorkbook([{ name: '考勤', title, unitLine: `填报单位：${unitName}`, columns, rows }]);
}

const cell = (value: number): OutputValue =>
  value === 0 ? null : { kind: 'number', decimal: String(value) };

function rowOf(
  { officer, due, present, late, early, absent, leaves }: AttendanceLine,
  odd: SeededRandom | undefined,
): OutputValue[] {
  const { name } = officer;
  const spaced = odd?.chance(0.01) === true && name.length === 2;
  return [
    text(officer.unit.name),
    text(spaced ? `${name.slice(0, 1)} ${name.slice(1)}` : name),
    text(officer.policeNo),
    cell(due),
    odd?.chance(0.01) === true ? text(`${present}天`) : cell(present),
    cell(late),
    cell(early),
    cell(absent),
    cell(leaves.personal ?? 0),
    cell(leaves.sick ?? 0),
    cell(leaves.annual ?? 0),
    cell(leaves.official ?? 0),
  ];
}
