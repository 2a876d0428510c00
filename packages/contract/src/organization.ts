import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  accepted,
  day,
  id,
  longText,
  named,
  pageOf,
  paging,
  requestId,
  shortText,
  subjectKind,
  unitCode,
} from './fields.ts';

const tag = '机构人员';

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
  county: '县(分)局',
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
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, '应为年月(1985-03)或年月日(1985-03-01)');
export const policeNo = z.string().regex(/^[0-9A-Z]{4,12}$/, '警号为 4–12 位数字或大写字母');
const unitName = z.string().trim().min(2, '名称至少 2 字').max(60, '名称最多 60 字');
const alias = z.string().trim().min(1, '不能为空').max(60, '别名最多 60 字');
const nullableText = z.string().trim().min(1).max(40, '最多 40 字').nullable();

const abilitiesOf = z.strictObject({ manage: z.boolean() });

export const unitView = z.strictObject({
  id,
  parentId: id.nullable(),
  code: unitCode,
  name: z.string(),
  kind: unitKind,
  level: z.number().int().min(1).max(5),
  path: z.string(),
  sortOrder: z.number().int(),
  abolishedOn: day.nullable(),
  aliases: z.array(z.string()).max(50),
  /** People serving in the unit itself, not below it. */
  officers: z.number().int(),
  auxiliaries: z.number().int(),
  abilities: abilitiesOf,
});
export type UnitView = z.infer<typeof unitView>;

const unitParams = z.strictObject({ unitId: id });
const unitAnswer = z.strictObject({ unit: unitView });
const sortOrder = z.number().int().min(0).max(1_000_000);

/** The whole tree in path order: a city has some hundreds of units, and screens need all names anyway. */
export const listUnits = endpoint({
  method: 'GET',
  path: '/api/units',
  summary: '机构树',
  tag,
  gate: 'unit.read',
  query: z.strictObject({ withAbolished: z.enum(['true', 'false']).default('false') }),
  response: z.strictObject({ units: z.array(unitView).max(10_000) }),
});
export const createUnit = endpoint({
  method: 'POST',
  path: '/api/units',
  summary: '新设机构',
  tag,
  gate: 'unit.manage',
  body: z.strictObject({
    requestId,
    parentId: id,
    code: unitCode,
    name: unitName,
    kind: unitKind,
    sortOrder: sortOrder.default(0),
    aliases: z.array(alias).max(50).default([]),
  }),
  response: unitAnswer,
});
/** Renames, re-codes or moves; the paths of the whole subtree follow in the same transaction. */
export const changeUnit = endpoint({
  method: 'PATCH',
  path: '/api/units/:unitId',
  summary: '调整机构',
  tag,
  gate: 'unit.manage',
  params: unitParams,
  body: z.strictObject({
    requestId,
    name: unitName.optional(),
    code: unitCode.optional(),
    kind: unitKind.optional(),
    parentId: id.optional(),
    sortOrder: sortOrder.optional(),
  }),
  response: unitAnswer,
});
export const abolishUnit = endpoint({
  method: 'POST',
  path: '/api/units/:unitId/abolition',
  summary: '撤销机构',
  tag,
  gate: 'unit.manage',
  params: unitParams,
  body: z.strictObject({ requestId, on: day, reason: shortText }),
  response: unitAnswer,
});
export const restoreUnit = endpoint({
  method: 'DELETE',
  path: '/api/units/:unitId/abolition',
  summary: '恢复机构',
  tag,
  gate: 'unit.manage',
  params: unitParams,
  body: z.strictObject({ requestId, reason: shortText }),
  response: unitAnswer,
});
export const setUnitAliases = endpoint({
  method: 'PUT',
  path: '/api/units/:unitId/aliases',
  summary: '维护机构别名',
  tag,
  gate: 'unit.manage',
  params: unitParams,
  body: z.strictObject({ requestId, aliases: z.array(alias).max(50) }),
  response: unitAnswer,
});

