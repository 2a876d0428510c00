import { z } from 'zod';

/** The five levels of authority have these kinds of unit (P1); which level a unit has follows from its parent. */
export const unitKinds = [
  'bureau',
  'office',
  'county',
  'detachment',
  'department',
  'brigade',
  'station',
  'custody',
  'squad',
] as const;
export const unitKind = z.enum(unitKinds);
export const unitKindLabels: Readonly<Record<(typeof unitKinds)[number], string>> = {
  bureau: '公安局',
  office: '考核机构',
  county: '县（分）局',
  detachment: '支队',
  department: '机关部门',
  brigade: '大队',
  station: '派出所',
  custody: '监管场所',
  squad: '中队',
};
export const memberCategories = ['officer', 'auxiliary', 'worker'] as const;
export const memberCategory = z.enum(memberCategories);
export const memberCategoryLabels: Readonly<Record<(typeof memberCategories)[number], string>> = {
  officer: '民警',
  auxiliary: '辅警',
  worker: '工勤人员',
};
/** Who is appraised where depends on these (§8). */
export const serviceStatuses = [
  'normal',
  'probation',
  'study',
  'specialDuty',
  'aid',
  'attached',
  'serviceWindow',
  'lent',
  'sickLeave',
  'maternityLeave',
  'underInvestigation',
  'other',
] as const;
export const serviceStatus = z.enum(serviceStatuses);
export const serviceStatusLabels: Readonly<Record<(typeof serviceStatuses)[number], string>> = {
  normal: '在岗',
  probation: '试用期',
  study: '学习培训',
  specialDuty: '抽调',
  aid: '援派',
  attached: '挂职',
  serviceWindow: '政务窗口',
  lent: '借用',
  sickLeave: '病事假',
  maternityLeave: '产假',
  underInvestigation: '立案审查',
  other: '其他',
};
export const sex = z.enum(['male', 'female']);
/** As exact as it is known: 1985-03 or 1985-03-01. */
export const monthOrDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, '应为年月（1985-03）或年月日（1985-03-01）');
export const policeNo = z.string().regex(/^[0-9A-Z]{4,12}$/, '警号为 4–12 位数字或大写字母');

/** Whether the viewer may manage the thing: abilities travel with the data (principle 16). */
export const abilitiesOf = z.strictObject({ manage: z.boolean() });
export const sortOrder = z.number().int().min(0).max(1_000_000);
