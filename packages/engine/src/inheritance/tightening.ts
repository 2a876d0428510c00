import type { FieldRule, FieldTable } from './field-rule.ts';

/**
 * What a lower method may tighten, field by field, and in which direction (§16). A field that is not in the table of its
 * place is fixed. `docs/rule-set-format.md` shows the same table to those who write methods.
 */
const FREE: FieldRule = { may: 'anything' };
const ONLY_OFF: FieldRule = { may: 'order', order: [true, false], absent: false };

export const RULE_SET_FIELDS: FieldTable = {
  appraises: { may: 'shrink' },
  sequences: { may: 'shrink' },
  notApplicable: { may: 'nothing', absent: 'rescale' },
  filing: { may: 'order', order: ['none', 'required'], absent: 'none' },
};
export const MODULE_FIELDS: FieldTable = {
  weight: { may: 'nothing', absent: '1' },
  high: { may: 'lower' },
};
export const ITEM_FIELDS: FieldTable = {
  clause: FREE,
  allowExcess: ONLY_OFF,
  floorAtLeaf: { may: 'nothing', absent: false },
};
export const INDICATOR_FIELDS: FieldTable = { clause: FREE, evidence: FREE, allowExcess: ONLY_OFF };
/** A cap on what is deducted protects the appraised, a cap on what is added binds them. */
export const CAP_ON_DEDUCTIONS: FieldRule = { may: 'raise', absentIs: 'strictest' };
export const CAP_ON_ADDITIONS: FieldRule = { may: 'lower' };

export const EVENT_FIELDS: FieldTable = { clause: FREE };
export const SCORING_FIELDS: Readonly<Record<string, FieldTable>> = {
  band: { min: { may: 'lower' } },
  ratio: { ceiling: { may: 'lower', absent: '1' } },
  target: {
    short: { may: 'lower' },
    late: { may: 'order', order: ['counted', 'latePoints', 'notCounted'], absent: 'notCounted' },
  },
  controlNumber: { first: { may: 'lower', absent: '0' }, points: { may: 'lower' } },
  allOrNothing: { times: { may: 'lower' } },
  lateness: {
    points: { may: 'lower' },
    stepRounding: { may: 'order', order: ['floor', 'prorata', 'ceil'], absent: 'ceil' },
    cap: { may: 'raise', absentIs: 'strictest' },
    voidAfter: { may: 'lower' },
  },
};

export const GRADING_FIELDS: FieldTable = { clause: FREE, allowRaise: ONLY_OFF };
/** With a quota, nominations are required unless the method says otherwise. */
export function nominationRule(hasQuota: boolean): FieldRule {
  return { may: 'order', order: ['none', 'required'], absent: hasQuota ? 'required' : 'none' };
}
export const GRADE_FIELDS: FieldTable = {
  clause: FREE,
  from: { may: 'raise' },
  binding: { may: 'order', order: ['may', 'must'], absent: 'may' },
};
export const RED_LINE_FIELDS: FieldTable = {
  clause: FREE,
  below: { may: 'raise' },
  dueWorkingDays: { may: 'lower' },
};
export const STATUS_FIELDS: FieldTable = { clause: FREE };
export const SANCTION_FIELDS: FieldTable = { clause: FREE };
export const QUOTA_FIELDS: FieldTable = {
  clause: FREE,
  rate: { may: 'lower' },
  minimumOne: { may: 'order', order: [true, false], absent: true },
  bureauCap: { may: 'order', order: [false, true], absent: true },
};
export const YEAR_FIELDS: FieldTable = {
  clause: FREE,
  barredBy: { may: 'grow' },
  lowGrades: { may: 'grow' },
  lowShare: { may: 'lower', absent: '1/2' },
};
export const YEAR_QUOTA_FIELDS: FieldTable = {
  clause: FREE,
  rate: { may: 'lower' },
  raisedRate: { may: 'lower', absentIs: 'strictest' },
};
export const LIST_FIELDS: FieldTable = {
  first: { may: 'nothing', absent: 3 },
  last: { may: 'raise', absent: '3' },
  streaks: { may: 'grow' },
  suggestions: { may: 'grow' },
};
export const ZERO_LIST_FIELDS: FieldTable = { clause: FREE, presentDays: { may: 'lower', absent: '10' } };
/** From the lowest grade up: a nominee may be asked for more. */
export function commendationFields(gradesFromBelow: readonly string[]): FieldTable {
  return {
    clause: FREE,
    notAmongLast: { may: 'raise', absent: '3' },
    gradeFloor: { may: 'order', order: gradesFromBelow },
  };
}
export const PROCEDURE_FIELDS: FieldTable = {
  clause: FREE,
  noticeDays: { may: 'raise', absent: '5' },
  appealDays: { may: 'raise', absent: '5' },
  answerDays: { may: 'lower', absent: '5' },
  secondInstance: { may: 'nothing', absent: 'committee' },
  secondAppealDays: { may: 'raise', absent: '5' },
  secondAnswerDays: { may: 'lower', absent: '5' },
  appealSuspends: { may: 'nothing', absent: 'none' },
  statutoryReviewDays: { may: 'nothing', absent: 30 },
  statutoryAppealDays: { may: 'nothing', absent: 15 },
};
/** What the upper method publishes a lower one may keep closer, not spread further (§17). */
export const VISIBILITY_FIELDS: FieldTable = {
  clause: FREE,
  points: { may: 'order', order: ['all', 'unit', 'line'], absent: 'line' },
  unitRanks: { may: 'order', order: ['all', 'sequence', 'unit'], absent: 'all' },
  officerRanks: { may: 'order', order: ['all', 'sequence', 'unit'], absent: 'sequence' },
  withheld: { may: 'grow' },
};
export const COEFFICIENT_FIELDS: FieldTable = {
  mean: { may: 'nothing', absent: '1' },
  tolerance: { may: 'lower', absent: '0.05' },
};
export const POST_FIELDS: FieldTable = {
  duties: { may: 'grow' },
  performance: { may: 'grow' },
  indicators: { may: 'grow' },
};
