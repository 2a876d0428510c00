import { add, compare, fromInteger, parseDecimal, sign, sumOf, toText, ZERO } from '@mingji/engine';
import { foldText, isBlankMark } from '../cell-text.ts';
import { type OfficeQuantity, readOfficeQuantity } from '../office-quantity.ts';
import type { ProblemSink, ReadCell, RowReader } from '../row-reader.ts';
import { chineseNumeral } from '../target-book/rule-words.ts';
import { AMOUNT_FIELDS } from './attendance-fields.ts';
import type { AttendanceValues } from './attendance-values.ts';

export type Amounts = Omit<AttendanceValues, 'officerId' | 'policeNo' | 'name' | 'unit'>;
const TIMES = new Set(['late', 'early']);
const NEEDED = new Set(['due', 'present']);

/** 十五天, 半天 and 全勤 are amounts as well; they are proposed, and taken when somebody agrees. */
function readAmount(read: ReadCell, field: string, due: string | null): OfficeQuantity {
  const found = readOfficeQuantity(read.cell);
  if (found.kind !== 'unreadable' || read.cell.kind !== 'text') return found;
  const bare = foldText(read.text).replace(/(个?工作日|天|日|次)$/, '');
  const full = field === 'present' && /^(全勤|满勤)$/.test(bare);
  const value = full ? due : /^[零〇一二两三四五六七八九十半点]+$/.test(bare) ? chineseNumeral(bare) : null;
  return value === null ? found : { kind: 'quantity', value, unit: null, multiplied: false };
}

function judgeAmount(
  read: ReadCell,
  { field, label }: { readonly field: string; readonly label: string },
  { most, due }: { readonly most: number; readonly due: string | null },
  sink: ProblemSink,
): string | null {
  const found = readAmount(read, field, due);
  if (found.kind === 'blank') {
    if (NEEDED.has(field)) sink.error(read, 'days-missing', `${label}没有填写：请补上天数`);
    return null;
  }
  if (found.kind === 'unreadable') {
    sink.error(read, 'days-unreadable', `${label}“${read.text}”读不出数：请改填如 21 或 0.5`);
    return null;
  }
  const value = parseDecimal(found.value) ?? ZERO;
  const times = TIMES.has(field);
  if (sign(value) < 0) {
    sink.error(read, 'days-negative', `${label}“${read.text}”是负数：请核对`);
    return null;
  }
  if (times && found.value.includes('.')) {
    sink.error(read, 'times-not-whole', `${label}“${read.text}”应为整数次：请核对`);
    return null;
  }
  if (!times && compare(value, fromInteger(most)) > 0) {
    sink.error(read, 'days-over-month', `${label} ${found.value} 天多于当月的 ${most} 天：请核对`);
    return null;
  }
  if (read.cell.kind === 'text' && read.text.trim() !== found.value && !isBlankMark(foldText(read.text))) {
    sink.repair(read, 'days-written', `${label}写作“${read.text}”，读作 ${found.value}`, {
      from: read.text,
      to: found.value,
    });
  }
  return found.value;
}

/** Every number of the row, and whether they go together. What is blank was nothing, and is not made up. */
export function judgeAmounts(reader: RowReader, most: number, sink: ProblemSink): Amounts {
  const values: Record<string, string | null> = {};
  for (const spec of AMOUNT_FIELDS) {
    const known = { most, due: values.due ?? null };
    values[spec.field] = judgeAmount(reader(spec.field), spec, known, sink);
  }
  checkTogether(reader, values, sink);
  return values as Amounts;
}

function checkTogether(reader: RowReader, values: Record<string, string | null>, sink: ProblemSink): void {
  const exact = (field: string) => parseDecimal(values[field] ?? '') ?? null;
  const [due, present] = [exact('due'), exact('present')];
  if (due === null || present === null) return;
  if (compare(present, due) > 0) {
    const words = `实出勤 ${values.present} 天多于应出勤 ${values.due} 天`;
    sink.warning(reader('present'), 'present-over-due', `${words}，照此登记，请核对是否含加班`);
    return;
  }
  const away = AMOUNT_FIELDS.filter(({ field }) => field === 'absent' || field.endsWith('Leave'));
  const total = add(present, sumOf(away.map(({ field }) => exact(field) ?? ZERO)));
  if (compare(total, due) === 0) return;
  sink.warning(
    reader('present'),
    'days-do-not-add',
    `实出勤、旷工和请假合计 ${toText(total)} 天，与应出勤 ${values.due} 天不符，照此登记，请核对`,
  );
}
