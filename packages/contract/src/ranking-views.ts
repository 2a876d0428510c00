import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, decimal, id, instant, subjectKind } from './fields.ts';
import { partColumn, scoreView } from './score-views.ts';

const tag = '结果与封存';
const ofPeriod = z.strictObject({ periodId: id });
/** As many lines as can be told apart in one picture. */
export const MOST_LINES = 8;
/** A year of months. */
export const MOST_PERIODS = 12;

/** The subjects whose movement is asked for: their ids, parted by commas. */
const subjects = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(id).min(1, '请至少选一个对象').max(MOST_LINES, `一次最多看 ${MOST_LINES} 个对象`));

/** Ranks of chosen subjects over the periods up to this one (P11, vertically); where there was no rank is a gap. */
export const getRankMovement = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/ranking/movement',
  summary: '名次走势',
  tag,
  gate: 'ranking.read',
  params: ofPeriod,
  query: z.strictObject({ subjectKind, subjects }),
  response: z.strictObject({
    /** Oldest first. */
    periods: z.array(z.strictObject({ id, label: z.string() })).max(MOST_PERIODS),
    subjects: z
      .array(
        z.strictObject({
          subjectId: id,
          name: z.string(),
          code: z.string(),
          unitName: z.string(),
          /** One for each period; null where the viewer may not see it or there was no result. */
          points: z
            .array(
              z
                .strictObject({
                  score: scoreView,
                  rank: z.number().int().nullable(),
                  rankOf: z.number().int().nullable(),
                  sequenceName: z.string().nullable(),
                })
                .nullable(),
            )
            .max(MOST_PERIODS),
          /** Units that went into this one within the periods shown, the earliest first. */
          tookIn: z.array(z.strictObject({ name: z.string(), on: day })).max(50),
        }),
      )
      .max(MOST_LINES),
  }),
});

const comparedSide = z.strictObject({
  subjectId: id,
  name: z.string(),
  code: z.string(),
  unitName: z.string(),
  sequenceName: z.string().nullable(),
  groupCode: z.string().nullable(),
  score: scoreView,
  rank: z.number().int().nullable(),
  rankOf: z.number().int().nullable(),
  shared: z.number().int().nullable(),
  /** Whether the viewer may see the points of its parts (§17). */
  mayOpen: z.boolean(),
});
const compared = {
  /** Null where the viewer may not see the detail. */
  left: scoreView.nullable(),
  right: scoreView.nullable(),
  /** Left less right, exactly; null unless both are scored. */
  difference: decimal.nullable(),
};
export const comparedEntry = z.strictObject({
  id,
  side: z.enum(['left', 'right']),
  indicatorName: z.string(),
  /** What stands of it under the rules. */
  points: decimal,
  reason: z.string(),
  by: z.string(),
  at: instant,
});
/** Two subjects of one period side by side, module by module, and the entries that make the difference (P11). */
export const compareSubjects = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/ranking/comparison',
  summary: '两个对象对比',
  tag,
  gate: 'ranking.read',
  params: ofPeriod,
  query: z.strictObject({ subjectKind, left: id, right: id }),
  response: z.strictObject({
    left: comparedSide,
    right: comparedSide,
    /** Only those of one sequence and group stand in one ranking. */
    sameGroup: z.boolean(),
    difference: decimal.nullable(),
    modules: z
      .array(
        partColumn.extend({
          ...compared,
          items: z
            .array(partColumn.extend({ ...compared, entries: z.array(comparedEntry).max(200) }))
            .max(60),
        }),
      )
      .max(30),
  }),
});

const spread = z.strictObject({
  count: z.number().int(),
  lowest: decimal,
  lowerQuarter: decimal,
  median: decimal,
  upperQuarter: decimal,
  highest: decimal,
});
/** A unit's modules over the periods of one method, and how far its officers lie apart (P11). */
export const getUnitDevelopment = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/units/:unitId/development',
  summary: '单位历期成绩',
  tag,
  gate: 'result.read',
  params: z.strictObject({ periodId: id, unitId: id }),
  response: z.strictObject({
    modules: z.array(partColumn).max(30),
    /** Oldest first, up to the period asked about. */
    periods: z
      .array(
        z.strictObject({
          periodId: id,
          label: z.string(),
          score: scoreView,
          modules: z.array(scoreView).max(30),
          /** Scores of the officers of the unit and below; null where none is scored or not all may be seen. */
          officers: spread.nullable(),
        }),
      )
      .max(MOST_PERIODS),
  }),
});
