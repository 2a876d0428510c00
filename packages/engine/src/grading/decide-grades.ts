import type { GradingRules } from '../rules/appraisal-rules.ts';
import type { AppraisedResult } from '../rules/evaluation.ts';
import type { GradeDecision, Subject } from '../rules/facts.ts';
import { decideGrade, type GradeCase } from './decide-grade.ts';
import type { GradeOutcome, GradeResult } from './grade-result.ts';
import { type GradeScale, gradeAtScore } from './grade-scale.ts';
import type { StatusFinding } from './status-in-period.ts';

export interface GradesInput {
  readonly scale: GradeScale;
  /** Whom the scale grades; absent: everybody. */
  readonly kinds?: GradingRules['kinds'];
  readonly subjects: readonly Subject[];
  /** In the order of `subjects`. */
  readonly results: readonly AppraisedResult[];
  readonly statuses: ReadonlyMap<string, StatusFinding>;
  readonly decisions: readonly GradeDecision[];
  /** Subject id → proposed grade, where other rules than thresholds propose (§11). */
  readonly proposals?: ReadonlyMap<string, string>;
}

const NOTHING: readonly GradeDecision[] = [];

function bySubject(decisions: readonly GradeDecision[]): ReadonlyMap<string, readonly GradeDecision[]> {
  const own = new Map<string, GradeDecision[]>();
  for (const decision of decisions) {
    const list = own.get(decision.subject);
    if (list === undefined) own.set(decision.subject, [decision]);
    else list.push(decision);
  }
  return own;
}

function gradeResult(subject: Subject, status: StatusFinding | null, outcome: GradeOutcome): GradeResult {
  const own = subject.unit ?? null;
  const gradedBy = status === null ? own : status.gradedBy;
  const participates = status === null || (status.treatment.outcome === 'graded' && gradedBy === own);
  return {
    subject: subject.id,
    status: status?.rule.code ?? null,
    gradedBy,
    hears: status?.treatment.hears ?? null,
    host: status?.host ?? null,
    inQuota: subject.status !== 'exempt' && (status?.rule.inQuota ?? participates),
    outcome: outcome.outcome,
    byThreshold: outcome.byThreshold,
    ceiling: outcome.ceiling,
    grade: outcome.grade,
    waitsFor: outcome.waitsFor,
    usesQuota: outcome.usesQuota,
    refusals: outcome.refusals,
    steps: outcome.steps,
  };
}

/** The case of somebody with a status, an effect, a decision, a proposal, or without a score. */
function caseOf(
  { scale, proposals }: GradesInput,
  subject: Subject,
  { score, effects }: AppraisedResult,
  status: StatusFinding | null,
  decisions: readonly GradeDecision[],
): GradeCase {
  const proposed = scale.indexOf.get(proposals?.get(subject.id) ?? '');
  const own = { subject: subject.name ?? subject.id, score, status, effects, decisions };
  return proposed === undefined ? own : { ...own, proposed };
}

/**
 * Everybody's grade. Whoever has no status, effect or decision shares the outcome of the threshold reached, so that a
 * city's year of grades costs little more than looking the scores up.
 */
export function decideGrades(input: GradesInput): readonly GradeResult[] {
  const { scale, kinds, statuses, proposals } = input;
  const decisions = bySubject(input.decisions);
  const plain: GradeOutcome[] = [];
  const grades: GradeResult[] = [];
  for (const [at, subject] of input.subjects.entries()) {
    const result = input.results[at];
    if (result === undefined || (kinds !== undefined && !kinds.includes(subject.kind))) continue;
    const { score, effects } = result;
    const status = statuses.get(subject.id) ?? null;
    const own = decisions.get(subject.id) ?? NOTHING;
    const special = status !== null || effects.length + own.length > 0 || proposals !== undefined;
    if (special || score.state !== 'scored') {
      const outcome = decideGrade(scale, caseOf(input, subject, result, status, own));
      grades.push(gradeResult(subject, status, outcome));
      continue;
    }
    const reached = gradeAtScore(scale, score.value);
    const outcome = plain[reached] ?? decideGrade(scale, caseOf(input, subject, result, null, NOTHING));
    plain[reached] = outcome;
    grades.push(gradeResult(subject, null, outcome));
  }
  return grades;
}
