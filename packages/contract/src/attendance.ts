import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, named, pageOf, paging } from './fields.ts';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份应为 YYYY-MM');
const count = z.number().int();

export const leaveLabels = {
  personal: '事假',
  sick: '病假',
  annual: '年休假',
  marriage: '婚假',
  maternity: '产假',
  bereavement: '丧假',
  injury: '工伤假',
  official: '公假',
  other: '其他假',
} as const satisfies Record<string, string>;
const leaveKind = z.enum(
  Object.keys(leaveLabels) as [keyof typeof leaveLabels, ...(keyof typeof leaveLabels)[]],
);

/** One officer's month, as it was imported; kinds of leave are for his own line only. */
export const attendanceRow = z.strictObject({
  officer: z.strictObject({ id, name: z.string(), policeNo: z.string() }),
  unit: named,
  due: z.string(),
  present: z.string(),
  late: z.string(),
  early: z.string(),
  absent: z.string(),
  leaves: z.array(z.strictObject({ kind: leaveKind, days: z.string() })).max(20),
  leaveDays: z.string(),
  batch: z.strictObject({ id, number: z.string() }),
});
export type AttendanceRow = z.infer<typeof attendanceRow>;
export const listAttendance = endpoint({
  method: 'GET',
  path: '/api/attendance',
  summary: '月度考勤',
  tag: '考勤与奖惩',
  gate: 'result.read',
  query: z.strictObject({
    ...paging,
    /** Left out: the newest month there is. */
    month: month.optional(),
    unitId: id.optional(),
    only: z.enum(['irregular', 'leave', 'full']).optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(attendanceRow).extend({
    month: month.nullable(),
    months: z.array(month).max(120),
    /** Of the whole filter, not of the page. */
    summary: z.strictObject({ people: count, late: z.string(), absent: z.string(), leave: z.string() }),
  }),
});
