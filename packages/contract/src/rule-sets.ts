import { FAMILY_NAMES } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './errors.ts';
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

const tag = '指标与办法';
export const ruleSetCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,60}$/, '代码为 2–61 位小写字母、数字和 -，以字母或数字开头');
export const ruleSetName = z.string().trim().min(2, '名称至少 2 字').max(100, '名称最多 100 字');
const sequenceCodes = z.array(z.string().max(40)).max(50);
const families = Object.keys(FAMILY_NAMES) as [keyof typeof FAMILY_NAMES, ...(keyof typeof FAMILY_NAMES)[]];
export const family = z.enum(families);
/** Moves with every save: who saves over a text that somebody else saved meanwhile is told. */
const expectedUpdatedAt = instant;

export const versionState = z.enum(['draft', 'published']);
const versionLine = z.strictObject({
  id,
  version: z.number().int(),
  state: versionState,
  effectiveOn: day.nullable(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  updatedAt: instant,
  indicatorCount: z.number().int(),
});
const abilitiesOf = z.strictObject({ edit: z.boolean(), publish: z.boolean() });
export const ruleSetView = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  unit: named,
  sequenceCodes,
  /** Newest first. */
  versions: z.array(versionLine).max(500),
  abilities: abilitiesOf,
});
export type RuleSetView = z.infer<typeof ruleSetView>;

/** X6: what a person of the legal office answered to a flag, and who put it on record. */
export const signOff = z.strictObject({
  findingKey: z.string(),
  /** Where the flag stood when it was signed, kept for the record. */
  message: z.string(),
  signer: z.string(),
  reason: z.string(),
  recordedByName: z.string(),
  recordedAt: instant,
});
export type SignOff = z.infer<typeof signOff>;
export const finding = z.strictObject({
  key: z.string(),
  code: z.string(),
  indicatorCode: z.string(),
  indicatorName: z.string(),
  message: z.string(),
  mend: z.string(),
  words: z.array(z.string()).max(20),
  /** Advice needs no answer; a flag needs one before publishing. */
  needsSignOff: z.boolean(),
  signOff: signOff.nullable(),
});
export type FindingView = z.infer<typeof finding>;

/** The marks as they add up (§4): declared, summed, and the difference that stops publishing. */
const balanceLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  declared: z.string().nullable(),
  sum: z.string().nullable(),
  difference: z.string().nullable(),
});
export const marksBalance = z.strictObject({
  total: balanceLine,
  modules: z.array(balanceLine.extend({ items: z.array(balanceLine).max(200) })).max(50),
});
export const versionView = versionLine.extend({
  ruleSet: z.strictObject({ id, code: z.string(), name: z.string(), unit: named, sequenceCodes }),
  content: ruleSetFormat,
  contentHash: z.string().nullable(),
  createdAt: instant,
  createdByName: z.string().nullable(),
  problems: z.array(problem).max(500),
  findings: z.array(finding).max(500),
  balance: marksBalance,
  owners: z.array(z.strictObject({ owner: z.string(), unit: named.nullable() })).max(500),
  abilities: abilitiesOf,
});
export type VersionView = z.infer<typeof versionView>;

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

export const indicatorLine = z.strictObject({
  ruleSetId: id,
  ruleSetName: z.string(),
  versionId: id,
  version: z.number().int(),
  state: versionState,
  effectiveOn: day.nullable(),
  unitName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  code: z.string(),
  name: z.string(),
  owner: z.string(),
  family,
  familyName: z.string(),
  marks: z.string().nullable(),
  clauseId: z.string(),
  clauseText: z.string(),
});
export type IndicatorLine = z.infer<typeof indicatorLine>;
/** P12: the indicator library, queried by any combination. `year` is that of the day a version took effect. */
export const listIndicators = endpoint({
  method: 'GET',
  path: '/api/indicators',
  summary: '指标库查询',
  tag,
  gate: 'ruleSet.read',
  query: z.strictObject({
    ...paging,
    ruleSetId: id.optional(),
    versionId: id.optional(),
    unitId: id.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    state: versionState.optional(),
    module: z.string().trim().max(50).optional(),
    item: z.string().trim().max(50).optional(),
    owner: z.string().trim().max(50).optional(),
    family: family.optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(indicatorLine),
});