const officerLine = {
  id,
  policeNo: z.string(),
  name: z.string(),
  sex: sex.nullable(),
  category: memberCategory,
  unit: named.nullable(),
  position: z.string().nullable(),
  post: z.string().nullable(),
  status: serviceStatus.nullable(),
  statusNote: z.string().nullable(),
  leftOn: day.nullable(),
  hasAccount: z.boolean(),
};
export const officerSummary = z.strictObject(officerLine);
export const membershipView = z.strictObject({
  id,
  unit: named,
  position: z.string(),
  post: z.string().nullable(),
  status: serviceStatus,
  statusNote: z.string().nullable(),
  from: day,
  to: day.nullable(),
});
export const officerView = z.strictObject({
  ...officerLine,
  /** 990007********1828: never in full. */
  idNoMasked: z.string().nullable(),
  birth: z.string().nullable(),
  joined: z.string().nullable(),
  politics: z.string().nullable(),
  jobRank: z.string().nullable(),
  insignia: z.string().nullable(),
  memberships: z.array(membershipView).max(200),
  abilities: abilitiesOf,
});
export type OfficerSummary = z.infer<typeof officerSummary>;
export type OfficerView = z.infer<typeof officerView>;
export type MembershipView = z.infer<typeof membershipView>;

const officerParams = z.strictObject({ officerId: id });
const officerAnswer = z.strictObject({ officer: officerView });
const personal = {
  name: z.string().trim().min(1, '请填写姓名').max(40, '姓名最多 40 字'),
  sex: sex.nullable(),
  birth: monthOrDay.nullable(),
  joined: monthOrDay.nullable(),
  category: memberCategory,
  politics: nullableText,
  jobRank: nullableText,
  insignia: nullableText,
};
const idNo = z.string().regex(/^\d{17}[\dX]$/, '身份证号应为 18 位,末位可为大写 X');
const service = {
  position: z.string().trim().min(1, '请填写职务').max(40, '最多 40 字'),
  post: nullableText,
  status: serviceStatus,
  statusNote: nullableText,
};

export const listOfficers = endpoint({
  method: 'GET',
  path: '/api/officers',
  summary: '人员列表',
  tag,
  gate: 'officer.read',
  query: z.strictObject({
    ...paging,
    text: z.string().max(50).optional(),
    unitId: id.optional(),
    /** Only the unit itself, or with everything below it. */
    below: z.enum(['true', 'false']).default('true'),
    category: memberCategory.optional(),
    status: serviceStatus.optional(),
    withLeft: z.enum(['true', 'false']).default('false'),
  }),
  response: pageOf(officerSummary),
});
export const getOfficer = endpoint({
  method: 'GET',
  path: '/api/officers/:officerId',
  summary: '人员详情',
  tag,
  gate: 'officer.read',
  params: officerParams,
  response: officerAnswer,
});
export const createOfficer = endpoint({
  method: 'POST',
  path: '/api/officers',
  summary: '新增人员',
  tag,
  gate: 'officer.manage',
  body: z.strictObject({
    requestId,
    policeNo,
    ...personal,
    idNo: idNo.nullable(),
    unitId: id,
    ...service,
    from: day,
  }),
  response: officerAnswer,
});
/** `idNo` left out keeps what is stored: the screen only ever has it masked. */
export const changeOfficer = endpoint({
  method: 'PATCH',
  path: '/api/officers/:officerId',
  summary: '更正人员信息',
  tag,
  gate: 'officer.manage',
  params: officerParams,
  body: z.strictObject({ requestId, policeNo, ...personal, idNo: idNo.nullable().optional() }),
  response: officerAnswer,
});
/** Closes the present service the day before and opens the new one; also for a change of position or status. */
export const transferOfficer = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/memberships',
  summary: '调动或变更岗位、状态',
  tag,
  gate: 'officer.manage',
  params: officerParams,
  body: z.strictObject({ requestId, unitId: id, ...service, from: day }),
  response: officerAnswer,
});
/** Corrects what was entered wrongly in one period of service; the earlier ones stay as they are. */
export const correctMembership = endpoint({
  method: 'PATCH',
  path: '/api/officers/:officerId/memberships/:membershipId',
  summary: '更正任职记录',
  tag,
  gate: 'officer.manage',
  params: z.strictObject({ officerId: id, membershipId: id }),
  body: z.strictObject({ requestId, ...service, from: day, reason: shortText }),
  response: officerAnswer,
});
export const recordDeparture = endpoint({
  method: 'POST',
  path: '/api/officers/:officerId/departure',
  summary: '登记离职、退休、调出',
  tag,
  gate: 'officer.manage',
  params: officerParams,
  body: z.strictObject({ requestId, on: day, reason: shortText }),
  response: officerAnswer,
});

