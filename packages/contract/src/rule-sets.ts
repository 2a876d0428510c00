import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  accepted,
  day,
  id,
  instant,
  longText,
  named,
  pageOf,
  paging,
  requestId,
  shortText,
} from './fields.ts';
import { indicatorFormat, ruleSetFormat } from './rule-set-format.ts';
import { dependant, filing, filingState, ruleSetView, sequenceCodes, versionView } from './rule-set-views.ts';

export * from './indicator-archive.ts';
export * from './rule-set-views.ts';

const tag = '指标与办法';
export const ruleSetCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,60}$/, '代码为 2–61 位小写字母、数字和 -，以字母或数字开头');
export const ruleSetName = z.string().trim().min(2, '名称至少 2 字').max(100, '名称最多 100 字');
/** Moves with every save: who saves over a text that somebody else saved meanwhile is told. */
const expectedUpdatedAt = instant;

const ofRuleSet = z.strictObject({ ruleSetId: id });
const ofVersion = z.strictObject({ versionId: id });
const ruleSetAnswer = z.strictObject({ ruleSet: ruleSetView });
const versionAnswer = z.strictObject({ version: versionView });

export const listRuleSets = endpoint({
  method: 'GET',
  path: '/api/rule-sets',
  summary: '考核办法列表',
  tag,
  gate: 'ruleSet.read',
  query: z.strictObject({ ...paging, text: z.string().trim().max(50).optional() }),
  response: pageOf(ruleSetView).extend({ canCreate: z.boolean() }),
});
export const getRuleSet = endpoint({
  method: 'GET',
  path: '/api/rule-sets/:ruleSetId',
  summary: '一个考核办法及其版本',
  tag,
  gate: 'ruleSet.read',
  params: ofRuleSet,
  response: ruleSetAnswer,
});
/** Begins with an empty draft, or with the text of a YAML file. */
export const createRuleSet = endpoint({
  method: 'POST',
  path: '/api/rule-sets',
  summary: '新建考核办法',
  tag,
  gate: 'ruleSet.edit',
  body: z.strictObject({
    requestId,
    unitId: id,
    code: ruleSetCode,
    name: ruleSetName,
    sequenceCodes: sequenceCodes.default([]),
    yaml: z.string().max(1_500_000, '文件过大').nullable().default(null),
  }),
  response: versionAnswer,
});
export const changeRuleSet = endpoint({
  method: 'PATCH',
  path: '/api/rule-sets/:ruleSetId',
  summary: '调整办法名称与适用序列',
  tag,
  gate: 'ruleSet.edit',
  params: ofRuleSet,
  body: z.strictObject({ requestId, name: ruleSetName, sequenceCodes }),
  response: ruleSetAnswer,
});
/** A new draft that begins with the content of the newest published version. */
export const createDraft = endpoint({
  method: 'POST',
  path: '/api/rule-sets/:ruleSetId/drafts',
  summary: '起草新版本',
  tag,
  gate: 'ruleSet.edit',
  params: ofRuleSet,
  body: z.strictObject({ requestId }),
  response: versionAnswer,
});
export const getVersion = endpoint({
  method: 'GET',
  path: '/api/rule-set-versions/:versionId',
  summary: '办法的一个版本',
  tag,
  gate: 'ruleSet.read',
  params: ofVersion,
  response: versionAnswer,
});
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/rule-set-versions/:versionId/content',
  summary: '保存草稿',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({ requestId, expectedUpdatedAt, content: ruleSetFormat }),
  response: versionAnswer,
});
export const editIndicator = endpoint({
  method: 'PUT',
  path: '/api/rule-set-versions/:versionId/indicators/:indicatorCode',
  summary: '修改草稿中的一个指标',
  tag,
  gate: 'ruleSet.edit',
  params: z.strictObject({ versionId: id, indicatorCode: z.string().min(1).max(100) }),
  body: z.strictObject({ requestId, expectedUpdatedAt, indicator: indicatorFormat }),
  response: versionAnswer,
});
export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/api/rule-set-versions/:versionId',
  summary: '废弃草稿',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({ requestId }),
  response: accepted,
});
export const exportYaml = endpoint({
  method: 'GET',
  path: '/api/rule-set-versions/:versionId/yaml',
  summary: '下载办法（YAML）',
  tag,
  gate: 'ruleSet.read',
  params: ofVersion,
  download: true,
});
export const importYaml = endpoint({
  method: 'PUT',
  path: '/api/rule-set-versions/:versionId/yaml',
  summary: '以 YAML 替换草稿内容',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({ requestId, expectedUpdatedAt, yaml: z.string().max(1_500_000, '文件过大') }),
  response: versionAnswer,
});
/** §16: the methods under this one, each with what breaks in it under this version, a draft included. */
export const listDependants = endpoint({
  method: 'GET',
  path: '/api/rule-set-versions/:versionId/dependants',
  summary: '依据本办法制定的下级办法，及换用本版后的不符之处',
  tag,
  gate: 'ruleSet.read',
  params: ofVersion,
  response: z.strictObject({ items: z.array(dependant).max(500) }),
});
export const recordSignOff = endpoint({
  method: 'PUT',
  path: '/api/rule-set-versions/:versionId/sign-offs',
  summary: '登记法制审核意见',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({
    requestId,
    findingKey: z.string().min(1).max(300),
    signer: shortText.max(40, '签署人最多 40 字'),
    reason: longText.max(500, '意见最多 500 字'),
  }),
  response: versionAnswer,
});
/** Refused while a problem exists or a flag is unanswered; afterwards the version never changes (§16). */
export const publishVersion = endpoint({
  method: 'POST',
  path: '/api/rule-set-versions/:versionId/publication',
  summary: '发布版本',
  tag,
  gate: 'ruleSet.publish',
  params: ofVersion,
  body: z.strictObject({ requestId, expectedUpdatedAt, effectiveOn: day }),
  response: versionAnswer,
});

