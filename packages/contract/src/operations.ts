import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId, subjectKind } from './fields.ts';
import { periodState } from './periods.ts';

const tag = '专项行动';
const count = z.number().int();

/** A special operation: a period of its own with chosen subjects (P8). */
export const operationView = z.strictObject({
  id,
  periodId: id,
  name: z.string(),
  purpose: z.string(),
  unit: named,
  ruleSet: z.strictObject({ versionId: id, name: z.string() }),
  from: day,
  to: day,
  submitBy: instant,
  reviewBy: instant,
  state: periodState,
  units: count,
  officers: count,
  submitted: count.describe('已填报，含待审核'),
  waiting: count,
  accepted: count,
});
export type OperationView = z.infer<typeof operationView>;
/** How far one unit has come: its own work and that of its officers who take part. */
export const operationUnit = z.strictObject({
  unit: named,
  subjects: count,
  /** How many of them have reported anything. */
  reported: count,
  submitted: count,
  waiting: count,
  returned: count,
  accepted: count,
  lastAt: instant.nullable(),
});
export const operationSubject = z.strictObject({
  kind: subjectKind,
  id,
  name: z.string(),
  code: z.string(),
  unitName: z.string(),
});
export const operationDetail = operationView.extend({
  progress: z.array(operationUnit).max(1000),
  canManage: z.boolean(),
  /** Whether the reader, or a unit he reports for, takes part. */
  canReport: z.boolean(),
});
export type OperationDetail = z.infer<typeof operationDetail>;

const subjects = z.strictObject({
  unitIds: z.array(id).max(1000).default([]),
  /** Members of ranking sequences: their units, or their officers. */
  sequenceCodes: z.array(z.string().max(40)).max(50).default([]),
  /** One a line or separated by commas: unit names, 警号 or names of officers. */
  pasted: z.string().max(100_000).default(''),
});
export const listOperations = endpoint({
  method: 'GET',
  path: '/api/operations',
  summary: '专项行动列表',
  tag,
  gate: 'period.read',
  query: z.strictObject({ ...paging, phase: z.enum(['running', 'ended']).optional() }),
  response: pageOf(operationView),
});
const ofOperation = z.strictObject({ operationId: id });
export const getOperation = endpoint({
  method: 'GET',
  path: '/api/operations/:operationId',
  summary: '一次专项行动',
  tag,
  gate: 'period.read',
  params: ofOperation,
  response: z.strictObject({ operation: operationDetail }),
});
export const listOperationSubjects = endpoint({
  method: 'GET',
  path: '/api/operations/:operationId/subjects',
  summary: '专项行动的考核对象',
  tag,
  gate: 'period.read',
  params: ofOperation,
  query: z.strictObject({ ...paging, text: z.string().trim().max(50).optional() }),
  response: pageOf(operationSubject),
});
/** What a choice of subjects comes to, and every line that could not be read, before anything is made. */
export const previewOperationSubjects = endpoint({
  method: 'POST',
  path: '/api/operation-subjects/preview',
  summary: '核对专项行动的考核对象',
  tag,
  gate: 'period.manage',
  body: z.strictObject({ ruleSetVersionId: id, on: day, subjects }),
  response: z.strictObject({
    units: count,
    officers: count,
    problems: z.array(z.string()).max(200),
  }),
});
export const createOperation = endpoint({
  method: 'POST',
  path: '/api/operations',
  summary: '建立专项行动',
  tag,
  gate: 'period.manage',
  body: z.strictObject({
    requestId,
    name: z.string().trim().min(2, '请填写名称').max(40, '名称最多 40 字'),
    purpose: z.string().trim().max(2000).default(''),
    ruleSetVersionId: id,
    /** Takes a copy of the published method as one of its own; left out: the method itself. */
    copy: z
      .strictObject({
        code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, '代码为 2–61 位小写字母、数字和 -'),
        name: z.string().trim().min(2).max(100),
        unitId: id,
      })
      .nullable()
      .default(null),
    from: day,
    to: day,
    submitOn: day,
    reviewOn: day,
    subjects,
    /** Open at once; else it waits as a draft among the periods. */
    open: z.boolean().default(true),
  }),
  response: z.strictObject({ operation: operationView }),
});
export const addOperationSubjects = endpoint({
  method: 'POST',
  path: '/api/operations/:operationId/subjects',
  summary: '增加专项行动的考核对象',
  tag,
  gate: 'period.manage',
  params: ofOperation,
  body: z.strictObject({ requestId, subjects }),
  response: z.strictObject({ operation: operationView }),
});
/** Taken off the list, as if never on it: only who has neither work nor points in the operation. */
export const removeOperationSubjects = endpoint({
  method: 'POST',
  path: '/api/operations/:operationId/subjects/removal',
  summary: '移出专项行动的考核对象',
  tag,
  gate: 'period.manage',
  params: ofOperation,
  body: z.strictObject({
    requestId,
    subjects: z
      .array(z.strictObject({ kind: subjectKind, id }))
      .min(1)
      .max(200, '一次最多移出 200 个'),
    reason: longText.max(200),
  }),
  response: z.strictObject({ operation: operationView }),
});
