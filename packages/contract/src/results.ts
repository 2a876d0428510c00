import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { decimal, id, instant, pageOf, paging, requestId, subjectKind } from './fields.ts';
import { periodKind, periodState } from './periods.ts';
import { gradeView, scoreView } from './score-views.ts';

export * from './ranking.ts';
export * from './ranking-views.ts';
export * from './score-views.ts';
export * from './seals.ts';

const tag = '结果与封存';
const ofPeriod = z.strictObject({ periodId: id });

export const evaluationState = z.enum(['queued', 'running', 'done', 'failed']);
export const evaluationView = z.strictObject({
  id,
  state: evaluationState,
  step: z.string().nullable(),
  doneSteps: z.number().int(),
  totalSteps: z.number().int(),
  failure: z.string().nullable(),
  requestedAt: instant,
  finishedAt: instant.nullable(),
  entryCount: z.number().int().nullable(),
  /** False when the ledger has grown since: it must be computed again before publishing. */
  current: z.boolean(),
});
export type EvaluationView = z.infer<typeof evaluationView>;

export const checkItem = z.strictObject({
  code: z.enum([
    'submissionOpen',
    'unreviewed',
    'openAppeals',
    'openReopening',
    'missingFacts',
    'withoutScore',
    'unbalancedTargets',
    'openWrittenReviews',
    'noResults',
    'resultsStale',
    'notPublished',
    'noticeRunning',
  ]),
  label: z.string(),
  count: z.number().int(),
  /** What it stops: nothing, publishing or sealing. */
  blocks: z.enum(['none', 'publish', 'seal']),
  /** It stops the act only until somebody writes down why it goes on all the same. */
  overridable: z.boolean(),
  href: z.string().nullable(),
  /** What exactly, where there is more to say: an indicator with how many it lacks. */
  details: z.array(z.string()).max(20),
});
/** What is still open before a month can be closed (P14). */
export const getClosing = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/closing',
  summary: '结账检查单',
  tag,
  gate: 'period.close',
  params: ofPeriod,
  response: z.strictObject({
    period: z.strictObject({
      id,
      label: z.string(),
      ruleSetName: z.string(),
      /** The state that counts now: an open period whose deadline has passed is closed for submission. */
      state: periodState,
      submitBy: instant,
      publishedAt: instant.nullable(),
      noticeEndsOn: z.string().nullable(),
      trial: z.boolean(),
    }),
    checks: z.array(checkItem).max(20),
    evaluation: evaluationView.nullable(),
    seal: z
      .strictObject({
        id,
        sequenceNo: z.number().int(),
        sealHash: z.string(),
        sealedByName: z.string(),
        sealedAt: instant,
        earlyReason: z.string().nullable(),
      })
      .nullable(),
    canSeal: z.boolean(),
  }),
});
/** Computes the period's results as a background job; asking while one runs answers with that one. */
export const startEvaluation = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/evaluations',
  summary: '计算成绩',
  tag,
  gate: 'period.close',
  params: ofPeriod,
  body: z.strictObject({ requestId }),
  response: z.strictObject({ evaluation: evaluationView }),
});
export const publishResults = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/publication',
  summary: '公示成绩',
  tag,
  gate: 'period.close',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    /** Needed where a check stops the publication that a reason may lift. */
    overrideReason: z.string().trim().max(500).nullable().default(null),
  }),
  response: z.strictObject({ publishedAt: instant, noticeEndsOn: z.string().nullable() }),
});
export const sealPeriod = endpoint({
  method: 'POST',
  path: '/api/periods/:periodId/seal',
  summary: '封存周期',
  tag,
  gate: 'period.seal',
  params: ofPeriod,
  body: z.strictObject({
    requestId,
    /** Needed when the notice has not run out. */
    earlyReason: z.string().trim().max(500).nullable(),
  }),
  response: z.strictObject({ sealId: id, sealHash: z.string() }),
});

