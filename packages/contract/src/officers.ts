import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, named, pageOf, paging, requestId, shortText } from './fields.ts';
import {
  abilitiesOf,
  memberCategory,
  monthOrDay,
  policeNo,
  serviceStatus,
  sex,
} from './organization-words.ts';

const tag = '机构人员';
const nullableText = z.string().trim().min(1).max(40, '最多 40 字').nullable();

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
const idNo = z.string().regex(/^\d{17}[\dX]$/, '身份证号应为 18 位，末位可为大写 X');
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
