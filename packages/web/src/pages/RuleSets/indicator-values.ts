import type { Indicator, RuleSet } from '@mingji/engine';
import { pruned } from './edit-content.ts';
import { completeScoring } from './family-fields.ts';
import { completed, type Row } from './form-fields.ts';
import { multiplierForm } from './indicator-fields.ts';

/** What the form of an indicator holds: the indicator, and beside it the sentence it comes from. */
export interface IndicatorValues extends Omit<Indicator, 'code'> {
  readonly clauseText?: string;
  readonly clauseSource?: string | null;
}

const EMPTY = {
  name: '',
  owner: '',
  scoring: { family: 'deductFromFull' as const, events: [] },
};

export function valuesOf(content: RuleSet, old: Indicator | null, clauseId: string): IndicatorValues {
  const { code: _, ...values } = old ?? { ...EMPTY, code: '' };
  const id = old?.clause ?? clauseId;
  const clause = content.clauses.find((each) => each.id === id);
  return { ...values, clause: id, clauseText: clause?.text ?? '', clauseSource: clause?.source ?? null };
}

/** The typed rule without what was left empty, rows with codes; what is half typed stays half typed. */
export function indicatorOf(values: IndicatorValues, code: string): Indicator {
  const { clauseText: _text, clauseSource: _source, scoring, ...rest } = values;
  const whole = completed(multiplierForm, {
    ...rest,
    code,
    scoring: completeScoring((scoring ?? { family: 'occurrence' }) as unknown as Row),
  });
  return pruned(whole) as Indicator;
}
