import { ENTRY_KINDS } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  day,
  decimal,
  id,
  instant,
  longText,
  named,
  nonNegativeDecimal,
  pageOf,
  paging,
  requestId,
  subjectKind,
} from './fields.ts';
import { attachmentView, fileIds } from './files.ts';

const tag = '得分台账';
export const entryKind = z.enum(ENTRY_KINDS);
export const entrySource = z.enum(['submission', 'posting', 'appeal', 'import']);
export const indicatorCode = z.string().min(1).max(100);
const code = z.string().min(1).max(100);
export const matterKey = z.string().trim().min(1).max(60, '事项编号最多 60 字');

export const eventRef = z.strictObject({
  code: z.string(),
  name: z.string(),
  points: z.string(),
  unit: z.string().nullable(),
});
/** What a form asks for, decided by the indicator's family. */
export const indicatorForm = z.strictObject({
  takes: z.enum(['event', 'band', 'measure', 'rate']),
  events: z.array(eventRef).max(200),
  band: z.strictObject({ min: z.string(), max: z.string() }).nullable(),
  measureUnit: z.string().nullable(),
});
export type IndicatorFormView = z.infer<typeof indicatorForm>;
/** An indicator as lists show it. */
export const indicatorRef = z.strictObject({
  code: z.string(),
  name: z.string(),
  itemName: z.string(),
  moduleName: z.string(),
});
/** Who is scored. */
export const subjectRef = z.strictObject({
  kind: subjectKind,
  id,
  name: z.string(),
  code: z.string(),
  unit: named,
});
export type SubjectRef = z.infer<typeof subjectRef>;

/** 已知悉、有异议 (P13). */
export const acknowledgementMark = z.enum(['seen', 'disagreed']);
export type AcknowledgementMark = z.infer<typeof acknowledgementMark>;
/** Whose log: one's own, the unit's that one heads or serves as clerk, or what one scored oneself. */
export const entryLogs = ['mine', 'unit', 'scored'] as const;
/** One line of the score log (P13): who, when, why, on which evidence, by which clause. */
export const entryView = z.strictObject({
  id,
  period: z.strictObject({ id, label: z.string(), sealed: z.boolean() }),
  subject: subjectRef,
  indicator: indicatorRef,
  kind: entryKind,
  event: z.strictObject({ code: z.string(), name: z.string(), points: z.string() }).nullable(),
  quantity: z.string().nullable(),
  ofQuantity: z.string().nullable(),
  measureUnit: z.string().nullable(),
  chosenPoints: z.string().nullable(),
  bookedPoints: z.string().nullable().describe('入账时按规则得出的分值；按完成量计分的为空'),
  matterKey: z.string().nullable(),
  occurredOn: day,
  clause: z.strictObject({ id: z.string(), text: z.string(), source: z.string().nullable() }),
  reason: z.string(),
  evidence: z.array(attachmentView).max(20),
  source: z.strictObject({ kind: entrySource, id: id.nullable() }),
  reversesId: id.nullable(),
  reversedById: id.nullable(),
  byName: z.string(),
  at: instant,
  hash: z.string().describe('该条记录的 SM3，十六进制'),
  appeal: z.strictObject({ id, state: z.string(), instance: z.number().int() }).nullable(),
  /** The last day on which the reader may contest it; null when he may not. */
  appealUntil: day.nullable(),
  /** The reader's own mark when he is concerned, else the newest of those concerned. */
  acknowledgement: z
    .strictObject({ mark: acknowledgementMark, byName: z.string(), at: instant, appealId: id.nullable() })
    .nullable(),
  can: z.strictObject({ appeal: z.boolean(), correct: z.boolean(), acknowledge: z.boolean() }),
});
export type EntryView = z.infer<typeof entryView>;

export const listEntries = endpoint({
  method: 'GET',
  path: '/api/entries',
  summary: '得分明细',
  tag,
  gate: 'entry.read',
  query: z.strictObject({
    ...paging,
    log: z.enum(entryLogs).optional(),
    periodId: id.optional(),
    subjectId: id.optional(),
    indicatorCode: indicatorCode.optional(),
    source: entrySource.optional(),
    kind: entryKind.optional(),
    mark: z
      .enum(['new', ...acknowledgementMark.options])
      .optional()
      .describe('new 为尚未查阅'),
    scorerId: id.optional().describe('由谁评分'),
    appealed: z.literal('1').optional().describe('只看提出过复议的'),
    text: z.string().trim().max(50).optional().describe('对象的姓名、警号、单位名称，或事由'),
    sort: z
      .enum(['at', '-at', 'points', '-points'])
      .optional()
      .describe('按登记时间或入账分值排列，- 为倒序；没有入账分值的排在最后'),
  }),
  response: pageOf(entryView).extend({
    more: z.boolean().describe('符合条件的不止所列条数，可缩小范围再查'),
  }),
});
export const getEntry = endpoint({
  method: 'GET',
  path: '/api/entries/:entryId',
  summary: '一条得分记录',
  tag,
  gate: 'entry.read',
  params: z.strictObject({ entryId: id }),
  response: z.strictObject({ entry: entryView }),
});

/** What is known of the fact; which of it an indicator takes, its family decides. */
export const factFields = {
  eventCode: code.optional(),
  quantity: nonNegativeDecimal.optional(),
  ofQuantity: nonNegativeDecimal.optional(),
  chosenPoints: decimal.optional(),
  multipliers: z.array(code).max(10).optional(),
  /** For lateness: when it was due; it was done on the day it occurred. */
  dueOn: day.optional(),
};
/** What a department, 督察 or the office may book directly: its own indicators in the periods that can be booked. */
export const getPostingForm = endpoint({
  method: 'GET',
  path: '/api/posting-form',
  summary: '登记加减分的表单',
  tag,
  gate: 'entry.post',
  response: z.strictObject({
    periods: z
      .array(
        z.strictObject({
          id,
          label: z.string(),
          ruleSetName: z.string(),
          fromOn: day,
          toOn: day,
          subjectKinds: z.array(subjectKind).max(2),
          indicators: z
            .array(
              indicatorRef.extend({
                form: indicatorForm,
                clause: z.string(),
                ownerName: z.string().nullable(),
              }),
            )
            .max(1000),
        }),
      )
      .max(100),
  }),
});
export const postEntry = endpoint({
  method: 'POST',
  path: '/api/entries',
  summary: '直接登记加减分（归口部门、督察）',
  tag,
  gate: 'entry.post',
  body: z.strictObject({
    requestId,
    periodId: id,
    subjectKind,
    subjectId: id,
    indicatorCode,
    ...factFields,
    occurredOn: day,
    matterKey: matterKey.optional(),
    reason: longText.max(500),
    fileIds,
  }),
  response: z.strictObject({ entry: entryView }),
});
/** Nothing is changed: the wrong entry is reversed, and a right one may follow. */
export const correctEntry = endpoint({
  method: 'POST',
  path: '/api/entries/:entryId/correction',
  summary: '冲销更正一条得分记录',
  tag,
  gate: 'entry.post',
  params: z.strictObject({ entryId: id }),
  body: z.strictObject({
    requestId,
    reason: longText.max(500),
    replacement: z.strictObject(factFields).nullable(),
    fileIds,
  }),
  response: z.strictObject({ reversal: entryView, replacement: entryView.nullable() }),
});
