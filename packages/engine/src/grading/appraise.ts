import { compareText } from '../kernel/compare-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import type { AppraisedResult, Ranking, Warning } from '../rules/evaluation.ts';
import type { Facts, GradeDecision, Subject } from '../rules/facts.ts';
import { refuseUnknown } from '../rules/side-facts.ts';
import { coefficientWarnings, refuseUnknownIdentities } from './coefficient.ts';
import { decideGrades } from './decide-grades.ts';
import { type EffectConsequences, effectConsequences } from './effect-consequences.ts';
import { findStatuses } from './find-statuses.ts';
import type { GradeResult } from './grade-result.ts';
import type { GradeScale } from './grade-scale.ts';
import { type RedLineTask, redLineTasks } from './red-line.ts';
import type { StatusFinding } from './status-in-period.ts';

/** What a result says beyond points and ranks (§5, §8, §9). */
export interface Appraisal extends EffectConsequences {
  /** By subject id; empty where the rule set gives no grades, or leaves the year to §11. */
  readonly grades: readonly GradeResult[];
  readonly redLine: readonly RedLineTask[];
}

function bySubject<T extends { readonly subject: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => compareText(a.subject, b.subject));
}

/** Reads statuses before anybody is scored: who is off the list takes no part in anything (§8). */
export class Appraiser {
  readonly subjects: readonly Subject[];
  readonly #rules: CompiledRuleSet;
  readonly #facts: Omit<Facts, 'entries'>;
  readonly #statuses: ReadonlyMap<string, StatusFinding>;

  constructor(rules: CompiledRuleSet, facts: Omit<Facts, 'entries'>, refusals: Refusals) {
    this.#rules = rules;
    this.#facts = facts;
    this.#statuses = findStatuses(rules.source, facts, refusals);
    refuseUnknownIdentities(rules.coefficients, facts.subjects, refusals);
    const anyOff = [...this.#statuses.values()].some(({ treatment }) => treatment.outcome === 'offList');
    this.subjects = anyOff
      ? facts.subjects.map((subject) =>
          this.#isOff(subject.id) ? { ...subject, status: 'exempt' as const } : subject,
        )
      : facts.subjects;
    this.#checkDecisions(refusals);
  }

  #isOff(id: string): boolean {
    return this.#statuses.get(id)?.treatment.outcome === 'offList';
  }

  #checkDecisions(refusals: Refusals): void {
    const { gradeDecisions = [], subjects } = this.#facts;
    if (gradeDecisions.length === 0) return;
    const known = new Set(subjects.map(({ id }) => id));
    for (const { id, subject } of gradeDecisions) {
      if (!known.has(subject)) refuseUnknown('subject', subject, `gradeDecisions[${id}]`, refusals);
    }
  }

  /** The lists without those who are off them. */
  listed(rankings: readonly Ranking[]): readonly Ranking[] {
    if (this.subjects === this.#facts.subjects) return rankings;
    return rankings
      .map((ranking) => ({ ...ranking, rows: ranking.rows.filter(({ subject }) => !this.#isOff(subject)) }))
      .filter(({ rows }) => rows.length > 0);
  }

  get warnings(): readonly Warning[] {
    const { source, coefficients } = this.#rules;
    return coefficientWarnings(source.coefficients, coefficients, this.subjects);
  }

  /** `results` in the order of the subjects. */
  appraise(results: readonly AppraisedResult[]): Appraisal {
    const { source, scale } = this.#rules;
    const { period, gradeDecisions = [] } = this.#facts;
    const decided = period.kind === 'year' && source.year !== undefined ? null : scale;
    const grades = decided === null ? [] : this.#grades(decided, gradeDecisions, results);
    const { liabilities, commendationBars } = effectConsequences(results, period);
    return {
      grades: bySubject(grades),
      redLine: bySubject(redLineTasks(source, results)),
      liabilities: bySubject(liabilities),
      commendationBars: bySubject(commendationBars),
    };
  }

  #grades(
    scale: GradeScale,
    decisions: readonly GradeDecision[],
    results: readonly AppraisedResult[],
  ): readonly GradeResult[] {
    const kinds = this.#rules.source.grading?.kinds;
    const whom = { subjects: this.subjects, results, statuses: this.#statuses, decisions };
    return decideGrades(kinds === undefined ? { scale, ...whom } : { scale, kinds, ...whom });
  }
}
