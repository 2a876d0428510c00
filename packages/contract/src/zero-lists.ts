import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { subjectRef } from './entries.ts';
import { day, id, instant, pageOf, paging, requestId, shortText, subjectKind } from './fields.ts';
import { periodState } from './periods.ts';

const tag = '清零行动';
const which = {
  periodId: id.describe('有清零条款的办法的一个月'),
  subjectKind,
  /** listed: to be cleared. unknown: nobody knows how long they were present. */
  list: z.enum(['listed', 'unknown']).default('listed'),
  unitId: id.optional(),
  text: z.string().trim().max(50).optional(),
};

export const zeroListRow = z.strictObject({
  subject: subjectRef,
  accepted: z.number().int(),
  /** Work handed in that waits for review or came back: the way off the list. */
  waiting: z.number().int(),
  presentDays: z.string().nullable(),
  reason: z.string(),
  pressedAt: instant.nullable(),
});
export type ZeroListRow = z.infer<typeof zeroListRow>;

export const getZeroList = endpoint({
  method: 'GET',
  path: '/api/outcomes/zero-list',
  summary: '清零名单',
  tag,
  gate: 'outcome.read',
  query: z.strictObject({ ...paging, ...which }),
  response: pageOf(zeroListRow).extend({
    period: z.strictObject({ id, label: z.string(), ruleSetName: z.string(), state: periodState }),
    /** Frozen with the seal; before that it is computed anew each time. */
    frozen: z.boolean(),
    asOf: day,
    leastDays: z.number().int(),
    clause: z.string().nullable(),
    counts: z.strictObject({
      appraised: z.number().int(),
      listed: z.number().int(),
      unknown: z.number().int(),
    }),
    mayPress: z.boolean(),
  }),
});
/** Months of the methods that have a zero-list clause, newest first. */
export const listZeroListPeriods = endpoint({
  method: 'GET',
  path: '/api/outcomes/zero-list/periods',
  summary: '可查清零名单的月份',
  tag,
  gate: 'outcome.read',
  response: z.strictObject({
    items: z
      .array(
        z.strictObject({
          id,
          label: z.string(),
          ruleSetName: z.string(),
          state: periodState,
          kinds: z.array(subjectKind).max(2),
        }),
      )
      .max(200),
  }),
});
export const exportZeroList = endpoint({
  method: 'GET',
  path: '/api/outcomes/zero-list/export',
  summary: '导出清零名单',
  tag,
  gate: 'outcome.read',
  query: z.strictObject(which),
  download: true,
});
export const pressZeroList = endpoint({
  method: 'POST',
  path: '/api/outcomes/zero-list/presses',
  summary: '催办清零',
  tag,
  gate: 'outcome.press',
  body: z.strictObject({
    requestId,
    periodId: id,
    subjectKind,
    subjectIds: z.array(id).min(1, '请选择要催办的对象').max(500, '一次最多催办 500 个'),
    note: shortText,
  }),
  response: z.strictObject({
    pressed: z.number().int(),
    /** Left out: pressed a short while ago. */
    recent: z.number().int(),
    /** Nobody could be told: no account. */
    unreachable: z.array(z.string()).max(500),
  }),
});