const year = z.number().int().min(2000).max(2100);
const yearParam = z.coerce.number().int().min(2000).max(2100);
const groupCode = z.string().trim().max(20, '组别最多 20 字');
export const sequenceCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '代码为小写字母、数字和 -,以字母或数字开头');
export const sequenceView = z.strictObject({
  id,
  year,
  code: sequenceCode,
  name: z.string(),
  subjectKind,
  sortOrder: z.number().int(),
  members: z
    .array(z.strictObject({ unit: named, unitPath: z.string(), groupCode: z.string(), exempt: z.boolean() }))
    .max(2000),
  abilities: abilitiesOf,
});
export type SequenceView = z.infer<typeof sequenceView>;
const sequenceContent = {
  name: shortText,
  subjectKind,
  sortOrder: sortOrder.default(0),
  members: z
    .array(
      z.strictObject({ unitId: id, groupCode: groupCode.default(''), exempt: z.boolean().default(false) }),
    )
    .max(2000),
};
const sequenceAnswer = z.strictObject({ sequence: sequenceView });

export const listSequences = endpoint({
  method: 'GET',
  path: '/api/ranking-sequences',
  summary: '排名序列',
  tag,
  gate: 'unit.read',
  query: z.strictObject({ year: yearParam }),
  response: z.strictObject({ sequences: z.array(sequenceView).max(200), years: z.array(year).max(101) }),
});
export const createSequence = endpoint({
  method: 'POST',
  path: '/api/ranking-sequences',
  summary: '新建排名序列',
  tag,
  gate: 'sequence.manage',
  body: z.strictObject({ requestId, year, code: sequenceCode, ...sequenceContent }),
  response: sequenceAnswer,
});
export const changeSequence = endpoint({
  method: 'PUT',
  path: '/api/ranking-sequences/:sequenceId',
  summary: '调整排名序列',
  tag,
  gate: 'sequence.manage',
  params: z.strictObject({ sequenceId: id }),
  body: z.strictObject({ requestId, ...sequenceContent }),
  response: sequenceAnswer,
});
export const deleteSequence = endpoint({
  method: 'DELETE',
  path: '/api/ranking-sequences/:sequenceId',
  summary: '删除排名序列',
  tag,
  gate: 'sequence.manage',
  params: z.strictObject({ sequenceId: id }),
  body: z.strictObject({ requestId }),
  response: accepted,
});
/** Membership is per year (§7): a new year begins with last year's sequences. */
export const copySequences = endpoint({
  method: 'POST',
  path: '/api/ranking-sequences/copying',
  summary: '从上年复制排名序列',
  tag,
  gate: 'sequence.manage',
  body: z.strictObject({ requestId, fromYear: year, toYear: year }),
  response: z.strictObject({ copied: z.number().int(), leftOut: z.array(z.string()).max(2000) }),
});

export const calendarView = z.strictObject({
  year,
  /** Days off besides ordinary Saturdays and Sundays. */
  daysOff: z.array(day).max(120),
  /** Saturdays and Sundays that are worked. */
  workingDays: z.array(day).max(60),
  source: z.string(),
});
export type CalendarView = z.infer<typeof calendarView>;
export const listCalendars = endpoint({
  method: 'GET',
  path: '/api/calendars',
  summary: '工作日历',
  tag,
  gate: 'signedIn',
  response: z.strictObject({ calendars: z.array(calendarView).max(101), manage: z.boolean() }),
});
export const setCalendar = endpoint({
  method: 'PUT',
  path: '/api/calendars/:year',
  summary: '设定年度工作日历',
  tag,
  gate: 'calendar.manage',
  params: z.strictObject({ year: yearParam }),
  body: z.strictObject({
    requestId,
    daysOff: z.array(day).max(120),
    workingDays: z.array(day).max(60),
    source: shortText,
  }),
  response: z.strictObject({ calendar: calendarView }),
});
/** Reads a pasted holiday notice or list of dates; nothing is stored until the result is confirmed. */
export const readCalendarText = endpoint({
  method: 'POST',
  path: '/api/calendars/:year/reading',
  summary: '识别放假通知',
  tag,
  gate: 'calendar.manage',
  params: z.strictObject({ year: yearParam }),
  body: z.strictObject({ text: longText }),
  response: z.strictObject({
    daysOff: z.array(day).max(120),
    workingDays: z.array(day).max(60),
    /** Lines of the text in which no date was understood, or which contradict the calendar. */
    unread: z.array(z.string()).max(200),
  }),
});
