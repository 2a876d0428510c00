import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { subjectRef } from './entries.ts';
import { id, instant, pageOf, paging, requestId, shortText, subjectKind } from './fields.ts';

const tag = '评优核查';
const ofCheck = z.strictObject({ checkId: id });

export const commendationFlag = z.strictObject({
  code: z.string(),
  /** The fact; facts of discipline only for those who handle them (§17). */
  message: z.string(),
  clause: z.string().nullable(),
  forbids: z.boolean(),
  /** Where the fact is seen; null where the reader may not. */
  address: z.string().nullable(),
});
export type CommendationFlag = z.infer<typeof commendationFlag>;

export const checkedNominee = z.strictObject({
  /** As it was given. */
  given: z.string(),
  subject: subjectRef.nullable(),
  /** Why nobody, or more than one, was found. */
  problem: z.string().nullable(),
  candidates: z.array(subjectRef).max(10),
  verdict: z.enum(['clear', 'look', 'forbidden', 'unresolved']),
  /** The results it was checked on. */
  basis: z.array(z.string()).max(20),
  flags: z.array(commendationFlag).max(50),
});
export type CheckedNominee = z.infer<typeof checkedNominee>;

const counts = z.strictObject({
  clear: z.number().int(),
  look: z.number().int(),
  forbidden: z.number().int(),
  unresolved: z.number().int(),
});
export const checkView = z.strictObject({
  id,
  title: z.string(),
  byName: z.string(),
  at: instant,
  counts,
});
export type CheckView = z.infer<typeof checkView>;
export const checkDetail = checkView.extend({
  nominees: z.array(checkedNominee).max(500),
});
export type CheckDetail = z.infer<typeof checkDetail>;

export const listChecks = endpoint({
  method: 'GET',
  path: '/api/outcomes/checks',
  summary: '评优核查记录',
  tag,
  gate: 'outcome.check',
  query: z.strictObject({ ...paging }),
  response: pageOf(checkView),
});
export const getCheck = endpoint({
  method: 'GET',
  path: '/api/outcomes/checks/:checkId',
  summary: '一次评优核查',
  tag,
  gate: 'outcome.check',
  params: ofCheck,
  response: z.strictObject({ check: checkDetail }),
});
/** Names are looked up by 警号, name or unit; what is not found or not unique is told, never guessed. */
export const runCheck = endpoint({
  method: 'POST',
  path: '/api/outcomes/checks',
  summary: '进行评优核查',
  tag,
  gate: 'outcome.check',
  body: z.strictObject({
    requestId,
    title: shortText,
    subjectKind,
    lines: z
      .array(z.string().trim().min(1).max(100, '一行最多 100 字'))
      .min(1, '请粘贴或填写名单，每行一个')
      .max(500, '一次最多核查 500 个'),
  }),
  response: z.strictObject({ check: checkView }),
});
/** Reads the names out of a workbook; nothing is stored. */
export const readNominees = endpoint({
  method: 'POST',
  path: '/api/outcomes/nominee-files',
  summary: '从 Excel 读取名单',
  tag,
  gate: 'outcome.check',
  upload: true,
  response: z.strictObject({ lines: z.array(z.string()).max(500), skipped: z.number().int() }),
});
export const exportCheck = endpoint({
  method: 'GET',
  path: '/api/outcomes/checks/:checkId/export',
  summary: '导出评优核查结果',
  tag,
  gate: 'outcome.check',
  params: ofCheck,
  download: true,
});
