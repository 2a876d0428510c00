import { BULLETIN_STATES } from '@mingji/engine';
import { z } from 'zod';
import { bulletinDocument, bulletinFinding } from './bulletin-document.ts';
import { bulletinContent, bulletinKind } from './bulletin-format.ts';
import { endpoint } from './endpoint.ts';
import { accepted, id, instant, longText, named, pageOf, paging, requestId } from './fields.ts';
import { timelineEvent } from './submission-views.ts';

export * from './bulletin-document.ts';
export * from './bulletin-format.ts';

const tag = '通报';
export const bulletinState = z.enum(BULLETIN_STATES);
const ofBulletin = z.strictObject({ bulletinId: id });
/** 机关代字: Chinese characters, as it stands before 〔2026〕. */
const mark = z
  .string()
  .trim()
  .regex(/^[\u4e00-\u9fff]{1,20}$/, '机关代字应为 1 至 20 个汉字');

export const bulletinRow = z.strictObject({
  id,
  kind: bulletinKind,
  title: z.string(),
  number: z.string().nullable(),
  unit: named,
  state: bulletinState,
  periodLabel: z.string(),
  draftedByName: z.string(),
  updatedAt: instant,
  publishedAt: instant.nullable(),
  /** Null for drafts and for who was not addressed. */
  readAt: instant.nullable(),
  /** Addressed to the reader and not opened yet. */
  unread: z.boolean(),
  /** A published correction of it. */
  correctedBy: z.string().nullable(),
  recipients: z.number().int(),
  read: z.number().int(),
});
export type BulletinRow = z.infer<typeof bulletinRow>;

export const listBulletins = endpoint({
  method: 'GET',
  path: '/api/bulletins',
  summary: '通报列表',
  tag,
  gate: 'bulletin.read',
  query: z.strictObject({
    ...paging,
    view: z.enum(['all', 'toRead', 'toApprove', 'drafts']).default('all'),
    kind: bulletinKind.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    unitId: id.optional(),
    state: bulletinState.optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(bulletinRow).extend({
    units: z.array(named).max(200),
    years: z.array(z.number().int()).max(101),
  }),
});

const otherBulletin = z.strictObject({ id, number: z.string().nullable(), title: z.string() });
export const bulletinDetail = bulletinRow.extend({
  document: bulletinDocument,
  /** SM3 of the finished document; null before it is approved. */
  documentHash: z.string().nullable(),
  corrects: otherBulletin.nullable(),
  corrections: z.array(otherBulletin).max(50),
  scopeUnits: z.array(named).max(200),
  namingReason: z.string().nullable(),
  /** What the one who returned it wrote, while it has not been submitted again. */
  opinion: z.string().nullable(),
  /** The data changed since the figures were frozen: which period, and how. */
  stale: z.array(z.string()).max(12),
  timeline: z.array(timelineEvent).max(300),
  can: z.strictObject({
    edit: z.boolean(),
    withdraw: z.boolean(),
    approve: z.boolean(),
    /** Why the reader, who approves elsewhere, does not approve this one. */
    approveRefusal: z.string().nullable(),
    publish: z.boolean(),
    correct: z.boolean(),
    seeReceipts: z.boolean(),
  }),
});
export type BulletinDetail = z.infer<typeof bulletinDetail>;
const detailAnswer = z.strictObject({ bulletin: bulletinDetail });

export const getBulletin = endpoint({
  method: 'GET',
  path: '/api/bulletins/:bulletinId',
  summary: '一份通报',
  tag,
  gate: 'bulletin.read',
  params: ofBulletin,
  response: detailAnswer,
});

/** For whom the reader may draw up bulletins, and under which 机关代字. */
export const listIssuers = endpoint({
  method: 'GET',
  path: '/api/bulletin-issuers',
  summary: '可拟制通报的单位',
  tag,
  gate: 'bulletin.draft',
  response: z.strictObject({
    issuers: z
      .array(
        z.strictObject({
          unit: named,
          mark: z.string().nullable(),
          addressee: z.string(),
          approvers: z.array(z.string()).max(50),
        }),
      )
      .max(50),
  }),
});
export const setIssuer = endpoint({
  method: 'PUT',
  path: '/api/bulletin-issuers/:unitId',
  summary: '设定机关代字',
  tag,
  gate: 'bulletin.draft',
  params: z.strictObject({ unitId: id }),
  body: z.strictObject({ requestId, mark, addressee: z.string().trim().max(200, '主送机关最多 200 字') }),
  response: accepted,
});

export const createBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins',
  summary: '拟制通报',
  tag,
  gate: 'bulletin.draft',
  body: z
    .strictObject({
      requestId,
      unitId: id,
      kind: bulletinKind,
      periodIds: z.array(id).max(12, '最多汇总 12 个周期'),
      /** The published bulletin that is corrected; its periods are taken. */
      corrects: id.nullable(),
    })
    .superRefine(({ kind, corrects, periodIds }, context) => {
      if ((kind === 'correction') !== (corrects !== null)) {
        context.addIssue({ code: 'custom', path: ['corrects'], message: '更正须指明被更正的通报' });
      }
      if (corrects === null && periodIds.length === 0) {
        context.addIssue({ code: 'custom', path: ['periodIds'], message: '请选择所通报的周期' });
      }
    }),
  response: z.strictObject({ bulletinId: id }),
});