/** Q6: the draft goes to the office of the level above; from here on it cannot be edited until it comes back. */
export const submitFiling = endpoint({
  method: 'POST',
  path: '/api/rule-set-versions/:versionId/filing',
  summary: '报送备案',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({
    requestId,
    expectedUpdatedAt,
    note: z.string().trim().max(500, '说明最多 500 字').default(''),
  }),
  response: versionAnswer,
});
export const withdrawFiling = endpoint({
  method: 'POST',
  path: '/api/rule-set-versions/:versionId/filing/withdrawal',
  summary: '撤回备案',
  tag,
  gate: 'ruleSet.edit',
  params: ofVersion,
  body: z.strictObject({ requestId }),
  response: versionAnswer,
});
/** Accepted, or returned with a reason; never by the account that sent it. */
export const decideFiling = endpoint({
  method: 'POST',
  path: '/api/rule-set-versions/:versionId/filing/decision',
  summary: '办理备案',
  tag,
  gate: 'ruleSet.file',
  params: ofVersion,
  body: z.strictObject({
    requestId,
    filingId: id,
    decision: z.enum(['accept', 'return']),
    opinion: z.string().trim().max(500, '意见最多 500 字').default(''),
  }),
  response: versionAnswer,
});
export const filingLine = filing.extend({
  versionId: id,
  version: z.number().int(),
  ruleSetName: z.string(),
  unit: named,
  mayDecide: z.boolean(),
});
export type FilingLine = z.infer<typeof filingLine>;
/** What the offices below have sent up; pending first, oldest first. */
export const listFilings = endpoint({
  method: 'GET',
  path: '/api/rule-set-filings',
  summary: '备案办理',
  tag,
  gate: 'ruleSet.file',
  query: z.strictObject({ ...paging, state: filingState.optional() }),
  response: pageOf(filingLine),
});
