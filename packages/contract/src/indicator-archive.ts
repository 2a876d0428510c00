import { FAMILY_NAMES, type FamilyName } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, decimal, id, pageOf, paging } from './fields.ts';

const tag = '指标与办法';
const family = z.enum(Object.keys(FAMILY_NAMES) as [FamilyName, ...FamilyName[]]);

/** What a version is today: on its way, waiting for its day, in force, or followed by another one. */
export const standing = z.enum(['draft', 'submitted', 'filed', 'upcoming', 'inForce', 'superseded']);
export type Standing = z.infer<typeof standing>;
/** X6: what the linter says of an indicator: nothing, advice, a flag that wants an answer, or one that has it. */
export const lintState = z.enum(['clean', 'advice', 'open', 'signedOff']);

export const indicatorLine = z.strictObject({
  ruleSetId: id,
  ruleSetName: z.string(),
  versionId: id,
  version: z.number().int(),
  standing,
  effectiveOn: day.nullable(),
  /** The last day on which this version was in force; null while no later one is published. */
  effectiveTo: day.nullable(),
  unitName: z.string(),
  moduleCode: z.string(),
  moduleName: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  code: z.string(),
  name: z.string(),
  owner: z.string(),
  family,
  familyName: z.string(),
  marks: z.string().nullable(),
  evidence: z.string(),
  clauseId: z.string(),
  clauseText: z.string(),
  lint: lintState,
});
export type IndicatorLine = z.infer<typeof indicatorLine>;

const searched = {
  ruleSetId: id.optional(),
  versionId: id.optional(),
  /** The method by which this period is appraised, in the version that it uses. */
  periodId: id.optional(),
  /** Whose method it is: the unit or one below it. */
  unitId: id.optional(),
  /** The level of that unit. */
  level: z.coerce.number().int().min(1).max(5).optional(),
  /** In force on some day of the year. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  standing: standing.optional(),
  module: z.string().trim().max(50).optional(),
  item: z.string().trim().max(50).optional(),
  owner: z.string().trim().max(50).optional(),
  family: family.optional(),
  lint: lintState.optional(),
  /** In the name, the code, the clause or the evidence. */
  text: z.string().trim().max(50).optional(),
};
/** P12: the indicator library over all methods, versions and years, by any combination. */
export const listIndicators = endpoint({
  method: 'GET',
  path: '/api/indicators',
  summary: '指标库查询',
  tag,
  gate: 'ruleSet.read',
  query: z.strictObject({ ...paging, ...searched }),
  response: pageOf(indicatorLine),
});
export const exportIndicators = endpoint({
  method: 'GET',
  path: '/api/indicators.xlsx',
  summary: '导出指标库',
  tag,
  gate: 'ruleSet.read',
  query: z.strictObject(searched),
  download: true,
});

/** One indicator through the versions of its method: what it said, what changed, which targets hung on it. */
export const getIndicatorHistory = endpoint({
  method: 'GET',
  path: '/api/rule-sets/:ruleSetId/indicators/:code/history',
  summary: '指标沿革与使用',
  tag,
  gate: 'ruleSet.read',
  params: z.strictObject({ ruleSetId: id, code: z.string().min(1).max(100) }),
  response: z.strictObject({
    ruleSetName: z.string(),
    /** Newest first. */
    versions: z
      .array(
        z.strictObject({
          versionId: id,
          version: z.number().int(),
          standing,
          effectiveOn: day.nullable(),
          effectiveTo: day.nullable(),
          /** Null where this version does not have the indicator. */
          indicator: z
            .strictObject({
              name: z.string(),
              place: z.string(),
              owner: z.string(),
              familyName: z.string(),
              marks: z.string().nullable(),
              evidence: z.string(),
              clauseId: z.string(),
              clauseText: z.string(),
              /** The rule as it is told, a line each. */
              rule: z.array(z.string()).max(100),
            })
            .nullable(),
          /** Against the version before; empty in the first and where nothing changed. */
          changes: z.array(z.strictObject({ label: z.string(), old: z.string(), new: z.string() })).max(200),
          /** Quantities issued to those who stand highest, by year. */
          targets: z.array(z.strictObject({ year: z.number().int(), quantity: decimal })).max(100),
        }),
      )
      .max(200),
    /** Newest first: what was booked on it, as far as the reader may see; null without a right to see entries. */
    uses: z
      .array(
        z.strictObject({
          periodId: id,
          periodLabel: z.string(),
          version: z.number().int(),
          entries: z.number().int(),
          subjects: z.number().int(),
          /** What was booked on it; null where only quantities were. */
          points: decimal.nullable(),
        }),
      )
      .max(200)
      .nullable(),
  }),
});
