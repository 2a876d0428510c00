import type { Refusals } from '../../kernel/refusal.ts';
import type { RoleRule } from '../../sharing/role-rules.ts';
import type { NumberReader } from '../number-reader.ts';
import type { Indicator } from '../rule-set.ts';
import type { Scoring } from '../scoring.ts';

/** What a family gets when a rule set is made ready: its parameters, and where to refuse a bad one. */
export interface PrepareContext {
  readonly indicator: Indicator;
  /** `modules[0].items[1].indicators[3].scoring` */
  readonly path: string;
  /** The names of the method's roles, for the explanation. */
  readonly roles?: readonly RoleRule[];
  readonly numbers: NumberReader;
  readonly refusals: Refusals;
}

export type Prepare<S extends Scoring, F> = (scoring: S, context: PrepareContext) => F;

/** Families that are a share of full marks cannot do without them. */
export function requireMarks(context: PrepareContext, familyName: string): void {
  if (context.indicator.marks !== undefined) return;
  context.refusals.add(
    'marksMissing',
    context.path.replace(/scoring$/, 'marks'),
    `指标“${context.indicator.name}”采用“${familyName}”，必须写明分值 marks`,
    context.indicator.clause,
  );
}
