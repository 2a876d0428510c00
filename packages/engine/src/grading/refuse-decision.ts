import { toText } from '../kernel/exact-text.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Score } from '../kernel/score.ts';
import type { GradeDecision } from '../rules/facts.ts';
import type { CeilingFound } from './grade-ceiling.ts';
import type { GradeScale, ScaleGrade } from './grade-scale.ts';

/** Where somebody's grade stands when a decision arrives. */
export interface GradeStanding {
  readonly scale: GradeScale;
  readonly subject: string;
  readonly score: Score;
  /** Index of the grade of the score alone. */
  readonly threshold: number;
  readonly ceiling: CeilingFound | null;
  readonly nominated: boolean;
}

export const STEP_NAMES: Readonly<Record<GradeDecision['step'], string>> = {
  nomination: '提名',
  leader: '领导意见',
  committee: '考核委决定',
  confirmation: '核准',
};

export function refusedDecision(
  { id, step }: GradeDecision,
  subject: string,
  code: string,
  why: string,
  clause?: string | null,
): Refusal {
  const message = `“${subject}”的${STEP_NAMES[step]}（${id}）：${why}`;
  const path = `gradeDecisions[${id}]`;
  return clause === undefined || clause === null ? { code, path, message } : { code, path, message, clause };
}

const named = (grade: ScaleGrade | undefined): string => `“${grade?.name ?? ''}”`;
const under = (clause: string | null | undefined): string =>
  clause === undefined || clause === null ? '' : `，依据条款 ${clause}`;

function pointsOf(score: Score): string {
  return score.state === 'scored' ? `${toText(score.value)} 分` : '尚未评分';
}

export type Check = (standing: GradeStanding, decision: GradeDecision, target: number) => Refusal | null;

const overCeiling: Check = ({ scale, subject, ceiling }, decision, target) => {
  if (ceiling === null || target >= ceiling.at) return null;
  const { source, clause } = ceiling.effect;
  const most = named(scale.grades[ceiling.at]);
  const why = `等次最高为${most}（${source}${under(clause)}），不能定为${named(scale.grades[target])}；请改为${most}或更低的等次，或先撤销这项后果`;
  return refusedDecision(decision, subject, 'gradeOverCeiling', why, clause);
};

/** A threshold is necessary for the scarce grade (§10), and for every other unless the rule set allows raising. */
const overThreshold: Check = ({ scale, subject, score, threshold }, decision, target) => {
  const mayRaise = scale.allowRaise && target !== scale.quota;
  if (target >= threshold || mayRaise) return null;
  const { from, clause } = scale.grades[target] ?? { from: null, clause: null };
  const line = from === null ? '' : ` ${toText(from)} 分`;
  const why = `${pointsOf(score)}未达到${named(scale.grades[target])}的分数线${line}${under(clause)}，不能高定；请改为${named(scale.grades[threshold])}或更低的等次`;
  return refusedDecision(decision, subject, 'gradeOverThreshold', why, clause);
};

/** Below 60 it must be the lowest grade: nobody moves it (§9). */
const fixedByScore: Check = ({ scale, subject, score, threshold }, decision) => {
  const fixed = scale.grades[threshold];
  if (fixed?.must !== true) return null;
  const why = `${pointsOf(score)}必须定为${named(fixed)}${under(fixed.clause)}，任何人不得改动；请撤回，对分数有异议的走复核`;
  return refusedDecision(decision, subject, 'gradeFixed', why, fixed.clause);
};

export const refuseWithoutReason: Check = ({ subject }, decision) => {
  if ((decision.reason ?? '').trim() !== '') return null;
  return refusedDecision(decision, subject, 'reasonMissing', '改动等次须写明理由；请补写理由后再提交');
};

/** The unit's leaders give the scarce grade to the nominated only; the committee may add somebody (§10). */
const notNominated: Check = ({ scale, subject, nominated }, decision, target) => {
  if (decision.step !== 'leader' || !scale.nomination || target !== scale.quota || nominated) return null;
  const why = `${named(scale.grades[target])}只能从提名人选中确定；请先在名额内提名`;
  return refusedDecision(decision, subject, 'notNominated', why);
};

function first(checks: readonly Check[], standing: GradeStanding, decision: GradeDecision, target: number) {
  for (const check of checks) {
    const refusal = check(standing, decision, target);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Why a nomination is not allowed; null when it is. */
export function refuseNomination(
  standing: GradeStanding,
  decision: GradeDecision,
  target: number,
): Refusal | null {
  const { scale, subject } = standing;
  if (!scale.nomination || target !== scale.quota) {
    const why = `${named(scale.grades[target])}没有名额限制，不需要提名；请撤回`;
    return refusedDecision(decision, subject, 'nominationNotNeeded', why);
  }
  return first([overThreshold, overCeiling], standing, decision, target);
}

/** Why a decision that moves the grade is not allowed; null when it is. */
export function refuseMove(standing: GradeStanding, decision: GradeDecision, target: number): Refusal | null {
  const checks = [fixedByScore, overCeiling, overThreshold, notNominated, refuseWithoutReason];
  return first(checks, standing, decision, target);
}
