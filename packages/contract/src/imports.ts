import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  accepted,
  day,
  id,
  longText,
  nonNegativeDecimal,
  pageOf,
  paging,
  requestId,
  shortText,
} from './fields.ts';
import {
  count,
  importBatch,
  importBatchLine,
  importKind,
  importRow,
  importSection,
  importState,
  verdict,
} from './import-views.ts';
import { scoringFormat } from './scoring-format.ts';

export * from './import-views.ts';

const tag = '数据导入';

const ofBatch = z.strictObject({ batchId: id });
const batchAnswer = z.strictObject({ batch: importBatch });
const rowPlace = z.strictObject({ sheet: z.string().max(100), row: z.number().int().min(1).max(100_000) });

/** One multipart part named `file`; without a kind the best fitting one is proposed. */
export const startImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  summary: '上传导入文件',
  tag,
  gate: 'import.run',
  upload: true,
  query: z.strictObject({ requestId, kind: importKind.optional(), unitId: id.optional() }),
  response: batchAnswer,
});
export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  summary: '导入批次',
  tag,
  gate: 'import.run',
  query: z.strictObject({ ...paging, state: importState.optional(), kind: importKind.optional() }),
  response: pageOf(importBatchLine),
});
export const getImport = endpoint({
  method: 'GET',
  path: '/api/imports/:batchId',
  summary: '导入批次详情',
  tag,
  gate: 'import.run',
  params: ofBatch,
  response: batchAnswer,
});
/** What the file is, which sheet, which column is what. Left-out columns: the recognised ones. */
export const setImportReading = endpoint({
  method: 'PUT',
  path: '/api/imports/:batchId/reading',
  summary: '核对工作表与列',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({
    requestId,
    kind: importKind,
    sheet: z.string().max(100).nullable(),
    decompositionSheet: z.string().max(100).nullable().default(null),
    policeNoDigits: z.number().int().min(4).max(12).default(6),
    /** Attendance: the month, where the file does not say it. */
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份应为 YYYY-MM')
      .nullable()
      .default(null),
    columns: z
      .array(
        z.strictObject({ column: z.number().int().min(1).max(200), field: z.string().max(40).nullable() }),
      )
      .max(200)
      .nullable(),
  }),
  response: batchAnswer,
});
export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/imports/:batchId/rows',
  summary: '逐行核对',
  tag,
  gate: 'import.run',
  params: ofBatch,
  query: z.strictObject({
    ...paging,
    section: importSection.default('records'),
    verdict: verdict.optional(),
    problem: z.string().max(60).optional(),
    only: z.enum(['taken', 'left', 'skipped', 'hidden']).optional(),
    text: z.string().max(50).optional(),
  }),
  response: pageOf(importRow),
});
/** By kind: every repair of these codes that is open now. One by one: by place and key. */
export const acceptImportRepairs = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/repairs',
  summary: '接受或撤回修正建议',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({
    requestId,
    accept: z.boolean(),
    kinds: z.array(z.string().max(60)).max(100).default([]),
    single: z
      .array(rowPlace.extend({ key: z.string().max(120) }))
      .max(500)
      .default([]),
  }),
  response: batchAnswer,
});
/** A cell corrected by hand is judged again; null takes the correction back. */
export const editImportCells = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/edits',
  summary: '更正单元格',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({
    requestId,
    edits: z
      .array(rowPlace.extend({ field: z.string().min(1).max(100), value: z.string().max(4000).nullable() }))
      .min(1)
      .max(200),
  }),
  response: batchAnswer,
});
export const skipImportRows = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/skips',
  summary: '跳过或恢复行',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({ requestId, skipped: z.boolean(), rows: z.array(rowPlace).min(1).max(500) }),
  response: batchAnswer,
});

export const importRule = z.strictObject({
  scoring: scoringFormat.nullable(),
  /** Sentences that add points become an indicator of their own outside the full marks. */
  additions: scoringFormat.nullable(),
  cap: nonNegativeDecimal.nullable(),
});
export const importRuleView = z.strictObject({
  row: count,
  item: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  marks: z.string().nullable(),
  target: z.string().nullable(),
  owner: z.string().nullable(),
  flags: z.array(z.string()).max(20),
  rule: importRule,
  /** 1: every word was understood; 0: no proposal; null: decided by hand. */
  confidence: z.number().nullable(),
  understood: z.array(z.strictObject({ text: z.string(), as: z.string() })).max(50),
  notUnderstood: z.array(z.string()).max(50),
});
export type ImportRuleView = z.infer<typeof importRuleView>;
/** X7: the sentence of the paper beside the typed rule that was read from it. */
export const listImportRules = endpoint({
  method: 'GET',
  path: '/api/imports/:batchId/rules',
  summary: '指标的计分方式',
  tag,
  gate: 'import.run',
  params: ofBatch,
  response: z.strictObject({ rules: z.array(importRuleView).max(2000) }),
});
/** Null goes back to what was read from the sentence. */
export const correctImportRule = endpoint({
  method: 'PUT',
  path: '/api/imports/:batchId/rules/:row',
  summary: '核定指标的计分方式',
  tag,
  gate: 'import.run',
  params: z.strictObject({ batchId: id, row: z.coerce.number().int().min(1).max(100_000) }),
  body: z.strictObject({ requestId, rule: importRule.nullable() }),
  response: z.strictObject({ rules: z.array(importRuleView).max(2000) }),
});

/** `taken` is the number the screen showed: if anything changed meanwhile, nothing is written. */
export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/confirmation',
  summary: '确认导入',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({
    requestId,
    taken: count.min(0),
    /** Roster: the day the services begin; who joined later begins then. Default: 1 January of this year. */
    from: day.nullable().default(null),
    /** Target book: the rule set that gets the draft; without an id a new one is made. */
    ruleSet: z
      .strictObject({
        ruleSetId: id.nullable(),
        code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, '代码为 2–61 位小写字母、数字和 -'),
        name: z.string().trim().min(2).max(100),
        sequenceCodes: z.array(z.string().max(40)).max(50).default([]),
      })
      .nullable()
      .default(null),
  }),
  response: batchAnswer,
});
export const issueImportTargets = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/target-issuing',
  summary: '按分解表下达目标',
  tag,
  gate: 'target.issue',
  params: ofBatch,
  body: z.strictObject({ requestId, year: z.number().int().min(2000).max(2100) }),
  response: batchAnswer,
});
/** Refused while anything depends on what was written, naming it. */
export const undoImport = endpoint({
  method: 'POST',
  path: '/api/imports/:batchId/undoing',
  summary: '撤销导入批次',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({ requestId, reason: shortText }),
  response: batchAnswer,
});
export const abandonImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:batchId',
  summary: '放弃尚未确认的导入',
  tag,
  gate: 'import.run',
  params: ofBatch,
  body: z.strictObject({ requestId, reason: longText.max(100).optional() }),
  response: accepted,
});
