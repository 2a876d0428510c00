import type { AppliedEffect } from '../rules/evaluation.ts';
import type { GradeStep } from './grade-result.ts';
import type { StatusFinding } from './status-in-period.ts';

/** What a step says about the effect behind it. */
export function effectFacts(effect: AppliedEffect): Omit<GradeStep, 'kind' | 'from' | 'to'> {
  const { kind, source, indicator, sanction, basis, clause } = effect;
  return {
    effect: kind,
    source,
    ...(indicator === undefined ? {} : { indicator }),
    ...(sanction === undefined ? {} : { sanction }),
    ...(basis === undefined ? {} : { basis }),
    ...(clause === undefined ? {} : { clause }),
  };
}

export function effectStep(effect: AppliedEffect): GradeStep {
  return { kind: 'effect', from: null, to: null, ...effectFacts(effect) };
}

export function statusStep({ rule }: StatusFinding): GradeStep {
  const clause = rule.clause === undefined ? {} : { clause: rule.clause };
  return { kind: 'status', from: null, to: null, source: rule.code, ...clause };
}
