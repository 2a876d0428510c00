import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { decimal, id, instant, pageOf, paging, subjectKind } from './fields.ts';
import { unitKind } from './organization-words.ts';
import { gradeView, partColumn, scoreView } from './score-views.ts';

const tag = '结果与封存';
const ofPeriod = z.strictObject({ periodId: id });
/** A place in a ranking: of how many, and how many share it (X9). */
const place = {
  /** Null: exempt, excluded or not scored. */
  rank: z.number().int().positive().nullable(),
  rankOf: z.number().int().nullable(),
  /** How many have this rank, this one among them; null without a rank. */
  shared: z.number().int().positive().nullable(),
};

export const rankingRow = z.strictObject({
  subjectKind,
  subjectId: id,
  name: z.string(),
  code: z.string(),
  unitId: id,
  unitName: z.string(),
  sequenceCode: z.string().nullable(),
  sequenceName: z.string().nullable(),
  groupCode: z.string().nullable(),
  score: scoreView,
  /** Null where the rule set gives no grades. */
  grade: gradeView.nullable(),
  ...place,
  /** 复议中，名次暂不显示: an appeal is open and the method says so; the office that runs it sees the rank (§13). */
  rankSuspended: z.boolean(),
  /** The rank in the same sequence one period earlier, once that is published; null when there was none. */
  previousRank: z.number().int().positive().nullable(),
  /** The place by the one part that was asked for; null when none was. */
  part: z.strictObject({ score: scoreView, ...place }).nullable(),
  /**
   * Points by module and by item, in the order of the columns; empty where the viewer may not see them, null the single
   * one that the method withholds from him (§17).
   */
  modules: z.array(scoreView.nullable()).max(30),
  items: z.array(scoreView.nullable()).max(60),
  mayOpen: z.boolean(),
  mine: z.boolean(),
});
export type RankingRow = z.infer<typeof rankingRow>;

const rankingFilter = {
  subjectKind,
  sequenceCode: z.string().max(60).optional(),
  /** The group within the sequences: A, B. */
  groupCode: z.string().max(20).optional(),
  unitId: id.optional(),
  /** The level of the unit itself, or of the unit an officer serves in. */
  level: z.coerce.number().int().min(1).max(5).optional(),
  /** The post an officer holds on the last day of the period. */
  post: z.string().trim().max(60).optional(),
  text: z.string().trim().max(40).optional(),
  /** A module or item, as `module:code` or `item:code`: the ranking by its points alone. It gives no grade. */
  part: z
    .string()
    .max(120)
    .regex(/^(module|item):./, '应写作 module:代码 或 item:代码')
    .optional(),
  sort: z.enum(['rank', 'name', 'unit', 'score']).default('rank'),
  descending: z.stringbool().default(false),
};
/** Ranks and scores (P11). Before publication only the office that closes the period sees them. */
export const listRanking = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/ranking',
  summary: '排名',
  tag,
  gate: 'ranking.read',
  params: ofPeriod,
  query: z.strictObject({ ...paging, ...rankingFilter }),
  response: pageOf(rankingRow).extend({
    /** Whether the rule set grades this kind of subject. */
    graded: z.boolean(),
    modules: z.array(partColumn).max(30),
    columns: z.array(partColumn).max(60),
    /** The part ranked by; the list then holds only those whose detail the viewer may see (§17). */
    part: partColumn.nullable(),
    /** Over all that the filter finds, not this page alone; null where nobody is scored. */
    summary: z.strictObject({ scored: z.number().int(), mean: decimal, median: decimal }).nullable(),
    /** How equals are told apart; null where the ranking is by a part, in which equals share the place. */
    tieRule: z.string().max(4000).nullable(),
    previousLabel: z.string().nullable(),
    evaluatedAt: instant.nullable(),
    sealed: z.boolean(),
  }),
});
/** What a ranking can be narrowed by: only what occurs in it (P11). */
export const getRankingChoices = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/ranking/choices',
  summary: '排名的筛选项',
  tag,
  gate: 'ranking.read',
  params: ofPeriod,
  query: z.strictObject({ subjectKind }),
  response: z.strictObject({
    sequences: z
      .array(z.strictObject({ code: z.string(), name: z.string(), groups: z.array(z.string()).max(50) }))
      .max(200),
    levels: z.array(z.strictObject({ level: z.number().int(), kinds: z.array(unitKind).max(9) })).max(5),
    posts: z.array(z.string()).max(200),
    modules: z.array(partColumn.extend({ items: z.array(partColumn).max(60) })).max(30),
  }),
});
export const exportRanking = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/ranking.xlsx',
  summary: '导出排名',
  tag,
  gate: 'result.export',
  params: ofPeriod,
  query: z.strictObject(rankingFilter),
  download: true,
});
