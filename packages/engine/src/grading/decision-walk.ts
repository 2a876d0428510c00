import type { Refusal } from '../kernel/refusal.ts';
import type { GradeDecision } from '../rules/facts.ts';
import type { GradeCeiling, GradeStep } from './grade-result.ts';
import {
  type GradeStanding,
  refusedDecision,
  refuseMove,
  refuseNomination,
  refuseWithoutReason,
} from './refuse-decision.ts';
import { effectFacts } from './step-facts.ts';

type Fixed = Omit<GradeStanding, 'nominated'>;

/** Walks threshold, ceiling and decisions in the order of §9; keeps the grade, the steps and what was refused. */
export class DecisionWalk {
  grade: number;
  /** Somebody decided with a reason. */
  reasoned = false;
  readonly applied = new Set<GradeDecision['step']>();
  readonly refusals: Refusal[] = [];
  readonly ceiling: GradeCeiling | null;
  readonly #fixed: Fixed;
  readonly #needsReason: boolean;
  readonly #steps: GradeStep[];

  constructor(fixed: Fixed, needsReason: boolean, steps: GradeStep[]) {
    this.#fixed = fixed;
    this.#needsReason = needsReason;
    this.#steps = steps;
    this.grade = fixed.threshold;
    const reached = fixed.scale.grades[fixed.threshold];
    const line = reached === undefined || reached.from === null ? {} : { line: reached.from };
    const clause = reached === undefined || reached.clause === null ? {} : { clause: reached.clause };
    steps.push({ kind: 'threshold', from: null, to: this.codeOf(this.grade), ...line, ...clause });
    this.ceiling = this.#lowerToCeiling();
  }

  codeOf(grade: number): string {
    return this.#fixed.scale.grades[grade]?.code ?? '';
  }

  #move(to: number, step: Omit<GradeStep, 'from' | 'to'>): void {
    this.#steps.push({ ...step, from: this.codeOf(this.grade), to: this.codeOf(to) });
    this.grade = to;
  }

  #lowerToCeiling(): GradeCeiling | null {
    const { ceiling } = this.#fixed;
    if (ceiling === null) return null;
    const { source, clause } = ceiling.effect;
    this.#move(Math.max(this.grade, ceiling.at), { kind: 'ceiling', ...effectFacts(ceiling.effect) });
    return { grade: this.codeOf(ceiling.at), source, ...(clause === undefined ? {} : { clause }) };
  }

  /** §10: who is not nominated takes the grade below the scarce one. */
  nominate(decisions: readonly GradeDecision[]): void {
    const { scale } = this.#fixed;
    this.decide(decisions, 'nomination');
    if (!scale.nomination || this.grade !== scale.quota || this.applied.has('nomination')) return;
    this.#move(this.grade + 1, { kind: 'nomination' });
  }

  /** One decision a step, the first by id: which of two came later is not for the machine to guess. */
  decide(decisions: readonly GradeDecision[], kind: GradeDecision['step']): void {
    const own = decisions.filter(({ step }) => step === kind);
    for (const [at, decision] of own.entries()) {
      const refusal = at === 0 ? this.#take(decision) : this.#refuseSecond(decision, own[0]?.id ?? '');
      if (refusal !== null) this.refusals.push(refusal);
    }
  }

  #refuseSecond(decision: GradeDecision, known: string): Refusal {
    const why = `同一环节只能有一个决定，已有 ${known}；请撤回其中一个`;
    return refusedDecision(decision, this.#fixed.subject, 'decisionDuplicate', why);
  }

  #take(decision: GradeDecision): Refusal | null {
    const { scale, subject } = this.#fixed;
    const target = scale.indexOf.get(decision.grade);
    if (target === undefined) {
      const all = scale.grades.map(({ name }) => name).join('、');
      const why = `没有等次“${decision.grade}”；可以写：${all}`;
      return refusedDecision(decision, subject, 'gradeUnknown', why);
    }
    const refusal = this.#refuse(decision, target);
    if (refusal !== null) return refusal;
    const { id: source, step: kind, by, reason } = decision;
    this.applied.add(kind);
    if (kind !== 'nomination' && reason !== undefined && reason.trim() !== '') this.reasoned = true;
    this.#move(target, {
      kind,
      source,
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    });
    return null;
  }

  #refuse(decision: GradeDecision, target: number): Refusal | null {
    const standing = { ...this.#fixed, nominated: this.applied.has('nomination') };
    if (decision.step === 'nomination') return refuseNomination(standing, decision, target);
    if (target !== this.grade) return refuseMove(standing, decision, target);
    return this.#needsReason && !this.reasoned ? refuseWithoutReason(standing, decision, target) : null;
  }
}
