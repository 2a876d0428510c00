import type { Refusals } from '../kernel/refusal.ts';
import { checkEffects, type PlacedEffect } from '../rules/check-effects.ts';
import type { AppliedEffect } from '../rules/evaluation.ts';
import type { EffectFact, Facts, PeriodFact } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { sanctionEffects } from './sanction-effects.ts';

/** An effect from outside the indicators, as `AppliedEffect` without its source. */
export interface HeldEffect {
  readonly rule: Omit<AppliedEffect, 'source'>;
  readonly source: string;
}

/** §9: an effect with dates holds where its days and those of the period meet; without dates, in this period. */
export function holdsIn(period: PeriodFact, { from, to }: Pick<EffectFact, 'from' | 'to'>): boolean {
  return (from === undefined || from <= period.to) && (to === undefined || to >= period.from);
}

function heldFact({ subject: _, id: source, reason: _reason, from, ...rule }: EffectFact): HeldEffect {
  return { rule: from === undefined ? rule : { ...rule, on: from }, source };
}

/** Decided effects and those of sanctions (§8, §9), by position of the subject. */
export function effectsInForce(
  facts: Pick<Facts, 'period' | 'subjects' | 'effects' | 'sanctions'>,
  ruleSet: RuleSet,
  subjectAt: (id: string, path: string) => number,
  refusals: Refusals,
): readonly (readonly HeldEffect[] | undefined)[] {
  const held: HeldEffect[][] = [];
  const checked: PlacedEffect[] = [];
  const hold = (subject: number, effect: HeldEffect) => {
    const list = held[subject];
    if (list === undefined) held[subject] = [effect];
    else list.push(effect);
  };
  for (const [at, fact] of (facts.effects ?? []).entries()) {
    const subject = subjectAt(fact.subject, `effects[${at}]`);
    const ends = fact.to !== undefined;
    checked.push({ effect: fact, path: `effects[${at}]`, ownItem: false, ends });
    if (subject >= 0 && holdsIn(facts.period, fact)) hold(subject, heldFact(fact));
  }
  checkEffects(ruleSet, checked, refusals);
  if (ruleSet.sanctions === undefined) return held;
  const rules = new Map(ruleSet.sanctions.map((rule) => [rule.code, rule]));
  for (const [at, { id, subject: of, sanction, on }] of (facts.sanctions ?? []).entries()) {
    const path = `sanctions[${at}]`;
    const subject = subjectAt(of, path);
    const rule = rules.get(sanction);
    if (rule === undefined) {
      const message = `${path} 的处分“${sanction}”不在本办法的 sanctions 中，请核对代码或补上这一种处分的后果`;
      refusals.add('sanctionUnknown', `${path}.sanction`, message);
    } else if (subject >= 0) {
      for (const effect of sanctionEffects(rule, on, facts.period)) {
        hold(subject, { rule: { ...effect, on, sanction }, source: id });
      }
    }
  }
  return held;
}
