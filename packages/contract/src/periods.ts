import {
  CALENDAR_STEPS,
  PERIOD_ACTIONS,
  PERIOD_KINDS,
  PERIOD_STATES,
  REOPENING_ACTIONS,
} from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId, subjectKind } from './fields.ts';

const tag = '考核周期';
export const periodState = z.enum(PERIOD_STATES);
export const periodKind = z.enum(PERIOD_KINDS);
export const periodAction = z.enum(PERIOD_ACTIONS);
export const calendarStep = z.enum(CALENDAR_STEPS);
export const reopeningAction = z.enum(REOPENING_ACTIONS);
const year = z.number().int().min(2000).max(2100);
const yearText = z.coerce.number().int().min(2000).max(2100);
const label = z.string().trim().min(1, '请填写周期名称').max(40, '周期名称最多 40 字');
const noticeDays = z.number().int().min(0, '不能为负数').max(60, '最多 60 个工作日');

/** What is in a period, as far as the reader's own scope reaches. */
export const periodCounts = z.strictObject({
  submitted: z.number().int(),
  returned: z.number().int(),
  accepted: z.number().int(),
  openAppeals: z.number().int(),
});
/** A reopening that waits for a second person (P14). */
export const waitingReopening = z.strictObject({
  id,
  action: reopeningAction,
  reason: z.string(),
  submitOn: day.nullable(),
  requestedByName: z.string(),
  requestedAt: instant,
  /** Asked for by the reader, who may take it back and may not confirm it. */
  mine: z.boolean(),
  mayDecide: z.boolean(),
});
export const periodView = z.strictObject({
  id,
  label: z.string(),
  kind: periodKind,
  ruleSet: z.strictObject({
    id,
    name: z.string(),
    versionId: id,
    version: z.number().int(),
    appraises: z.array(subjectKind).max(2),
  }),
  unit: named,
  /** The method is that of the reader's own unit or of one above it; else the reader looks down on it. */
  own: z.boolean(),
  from: day,
  to: day,
  submitBy: instant,
  reviewBy: instant,
  reportBy: instant.nullable(),
  noticeDays: z.number().int(),
  appealDays: z.number().int(),
  /** The state that counts now: an open period whose deadline has passed is closed for submission. */
  state: periodState,
  publishedAt: instant.nullable(),
  sealedAt: instant.nullable(),
  counts: periodCounts,
  /** What the reader may do with it in this state. */
  actions: z.array(periodAction).max(10),
  canChange: z.boolean(),
  /** Whether the reader runs its closing: another level's period is only looked at. */
  canClose: z.boolean(),
  /** Its results count nowhere (P20). */
  trial: z.boolean(),
  discardedAt: instant.nullable(),
  /** A past month entered late, and why. */
  backEntry: z.boolean(),
  backEntryReason: z.string().nullable(),
  /** What the calendar does by itself, and how many days before a deadline it reminds. */
  automatic: z.array(calendarStep).max(6),
  remindDays: z.number().int(),
  reopening: waitingReopening.nullable(),
  /** Reopening it now is asked for, and confirmed by somebody else. */
  reopeningNeedsSecond: z.boolean(),
});
export type PeriodView = z.infer<typeof periodView>;

const plannedPeriod = z.strictObject({
  label,
  kind: periodKind,
  from: day,
  to: day,
  submitOn: day.describe('填报截止日，含当日 24:00'),
  reviewOn: day,
  reportOn: day.nullable(),
});
const rhythm = {
  reviewDays: z.number().int().min(0).max(120),
  reportDays: z.number().int().min(0).max(120).nullable(),
};
export const periodPlan = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('months'),
    startDay: z.number().int().min(1).max(28).describe('1 为自然月；26 为上月 26 日至本月 25 日'),
    submitDay: z.number().int().min(1).max(31),
    ...rhythm,
  }),
  z.strictObject({
    form: z.literal('ends'),
    kind: z.enum(['quarter', 'half', 'year']),
    ends: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为 MM-DD'))
      .min(1)
      .max(12),
    submitDays: z.number().int().min(0).max(120),
    ...rhythm,
  }),
  z.strictObject({ form: z.literal('custom'), periods: z.array(plannedPeriod).min(1).max(60) }),
]);

export const listPeriods = endpoint({
  method: 'GET',
  path: '/api/periods',
  summary: '考核周期列表',
  tag,
  gate: 'period.read',
  query: z.strictObject({
    ...paging,
    year: yearText.optional(),
    ruleSetId: id.optional(),
    state: periodState.optional(),
  }),
  response: pageOf(periodView).extend({ years: z.array(year).max(101) }),
});
export const periodEvent = z.strictObject({
  action: z.string(),
  actionLabel: z.string(),
  byName: z.string(),
  at: instant,
  reason: z.string().nullable(),
});
export const periodDetail = periodView.extend({ timeline: z.array(periodEvent).max(300) });
export const ofPeriod = z.strictObject({ periodId: id });
export const periodAnswer = z.strictObject({ period: periodDetail });
export const getPeriod = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId',
  summary: '一个考核周期',
  tag,
  gate: 'period.read',
  params: ofPeriod,
  response: periodAnswer,
});
/** §6: without `confirmed`, windows that overlap or leave a gap are refused and named. */
export const createPeriods = endpoint({
  method: 'POST',
  path: '/api/periods',
  summary: '按模板建立周期',
  tag,
  gate: 'period.manage',
  body: z.strictObject({
    requestId,
    ruleSetVersionId: id,
    year,
    plan: periodPlan,
    /** Left out: as the method's `procedure` says, else 5 working days (§13). */
    noticeDays: noticeDays.optional(),
    appealDays: noticeDays.optional(),
    confirmed: z.boolean().default(false),
    /** Computed and shown with its mark, and counted nowhere (P20). */
    trial: z.boolean().default(false),
  }),
  response: z.strictObject({ periods: z.array(periodView).max(60) }),
});
/** The deadlines of a period that is not sealed; a change after opening is explained. */
export const changePeriod = endpoint({
  method: 'PATCH',
  path: '/api/periods/:periodId',
  summary: '调整周期期限',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    submitOn: day,
    reviewOn: day,
    reportOn: day.nullable(),
    noticeDays,
    appealDays: noticeDays,
    reason: longText.max(500).nullable(),
  }),
  response: periodAnswer,
});
/** Publishing and sealing are acts of their own: see 结果与封存. */
export const movePeriod = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/moves',
  summary: '开放、截止、转审核、重新开放',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    action: periodAction.exclude(['startNotice', 'seal']),
    reason: longText.max(500).nullable(),
    /** Reopening for submission needs a new last day, to 24:00. */
    submitOn: day.nullable(),
  }),
  response: periodAnswer,
});
