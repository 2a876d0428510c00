import { decideGrade, type GradeCase } from '../grading/decide-grade.ts';
import type { GradeOutcome } from '../grading/grade-result.ts';
import { cycleScale, type GradeScale } from '../grading/grade-scale.ts';
import { exact } from '../kernel/exact-text.ts';
import { scored } from '../kernel/score.ts';
import type { AppliedEffect } from '../rules/evaluation.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { EffectKind } from '../rules/scoring.ts';
import { GRADES, QUOTA, routineRules } from './routine-rules.ts';

/** Builders for tests of one grade. */
export function scaleOf(more: Partial<RuleSet> = {}): GradeScale {
  const scale = cycleScale(routineRules(more));
  if (scale === null) throw new Error('no scale');
  return scale;
}

/** Without a quota; with one; with one and raising allowed; with one and no nomination. */
export function scales() {
  return {
    plain: scaleOf(),
    quota: scaleOf({ quota: QUOTA }),
    raising: scaleOf({ quota: QUOTA, grading: { grades: GRADES, allowRaise: true } }),
    unnominated: scaleOf({ quota: QUOTA, grading: { grades: GRADES, nomination: 'none' } }),
  };
}

export function decide(scale: GradeScale, score: string, more: Partial<GradeCase> = {}): GradeOutcome {
  const base = { subject: '张三', score: scored(exact(score)), status: null, effects: [], decisions: [] };
  return decideGrade(scale, { ...base, ...more });
}

export function effect(kind: EffectKind, rule: Partial<AppliedEffect> = {}, source = 'x1'): AppliedEffect {
  return { kind, source, ...rule };
}

export function ceiling(grade: string, source = 'x1'): AppliedEffect {
  return effect('gradeCeiling', { grade }, source);
}

export function codes(outcome: GradeOutcome): readonly string[] {
  return outcome.refusals.map(({ code }) => code);
}

export function message(outcome: GradeOutcome): string {
  return outcome.refusals[0]?.message ?? '';
}