export const sequenceChoice = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['unit', 'officer']),
});
export const draftView = z.strictObject({
  id,
  unit: named,
  kind: bulletinKind,
  mark: z.string(),
  content: bulletinContent,
  revision: z.number().int(),
  savedAt: instant,
  savedByName: z.string(),
  opinion: z.string().nullable(),
  document: bulletinDocument,
  findings: z.array(bulletinFinding).max(300),
  sequences: z.array(sequenceChoice).max(200),
  gatheredAt: instant,
  stale: z.array(z.string()).max(12),
});
export type DraftView = z.infer<typeof draftView>;
const draftAnswer = z.strictObject({ draft: draftView });
export const getDraft = endpoint({
  method: 'GET',
  path: '/api/bulletins/:bulletinId/draft',
  summary: '通报草稿',
  tag,
  gate: 'bulletin.draft',
  params: ofBulletin,
  response: draftAnswer,
});
/** Refused as a conflict when somebody else saved meanwhile: the text stays with the editor. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/bulletins/:bulletinId/draft',
  summary: '保存通报草稿',
  tag,
  gate: 'bulletin.draft',
  params: ofBulletin,
  body: z.strictObject({ requestId, revision: z.number().int().positive(), mark, content: bulletinContent }),
  response: draftAnswer,
});
export const refreshFigures = endpoint({
  method: 'POST',
  path: '/api/bulletins/:bulletinId/figures',
  summary: '刷新通报数据',
  tag,
  gate: 'bulletin.draft',
  params: ofBulletin,
  body: z.strictObject({ requestId }),
  response: draftAnswer,
});
const act = (path: string, summary: string, gate: 'bulletin.draft' | 'bulletin.approve') =>
  ({
    method: 'POST',
    path: `/api/bulletins/:bulletinId/${path}`,
    summary,
    tag,
    gate,
    params: ofBulletin,
  }) as const;
export const submitBulletin = endpoint({
  ...act('submission', '送审通报', 'bulletin.draft'),
  body: z.strictObject({
    requestId,
    revision: z.number().int().positive(),
    /** Wanted when officers are named in a list of the last (§17). */
    namingReason: z.string().trim().min(1).max(500, '最多 500 字').nullable(),
  }),
  response: detailAnswer,
});
export const withdrawBulletin = endpoint({
  ...act('withdrawal', '撤回送审的通报', 'bulletin.draft'),
  body: z.strictObject({ requestId }),
  response: detailAnswer,
});
export const discardBulletin = endpoint({
  ...act('discard', '作废通报草稿', 'bulletin.draft'),
  body: z.strictObject({ requestId }),
  response: accepted,
});
export const returnBulletin = endpoint({
  ...act('return', '退回通报', 'bulletin.approve'),
  body: z.strictObject({ requestId, opinion: longText.max(1000) }),
  /** Returned it is a draft of the office again, which who returned it no longer sees. */
  response: accepted,
});
/** Gives the number: the next one of the unit, its 机关代字 and the year. */
export const approveBulletin = endpoint({
  ...act('approval', '批准通报', 'bulletin.approve'),
  body: z.strictObject({ requestId }),
  response: detailAnswer,
});
export const publishBulletin = endpoint({
  ...act('publication', '发布通报', 'bulletin.draft'),
  body: z.strictObject({
    requestId,
    /** To these units and all below them. */
    unitIds: z.array(id).min(1, '请选择发布范围').max(200),
  }),
  response: detailAnswer,
});
/** Says that it was opened and read. */
export const readBulletin = endpoint({
  method: 'POST',
  path: '/api/bulletins/:bulletinId/reading',
  summary: '签收通报',
  tag,
  gate: 'bulletin.read',
  params: ofBulletin,
  body: z.strictObject({ requestId }),
  response: z.strictObject({ readAt: instant.nullable() }),
});
export const bulletinReceipt = z.strictObject({
  accountId: id,
  name: z.string(),
  unitName: z.string(),
  readAt: instant.nullable(),
});
export type BulletinReceipt = z.infer<typeof bulletinReceipt>;
export const listReceipts = endpoint({
  method: 'GET',
  path: '/api/bulletins/:bulletinId/receipts',
  summary: '通报阅读情况',
  tag,
  gate: 'bulletin.draft',
  params: ofBulletin,
  query: z.strictObject({ ...paging, read: z.enum(['read', 'unread']).optional(), unitId: id.optional() }),
  response: pageOf(bulletinReceipt).extend({
    units: z
      .array(z.strictObject({ unit: named, recipients: z.number().int(), read: z.number().int() }))
      .max(500),
    readTotal: z.number().int(),
    recipientTotal: z.number().int(),
  }),
});
export const exportReceipts = endpoint({
  method: 'GET',
  path: '/api/bulletins/:bulletinId/receipts.xlsx',
  summary: '导出通报阅读情况',
  tag,
  gate: 'bulletin.draft',
  params: ofBulletin,
  download: true,
});
/** Tells everybody who has not read it yet. */
export const pressReaders = endpoint({
  ...act('press', '催阅通报', 'bulletin.draft'),
  body: z.strictObject({ requestId }),
  response: z.strictObject({ pressed: z.number().int() }),
});
export const exportDocument = endpoint({
  method: 'GET',
  path: '/api/bulletins/:bulletinId/document.docx',
  summary: '下载通报文稿',
  tag,
  gate: 'bulletin.read',
  params: ofBulletin,
  download: true,
});

