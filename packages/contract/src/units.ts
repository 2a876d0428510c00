import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, requestId, shortText, unitCode } from './fields.ts';
import { abilitiesOf, sortOrder, unitKind } from './organization-words.ts';

const tag = '机构人员';
const unitName = z.string().trim().min(2, '名称至少 2 字').max(60, '名称最多 60 字');
const alias = z.string().trim().min(1, '不能为空').max(60, '别名最多 60 字');
const _nullableText = z.string().trim().min(1).max(40, '最多 40 字').nullable();

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
  /** Into which unit it went when it was abolished. */
  succeededBy: z.strictObject({ id, name: z.string() }).nullable(),
  aliases: z.array(z.string()).max(50),
  /** People serving in the unit itself, not below it. */
  officers: z.number().int(),
  auxiliaries: z.number().int(),
  abilities: abilitiesOf,
});
export type UnitView = z.infer<typeof unitView>;

const unitParams = z.strictObject({ unitId: id });
const unitAnswer = z.strictObject({ unit: unitView });

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
  body: z.strictObject({ requestId, on: day, reason: shortText, successorId: id.nullable().default(null) }),
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
