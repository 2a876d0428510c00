import type { RuleSet } from '@mingji/engine';

/** ⚙ §13: what holds unless the method's `procedure` says otherwise. */
const USUAL = {
  answerDays: 5,
  secondInstance: 'committee',
  secondAppealDays: 5,
  secondAnswerDays: 5,
} as const;

export interface AppealProcedure {
  readonly answerDays: number;
  readonly secondInstance: 'committee' | 'office' | 'none';
  readonly secondAppealDays: number;
  readonly secondAnswerDays: number;
}

export function appealProcedure({ procedure }: RuleSet): AppealProcedure {
  return {
    answerDays: procedure?.answerDays ?? USUAL.answerDays,
    secondInstance: procedure?.secondInstance ?? USUAL.secondInstance,
    secondAppealDays: procedure?.secondAppealDays ?? USUAL.secondAppealDays,
    secondAnswerDays: procedure?.secondAnswerDays ?? USUAL.secondAnswerDays,
  };
}