/** One line of the explanation: a sentence with its value, clause and entries (X1). */
export const explainedLine = z.strictObject({
  depth: z.number().int().min(0).max(12),
  /** One of the few sentences that tell the result; the others are the steps behind the sentence above them. */
  sentence: z.boolean(),
  text: z.string(),
  /** Points as printed; a fraction that has no end is written 4/3. */
  value: z.string().nullable(),
  clauseId: z.string().nullable(),
  clauseText: z.string().nullable(),
  entries: z
    .array(
      z.strictObject({
        id,
        by: z.string(),
        at: instant,
        reason: z.string(),
        fileIds: z.array(id).max(50),
        counts: z.boolean(),
      }),
    )
    .max(500),
});
export const resultView = z.strictObject({
  period: z.strictObject({ id, label: z.string(), state: z.string(), sealed: z.boolean() }),
  subject: z.strictObject({
    kind: subjectKind,
    id,
    name: z.string(),
    code: z.string(),
    unitName: z.string(),
  }),
  score: scoreView,
  grade: gradeView.nullable(),
  rank: z.number().int().nullable(),
  rankOf: z.number().int().nullable(),
  /** 复议中，名次暂不显示 (§13). */
  rankSuspended: z.boolean(),
  sequenceName: z.string().nullable(),
  ruleSet: z.strictObject({ name: z.string(), version: z.number().int() }),
  items: z
    .array(
      z.strictObject({ code: z.string(), name: z.string(), marks: decimal.nullable(), score: scoreView }),
    )
    .max(60),
  lines: z.array(explainedLine).max(3000),
  /** The recomputed score equals the stored one; false would mean that somebody changed a number. */
  recomputedEqual: z.boolean(),
});
export type ResultView = z.infer<typeof resultView>;
export const getResult = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/results/:subjectKind/:subjectId',
  summary: '成绩与来由',
  tag,
  gate: 'result.read',
  params: z.strictObject({ periodId: id, subjectKind, subjectId: id }),
  response: resultView,
});
/** The same from the ledger as it stands now, before the month is closed: where do I stand (P13). Null: not appraised in it. */
export const getStanding = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/standing/:subjectKind/:subjectId',
  summary: '当前得分试算',
  tag,
  gate: 'result.read',
  params: z.strictObject({ periodId: id, subjectKind, subjectId: id }),
  response: z.strictObject({ standing: resultView.nullable() }),
});
export const ownPeriod = z.strictObject({
  id,
  label: z.string(),
  kind: periodKind,
  to: z.string(),
  ruleSetName: z.string(),
  state: periodState,
});
export type OwnPeriod = z.infer<typeof ownPeriod>;
/** The periods in which the reader is appraised himself, newest first (P13). */
export const listOwnPeriods = endpoint({
  method: 'GET',
  path: '/api/own-periods',
  summary: '本人参加考核的周期',
  tag,
  gate: 'result.read',
  response: z.strictObject({ periods: z.array(ownPeriod).max(60) }),
});
export const exportScoreSheet = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/results/:subjectKind/:subjectId/score-sheet.xlsx',
  summary: '导出成绩单',
  tag,
  gate: 'result.export',
  params: z.strictObject({ periodId: id, subjectKind, subjectId: id }),
  download: true,
});
/** One subject over the periods (P11, vertically). */
export const listSubjectResults = endpoint({
  method: 'GET',
  path: '/api/results/:subjectKind/:subjectId',
  summary: '历期成绩',
  tag,
  gate: 'result.read',
  params: z.strictObject({ subjectKind, subjectId: id }),
  query: z.strictObject(paging),
  response: pageOf(
    z.strictObject({
      periodId: id,
      periodLabel: z.string(),
      ruleSetName: z.string(),
      fromOn: z.string(),
      score: scoreView,
      rank: z.number().int().nullable(),
      rankOf: z.number().int().nullable(),
      sealed: z.boolean(),
    }),
  ),
});
