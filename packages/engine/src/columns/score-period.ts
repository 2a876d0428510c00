import { coefficientOf } from '../grading/coefficient.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import { scoreSubject } from '../rules/score-subject.ts';
import { type Folded, foldSubject, newFolded } from './fold-subject.ts';
import type { OpenPeriod } from './open-period.ts';
import { isFoldable } from './prepare-rules.ts';
import type { ScaledRules } from './scaled-rules.ts';
import { settleMatters } from './settle-matters.ts';

/** Takes the results one by one, in the order of the roster. */
export interface ResultTaker {
  /** Scored by sums alone; `folded` is overwritten by the next subject. */
  folded(at: number, subject: Subject, folded: Folded): void;
  exact(at: number, result: SubjectResult): void;
}

/**
 * Scores every subject of an open period. Who has nothing but fixed points and own matters is folded from sums in
 * whole numbers; all others, and whoever is traced, go through the exact calculation that also explains.
 */
export function scorePeriod(period: OpenPeriod, taker: ResultTaker): void {
  const { prepared, classes, context } = period;
  const { scaled } = prepared;
  const foldable = classes.list.map(({ example, traced }) => !traced && isFoldable(prepared, example));
  const folded = scaled === null ? null : newFolded(scaled);
  const { subjects } = context.grouped;
  for (let at = 0; at < subjects.length; at++) {
    const subject = subjects[at];
    if (subject === undefined) continue;
    const ownClass = classes.of[at] ?? 0;
    const fits = foldable[ownClass] === true && scaled !== null && folded !== null;
    if (fits && fold(period, scaled, at, folded)) taker.folded(at, subject, folded);
    else taker.exact(at, scoreSubject(context, at, subject, classes.list[ownClass]?.traced === true));
  }
  context.shares.check(context.refusals);
}

/** False, and nothing has changed, when this subject needs the exact calculation. */
function fold({ context, matters }: OpenPeriod, scaled: ScaledRules, at: number, folded: Folded): boolean {
  const { rules } = context;
  const { subjects, starts, sums, effects, priors, decisions } = context.grouped;
  const subject = subjects[at];
  if ((subject?.status ?? 'normal') !== 'normal' || effects[at] !== undefined) return false;
  if (subject !== undefined && coefficientOf(rules.coefficients, subject) !== null) return false;
  if (starts[at] === starts[at + 1]) return foldSubject(scaled, sums, at, folded);
  if (priors[at] !== undefined || decisions[at] !== undefined) return false;
  const standing = settleMatters(matters, context.grouped, at);
  if (standing === null) return false;
  for (const { indicator, value } of standing) sums.add(at, indicator, value, 1);
  if (foldSubject(scaled, sums, at, folded)) return true;
  for (const { indicator, value } of standing) sums.add(at, indicator, value, -1);
  return false;
}
