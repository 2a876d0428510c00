import type { Cell } from '../../../../spreadsheet/workbook.ts';
import { foldText, writtenText } from '../cell-text.ts';
import type { FieldSpec } from '../field-spec.ts';
import type { UnitDirectory } from '../resolve-unit.ts';
import { rosterFields } from '../roster/roster-fields.ts';

const names = (list: string) => list.split(' ');
const days = (cell: Cell) => /^\d{1,2}(\.\d+)?(天|日)?$/.test(foldText(writtenText(cell)));
const amount = (field: string, label: string, synonyms: string, required = false): FieldSpec => ({
  field,
  label,
  synonyms: names(synonyms),
  looksLike: days,
  ...(required ? { required: true } : {}),
});

const AMOUNTS: readonly FieldSpec[] = [
  amount(
    'due',
    '应出勤',
    '应出勤天数 应出勤日数 应到天数 应到 应勤天数 应勤 应上班天数 制度工作日 工作日数 应出勤（天）',
    true,
  ),
  amount(
    'present',
    '实出勤',
    '实际出勤 实出勤天数 实际出勤天数 实到天数 实到 出勤天数 出勤 实勤天数 到岗天数 在岗天数 实出勤（天）',
    true,
  ),
  amount('late', '迟到', '迟到次数 迟到（次） 迟到数'),
  amount('early', '早退', '早退次数 早退（次） 早退数'),
  amount('absent', '旷工', '旷工天数 旷工（天） 无故缺勤 缺勤天数 无故缺勤天数 旷岗'),
  amount('personalLeave', '事假', '事假天数 事假（天）'),
  amount('sickLeave', '病假', '病假天数 病假（天） 病休'),
  amount('annualLeave', '年休假', '年休假天数 年假 公休假 公休 休假 带薪年休假 年休'),
  amount('marriageLeave', '婚假', '婚假天数'),
  amount('maternityLeave', '产假', '产假天数 生育假 陪产假 护理假 产假/陪产假'),
  amount('bereavementLeave', '丧假', '丧假天数 丧葬假'),
  amount('injuryLeave', '工伤假', '工伤 公伤假 公伤 因公负伤'),
  amount('officialLeave', '公假', '公出 出差 因公外出 公差 学习培训 公假天数'),
  amount('otherLeave', '其他假', '其他 其它 其它假 探亲假 其他请假'),
];

/** The fields of a monthly attendance result. Who is meant is written as in a roster. */
export function attendanceFields(resolveUnit: UnitDirectory): FieldSpec[] {
  const person = rosterFields(resolveUnit)
    .filter(({ field }) => ['serial', 'unit', 'name', 'policeNo', 'remark'].includes(field))
    .map((spec) => (spec.field === 'unit' ? { ...spec, required: false } : spec));
  return [...person, ...AMOUNTS];
}
export const AMOUNT_FIELDS = AMOUNTS.map(({ field, label }) => ({ field, label }));
