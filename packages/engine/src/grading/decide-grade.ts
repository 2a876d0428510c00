import { compareText } from '../kernel/compare-text.ts';
import type { Score } from '../kernel/score.ts';
import type { GradeOutcomeKind } from '../rules/appraisal-rules.ts';
import type { AppliedEffect } from '../rules/evaluation.ts';
import type { GradeDecision } from '../rules/facts.ts';
import { DecisionWalk } from './decision-walk.ts';
import { lowestCeiling } from './grade-ceiling.ts';
import type { GradeOutcome, GradeStep } from './grade-result.ts';
import { type GradeScale, gradeAtScore } from './grade-scale.ts';
import { refusedDecision } from './refuse-decision.ts';
import { OUTCOME_WEIGHT, type StatusFinding } from './status-in-period.ts';
import { effectStep, statusStep } from './step-facts.ts';

export interface GradeCase {
  /** What messages call the person. */
  readonly subject: string;
  readonly score: Score;
  /** Where the proposal is made by other rules than thresholds (the year, §11): its index in the scale. */
  readonly proposed?: number;
  readonly status: StatusFinding | null;
  readonly effects: readonly AppliedEffect[];
  readonly decisions: readonly GradeDecision[];
}

/** Status first, then voiding effects: of both the one that leaves less of a grade (§8, §9). */
function outcomeOf({ status, effects, score }: GradeCase): GradeOutcomeKind {
  const none = score.state === 'exempt' || score.state === 'notApplicable';
  let outcome: GradeOutcomeKind = status?.treatment.outcome ?? 'graded';
  const lower = (other: GradeOutcomeKind) => {
    if (OUTCOME_WEIGHT[other] > OUTCOME_WEIGHT[outcome]) outcome = other;
  };
  if (none) lower('noGrade');
  for (const { kind, comment } of effects) {
    if (kind === 'noGrade') lower(comment === true ? 'commentOnly' : 'noGrade');
  }
  return outcome;
}

const NO_GRADE_WORDS: Readonly<Record<GradeOutcomeKind, string>> = {
  graded: '尚未评分；请先完成评分',
  commentOnly: '本期只写评语、不确定等次；请撤回',
  noGrade: '本期不确定等次；请撤回',
  deferred: '暂不确定等次；结案后由考核委补定，请撤回',
  offList: '不在本期考核名单内；请撤回',
};

function withoutGrade(
  input: GradeCase,
  outcome: GradeOutcomeKind,
  steps: readonly GradeStep[],
): GradeOutcome {
  return {
    outcome,
    byThreshold: null,
    ceiling: null,
    grade: null,
    waitsFor: outcome === 'graded' ? 'score' : null,
    usesQuota: false,
    refusals: input.decisions.map((decision) =>
      refusedDecision(decision, input.subject, 'noGradeToDecide', NO_GRADE_WORDS[outcome]),
    ),
    steps,
  };
}

const VOIDING = new Set(['zeroItem', 'zeroTotal', 'noGrade', 'manualReview']);

function stepsBefore({ status, effects }: GradeCase): GradeStep[] {
  const first = status === null ? [] : [statusStep(status)];
  return [...first, ...effects.filter(({ kind }) => VOIDING.has(kind)).map((effect) => effectStep(effect))];
}

function thresholdOf(scale: GradeScale, { proposed, score }: GradeCase): number | null {
  if (proposed !== undefined) return proposed;
  return score.state === 'scored' ? gradeAtScore(scale, score.value) : null;
}

/**
 * One person's grade in the order of §9: status, void effects, threshold, ceiling, nomination, leaders, committee,
 * outside confirmation. A decision that is not allowed is refused with its reason and moves nothing.
 */
export function decideGrade(scale: GradeScale, given: GradeCase): GradeOutcome {
  const { subject, score, status, effects } = given;
  const decisions = [...given.decisions].sort((a, b) => compareText(a.id, b.id));
  const input = { ...given, decisions };
  const steps = stepsBefore(input);
  const outcome = outcomeOf(input);
  const threshold = thresholdOf(scale, input);
  const madeUp =
    outcome === 'deferred' &&
    status?.concluded === true &&
    decisions.some(({ step }) => step === 'committee');
  if ((outcome !== 'graded' && !madeUp) || threshold === null) return withoutGrade(input, outcome, steps);
  const ceiling = lowestCeiling(scale, effects);
  const review = effects.some(({ kind }) => kind === 'manualReview');
  const walk = new DecisionWalk({ scale, subject, score, threshold, ceiling }, review || madeUp, steps);
  walk.nominate(decisions);
  walk.decide(decisions, 'leader');
  const usesQuota = walk.grade === scale.quota;
  walk.decide(decisions, 'committee');
  walk.decide(decisions, 'confirmation');
  const waits = review && !walk.reasoned;
  const open = madeUp && !walk.applied.has('committee');
  return {
    outcome: open ? 'deferred' : 'graded',
    byThreshold: walk.codeOf(threshold),
    ceiling: walk.ceiling,
    grade: waits || open ? null : walk.codeOf(walk.grade),
    waitsFor: waits ? 'manualReview' : null,
    usesQuota,
    refusals: walk.refusals,
    steps,
  };
}