export const templateView = z.strictObject({
  unit: named,
  kind: bulletinKind,
  content: bulletinContent,
  /** Whose copy it is; null: the product's own. */
  copyOf: named.nullable(),
  /** 0 before the unit has a copy of its own. */
  revision: z.number().int(),
  updatedAt: instant.nullable(),
  updatedByName: z.string().nullable(),
});
export type TemplateView = z.infer<typeof templateView>;
const ofTemplate = z.strictObject({ unitId: id, kind: bulletinKind });
export const getTemplate = endpoint({
  method: 'GET',
  path: '/api/bulletin-templates/:unitId/:kind',
  summary: '通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  response: z.strictObject({ template: templateView }),
});
export const saveTemplate = endpoint({
  method: 'PUT',
  path: '/api/bulletin-templates/:unitId/:kind',
  summary: '保存通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  body: z.strictObject({ requestId, revision: z.number().int().nonnegative(), content: bulletinContent }),
  response: z.strictObject({ template: templateView }),
});
/** Removes the unit's own copy: that of the unit above, or the product's, holds again. */
export const resetTemplate = endpoint({
  method: 'POST',
  path: '/api/bulletin-templates/:unitId/:kind/reset',
  summary: '恢复默认通报模板',
  tag,
  gate: 'bulletin.draft',
  params: ofTemplate,
  body: z.strictObject({ requestId }),
  response: z.strictObject({ template: templateView }),
});
