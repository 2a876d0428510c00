import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './fields.ts';

/** One thing that waits for the person, with the page where it is done. */
export const workbenchItem = z.strictObject({
  key: z.string(),
  title: z.string(),
  detail: z.string(),
  count: z.number().int().nullable(),
  dueAt: instant.nullable(),
  urgency: z.enum(['overdue', 'soon', 'normal']),
  address: z.string(),
});
export type WorkbenchItem = z.infer<typeof workbenchItem>;

/** One group for each part a person may play; somebody who plays all of them sees all of them. */
export const workbenchGroups = [
  'presses',
  'review',
  'appeals',
  'rechecks',
  'lateReviews',
  'reopenings',
  'office',
  'filings',
  'bulletins',
  'unit',
  'mine',
  'outcomes',
  'accounts',
] as const;
export type WorkbenchGroup = (typeof workbenchGroups)[number];

export const getWorkbench = endpoint({
  method: 'GET',
  path: '/api/workbench',
  summary: '工作台',
  tag: '工作台',
  gate: 'workbench.read',
  response: z.strictObject({
    serverTime: instant,
    periods: z
      .array(
        z.strictObject({
          id: z.uuid(),
          label: z.string(),
          ruleSetName: z.string(),
          state: z.string(),
          submitBy: instant,
          reviewBy: instant,
        }),
      )
      .max(20),
    groups: z
      .array(
        z.strictObject({
          key: z.enum(workbenchGroups),
          title: z.string(),
          emptyText: z.string(),
          items: z.array(workbenchItem).max(100),
        }),
      )
      .max(workbenchGroups.length),
  }),
});
