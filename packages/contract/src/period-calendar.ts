import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, longText, requestId } from './fields.ts';
import { calendarStep, ofPeriod, periodAnswer, reopeningAction } from './periods.ts';

const tag = '考核周期';
const reason = longText.max(500, '最多 500 字');

/** What the calendar does by itself; publishing and sealing are then done in the name of who switched them on. */
export const setCalendar = endpoint({
  method: 'PUT',
  path: '/api/periods/:periodId/calendar',
  summary: '设定周期按日历自动办理的事项',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    automatic: z.array(calendarStep).max(6),
    remindDays: z.number().int().min(0, '不能为负数').max(30, '最多提前 30 天'),
  }),
  response: periodAnswer,
});
/** Four eyes: asked for here, confirmed by somebody else. */
export const requestReopening = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/reopenings',
  summary: '申请重新开放周期',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    action: reopeningAction,
    reason,
    /** The new last day of submission, to 24:00; only where submission is opened again. */
    submitOn: day.nullable(),
  }),
  response: periodAnswer,
});
export const decideReopening = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/reopenings/:reopeningId/decision',
  summary: '复核重新开放的申请',
  tag,
  gate: 'period.confirmReopening',
  params: z.strictObject({ periodId: id, reopeningId: id }),
  body: z.strictObject({ requestId, confirm: z.boolean(), answer: reason.nullable() }),
  response: periodAnswer,
});
export const withdrawReopening = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/reopenings/:reopeningId/withdrawal',
  summary: '撤回重新开放的申请',
  tag,
  gate: 'period.manage',
  params: z.strictObject({ periodId: id, reopeningId: id }),
  body: z.strictObject({ requestId }),
  response: periodAnswer,
});
/** A past month is opened once more for what was never entered: a window of its own, marked for good (P20). */
export const openBackEntry = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/back-entry',
  summary: '开放往期补录',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    submitOn: day.describe('补录截止日，含当日 24:00'),
    reviewOn: day,
    reason,
  }),
  response: periodAnswer,
});
/** A trial that taught what it had to is thrown away: it takes no more work and shows no results. */
export const discardTrial = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/discarding',
  summary: '作废试运行周期',
  tag,
  gate: 'period.manage',
  params: ofPeriod,
  body: z.strictObject({ requestId, reason }),
  response: periodAnswer,
});
