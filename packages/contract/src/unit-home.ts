import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, named } from './fields.ts';
import { unitKind } from './organization-words.ts';

const count = z.number().int();
/** One published result of the unit under one method; ranks of units are for all (§17), scores for its line. */
export const unitStanding = z.strictObject({
  periodId: id,
  label: z.string(),
  from: day,
  rank: count.nullable(),
  rankOf: count.nullable(),
  rankSuspended: z.boolean(),
  score: z.string().nullable(),
  scoreState: z.enum(['scored', 'notScored', 'exempt', 'notApplicable']),
  modules: z
    .array(z.strictObject({ code: z.string(), name: z.string(), value: z.string().nullable() }))
    .max(30),
});
export type UnitStanding = z.infer<typeof unitStanding>;
/** What the unit's line has to do now. */
export const unitPeriod = z.strictObject({
  periodId: id,
  label: z.string(),
  ruleSetName: z.string(),
  special: z.boolean(),
  /** Whether the unit itself is scored in it, or only its officers. */
  appraised: z.boolean(),
  submitBy: instant,
  closed: z.boolean(),
  /** Handed in for the unit itself. */
  submitted: count,
  waiting: count,
  returned: count,
  accepted: count,
  /** Handed in by its officers, those below included. */
  officersSubmitted: count,
  officersReturned: count,
});
export const unitTarget = z.strictObject({
  code: z.string(),
  name: z.string(),
  versionId: id,
  ruleSetName: z.string(),
  measureUnit: z.string().nullable(),
  quantity: z.string(),
  actual: z.string(),
  /** Null where nothing was asked for. */
  percent: z.string().nullable(),
});
export const unitHome = z.strictObject({
  unit: z.strictObject({
    id,
    name: z.string(),
    code: z.string(),
    kind: unitKind,
    abolishedOn: day.nullable(),
  }),
  /** From the bureau down to the unit above. */
  trail: z.array(named).max(10),
  leader: z.strictObject({ name: z.string(), position: z.string() }).nullable(),
  /** Serving in the unit and below it today. */
  officers: count,
  auxiliaries: count,
  children: z.array(named).max(200),
  /** Whether details are in the reader's reach; without it there are head facts and ranks only. */
  inReach: z.boolean(),
  /** Whether the reader may open the reasons of its scores: its line, not everybody who serves in it (§17). */
  mayOpen: z.boolean(),
  /** Whether the reader reports for the unit. */
  canReport: z.boolean(),
  methods: z
    .array(
      z.strictObject({
        ruleSetId: id,
        name: z.string(),
        sequenceName: z.string().nullable(),
        /** Newest first. */
        standings: z.array(unitStanding).max(24),
      }),
    )
    .max(30),
  periods: z.array(unitPeriod).max(20),
  targets: z.array(unitTarget).max(200),
  openAppeals: count.nullable(),
});
export type UnitHome = z.infer<typeof unitHome>;

export const getUnitHome = endpoint({
  method: 'GET',
  path: '/api/units/:unitId/home',
  summary: '单位主页',
  tag: '机构人员',
  gate: 'unit.read',
  params: z.strictObject({ unitId: id }),
  response: unitHome,
});
