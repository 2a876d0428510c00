import { z } from 'zod';
import { appealInstance } from './appeals.ts';
import { endpoint } from './endpoint.ts';
import { day } from './fields.ts';

const tag = '复议';
export const appealGroupings = {
  period: '考核周期',
  ownerUnit: '归口部门',
  indicator: '指标',
  scorer: '原评分人',
} as const;
export type AppealGrouping = keyof typeof appealGroupings;

/** One line: what was filed, what became of it, how long it took. */
export const appealFigures = z.strictObject({
  key: z.string(),
  label: z.string(),
  filed: z.number().int(),
  open: z.number().int(),
  upheld: z.number().int(),
  partlyUpheld: z.number().int(),
  dismissed: z.number().int(),
  withdrawn: z.number().int(),
  overdue: z.number().int().describe('逾期：未答复的已过期限，或者答复晚于期限'),
  /** Of those answered; null below the least number that a share says anything of. */
  changedShare: z.string().nullable(),
  /** With one decimal; null when nothing was answered or a year's calendar is missing. */
  meanWorkingDays: z.string().nullable(),
});
export type AppealFigures = z.infer<typeof appealFigures>;

const query = z.strictObject({
  by: z.enum(Object.keys(appealGroupings) as [AppealGrouping, ...AppealGrouping[]]).default('period'),
  from: day.optional().describe('提出日期自'),
  to: day.optional().describe('提出日期至'),
  instance: z.enum(['1', '2']).optional(),
});
export const getAppealStatistics = endpoint({
  method: 'GET',
  path: '/api/appeal-statistics',
  summary: '复议统计',
  tag,
  gate: 'appeal.statistics',
  query,
  response: z.strictObject({
    by: z.string(),
    from: day,
    to: day,
    instance: appealInstance.nullable(),
    leastForShare: z.number().int(),
    /** Why working days are missing, or null. */
    calendarProblem: z.string().nullable(),
    total: appealFigures,
    items: z.array(appealFigures).max(500),
    cut: z.boolean(),
  }),
});
export const exportAppealStatistics = endpoint({
  method: 'GET',
  path: '/api/appeal-statistics.xlsx',
  summary: '导出复议统计',
  tag,
  gate: 'appeal.statistics',
  query,
  download: true,
});
