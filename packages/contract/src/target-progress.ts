import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, named } from './fields.ts';

const tag = '目标任务';
const yearText = z.coerce.number().int().min(2000).max(2100);

const counts = {
  /** Targets held here and below, of these read by their holder, and not wholly handed down. */
  issued: z.number().int(),
  opened: z.number().int(),
  stuck: z.number().int(),
  /** Work handed in in the periods: of it waiting, returned, accepted. */
  submitted: z.number().int(),
  waiting: z.number().int(),
  returned: z.number().int(),
  accepted: z.number().int(),
  /** Booked so far, exact. */
  points: z.string(),
};
/** One directly below; `own` is what lies at the unit itself and at nobody below it. */
export const floorRow = z.strictObject({
  kind: z.enum(['unit', 'officer', 'own']),
  id: id.nullable(),
  name: z.string(),
  unitKind: z.string().nullable(),
  position: z.string().nullable(),
  headCount: z.number().int(),
  ...counts,
  /** Late by supervision's list; null where one indicator is looked at, because lateness is told for all together. */
  late: z.number().int().nullable(),
  /** Appraised in the chosen period and nothing handed in; null for the whole year and for one indicator. */
  silent: z.number().int().nullable(),
  /** With one indicator: what is held of it, what is done. Null = nothing was issued, which is not 0. */
  quantity: z.string().nullable(),
  actual: z.string().nullable(),
  percent: z.string().nullable(),
});
export type FloorRow = z.infer<typeof floorRow>;
/** P10 at one floor: issued, opened, submitted, accepted, late, scored; the whole is the sum of the rows. */
export const floorProgress = z.strictObject({
  periods: z.array(named).max(60),
  /** Null: all periods of the year. */
  periodId: id.nullable(),
  /** Whether work of the chosen period is still taken: who handed in nothing can be pressed, or has missed it. */
  handingIn: z.boolean().nullable(),
  total: floorRow,
  rows: z.array(floorRow).max(2100),
  indicators: z.array(z.strictObject({ code: z.string(), ...counts })).max(500),
});
const progressQuery = z.strictObject({
  /** `all`: the whole year; left out: the newest that is open, or has been. */
  period: z.union([id, z.literal('all')]).optional(),
  indicator: z.string().min(1).max(100).optional(),
});
export const getUnitProgress = endpoint({
  method: 'GET',
  path: '/api/target-books/:versionId/:year/units/:unitId/progress',
  summary: '一个单位及下级的推进情况',
  tag,
  gate: 'target.read',
  params: z.strictObject({ versionId: id, year: yearText, unitId: id }),
  query: progressQuery,
  response: floorProgress,
});
export const getOfficerProgress = endpoint({
  method: 'GET',
  path: '/api/target-books/:versionId/:year/officers/:officerId/progress',
  summary: '一名民警的推进情况',
  tag,
  gate: 'target.read',
  params: z.strictObject({ versionId: id, year: yearText, officerId: id }),
  query: progressQuery,
  response: floorProgress,
});
