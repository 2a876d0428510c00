import { z } from 'zod';
import { bulletinContent, bulletinKind } from './bulletin-format.ts';
import { bulletinDetail, bulletinRow, bulletinState, draftView } from './bulletin-views.ts';
import { endpoint } from './endpoint.ts';
import { accepted, id, instant, longText, named, pageOf, paging, requestId } from './fields.ts';

export * from './bulletin-document.ts';
export * from './bulletin-format.ts';
export * from './bulletin-templates.ts';
export * from './bulletin-views.ts';

const tag = '通报';
const ofBulletin = z.strictObject({ bulletinId: id });
/** 机关代字: Chinese characters, as it stands before 〔2026〕. */
const mark = z
  .string()
  .trim()
  .regex(/^[\u4e00-\u9fff]{1,20}$/, '机关代字应为 1 至 20 个汉字');

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
