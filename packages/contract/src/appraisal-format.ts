import { POINTS_PUBLICITY, PROPOSAL_KINDS, RANKS_PUBLICITY } from '@mingji/engine';
import { z } from 'zod';
import { codeText, decimalText, effectFormat, rateText, words } from './scoring-format.ts';

/** The rule set beyond points (§5, §8–§12, §16), as the engine's `appraisal-rules.ts` describes it. */
const clause = codeText.exactOptional();
const kinds = z
  .array(z.enum(['officer', 'unit']))
  .min(1)
  .max(2)
  .exactOptional();
const days = (most: number) =>
  z.int('应为整数').min(0, '不能为负').max(most, `最多为 ${most}`).exactOptional();
const codes = (most: number) => z.array(codeText).max(most, `最多 ${most} 个`);

const gradeFormat = z.strictObject({
  code: codeText,
  name: words,
  from: decimalText.exactOptional(),
  binding: z.enum(['may', 'must']).exactOptional(),
  clause,
});
const grades = z.array(gradeFormat).min(2, '至少写两个等次').max(20, '最多 20 个等次');

const gradingFormat = z.strictObject({
  kinds,
  grades,
  allowRaise: z.boolean().exactOptional(),
  nomination: z.enum(['required', 'none']).exactOptional(),
  clause,
});

const redLineFormat = z.strictObject({
  kinds,
  below: decimalText,
  task: words,
  dueWorkingDays: z.int('应为整数').min(1).max(366),
  clause,
});

const treatment = z.strictObject({
  grader: z.enum(['ownUnit', 'hostUnit', 'unitAtPeriodEnd', 'whereMostOfPeriod', 'nobody']),
  outcome: z.enum(['graded', 'commentOnly', 'noGrade', 'deferred', 'offList']),
  hears: z.enum(['hostUnit', 'formerUnit']).exactOptional(),
});

const statusFormat = z.strictObject({
  code: codeText,
  name: words,
  cycle: treatment,
  year: treatment,
  holds: z.enum(['atEnd', 'anyDay', 'mostOfPeriod']).exactOptional(),
  leave: z
    .strictObject({
      kinds: codes(20).min(1, '至少写一种假'),
      over: rateText.exactOptional(),
      days: z.enum(['calendar', 'working']).exactOptional(),
    })
    .exactOptional(),
  inQuota: z.boolean().exactOptional(),
  clause,
});

const sanctionFormat = z.strictObject({
  code: codeText,
  name: words,
  effects: z
    .array(
      z.strictObject({
        year: z.int('应为整数').min(0).max(10),
        appliesTo: z.enum(['cycle', 'year']).exactOptional(),
        effect: effectFormat,
      }),
    )
    .min(1, '至少写一个后果')
    .max(20),
  clause,
});

const cycleQuotaFormat = z.strictObject({
  grade: codeText,
  rate: rateText,
  minimumOne: z.boolean().exactOptional(),
  bureauCap: z.boolean().exactOptional(),
  clause,
});

const yearFormat = z.strictObject({
  grades,
  barredBy: codes(20),
  countedGrade: codeText,
  lowGrades: codes(20),
  lowShare: rateText.exactOptional(),
  lowProposals: codes(20),
  worstGrade: codeText,
  allWorstProposal: codeText,
  quota: z
    .strictObject({
      rate: rateText,
      raisedRate: rateText.exactOptional(),
      pools: z
        .array(z.strictObject({ code: codeText, name: words }))
        .max(20)
        .exactOptional(),
      clause,
    })
    .exactOptional(),
  clause,
});

const listsFormat = z.strictObject({
  first: days(100),
  last: days(100),
  top: days(1000),
  streaks: z
    .array(
      z.strictObject({
        among: z.enum(['last', 'lastPlaces']),
        places: z.int('应为整数').min(1).max(100).exactOptional(),
        years: z.int('应为整数').min(2).max(10),
        proposal: words,
        clause,
      }),
    )
    .max(20)
    .exactOptional(),
  suggestions: z
    .array(z.strictObject({ kind: z.enum(PROPOSAL_KINDS), among: z.enum(['first', 'top', 'last']), clause }))
    .max(20)
    .exactOptional(),
  zeroList: z.strictObject({ presentDays: days(31), clause }).exactOptional(),
  commendation: z
    .strictObject({ notAmongLast: days(100), gradeFloor: codeText.exactOptional(), clause })
    .exactOptional(),
});

const coefficientsFormat = z.strictObject({
  identities: z
    .array(z.strictObject({ code: codeText, name: words, factor: rateText, clause }))
    .min(1, '至少写一种身份')
    .max(500),
  mean: rateText.exactOptional(),
  tolerance: rateText.exactOptional(),
});

const procedureFormat = z.strictObject({
  noticeDays: days(60),
  appealDays: days(60),
  answerDays: days(60),
  secondInstance: z.enum(['committee', 'office', 'none']).exactOptional(),
  secondAppealDays: days(60),
  secondAnswerDays: days(60),
  appealSuspends: z.enum(['none', 'rank']).exactOptional(),
  statutoryReviewDays: days(366),
  statutoryAppealDays: days(366),
  clause,
});

const visibilityFormat = z.strictObject({
  points: z.enum(POINTS_PUBLICITY).exactOptional(),
  unitRanks: z.enum(RANKS_PUBLICITY).exactOptional(),
  officerRanks: z.enum(RANKS_PUBLICITY).exactOptional(),
  withheld: codes(200).exactOptional(),
  clause,
});

const postFormat = z.strictObject({
  code: codeText,
  name: words,
  category: words,
  duties: z.array(words).min(1, '至少写一条岗位职责').max(100),
  performance: z.array(words).min(1, '至少写一条履职要求').max(100),
  indicators: codes(100).exactOptional(),
});

export const openingFormat = z.strictObject({
  marks: decimalText.exactOptional(),
  optional: codes(500).exactOptional(),
  maxIndicators: z.int('应为整数').min(1).max(500).exactOptional(),
  clause: codeText,
});

export const extendsFormat = z.strictObject({ id: codeText, version: words });

/** Spread into the rule set's own schema. */
export const appraisalFormat = {
  extends: extendsFormat.exactOptional(),
  without: z
    .array(z.strictObject({ indicator: codeText, clause: codeText }))
    .max(500)
    .exactOptional(),
  filing: z.enum(['required', 'none']).exactOptional(),
  coefficients: coefficientsFormat.exactOptional(),
  grading: gradingFormat.exactOptional(),
  redLine: redLineFormat.exactOptional(),
  statuses: z.array(statusFormat).max(100, '最多 100 种情形').exactOptional(),
  sanctions: z.array(sanctionFormat).max(100).exactOptional(),
  quota: cycleQuotaFormat.exactOptional(),
  year: yearFormat.exactOptional(),
  lists: listsFormat.exactOptional(),
  procedure: procedureFormat.exactOptional(),
  visibility: visibilityFormat.exactOptional(),
  posts: z.array(postFormat).max(1000, '最多 1000 个岗位').exactOptional(),
};
