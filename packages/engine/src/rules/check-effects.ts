import { parseDecimal } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { RuleSet } from './rule-set.ts';
import type { EffectRule } from './scoring.ts';

export interface PlacedEffect {
  readonly effect: EffectRule;
  readonly path: string;
  /** It comes from an indicator, whose item zeroItem means. */
  readonly ownItem: boolean;
  /** A decided effect with its own last day. */
  readonly ends?: boolean;
}

interface Vocabulary {
  /** Null: the rule set has no grades of its own, they may be those of another one. */
  readonly grades: ReadonlySet<string> | null;
  readonly items: ReadonlySet<string>;
}

function vocabularyOf({ grading, year, modules }: RuleSet): Vocabulary {
  const grades = [...(grading?.grades ?? []), ...(year?.grades ?? [])];
  return {
    grades: grades.length === 0 ? null : new Set(grades.flatMap(({ code, name }) => [code, name])),
    items: new Set(modules.flatMap(({ items }) => items.map(({ code }) => code))),
  };
}

function checkOne({ effect, path, ownItem, ends }: PlacedEffect, known: Vocabulary, refusals: Refusals) {
  const { kind, grade, item, months, points, clause } = effect;
  const refuse = (code: string, field: string, message: string) =>
    refusals.add(code, `${path}.${field}`, `${path}：${message}`, clause);
  if (kind === 'gradeCeiling' && grade === undefined) {
    refuse('gradeMissing', 'grade', '等次受限须写明最高为哪个等次（grade）');
  } else if (kind === 'gradeCeiling' && known.grades?.has(grade ?? '') === false) {
    refuse('gradeUnknown', 'grade', `没有等次“${grade}”，可以写：${[...known.grades].join('、')}`);
  }
  if (kind === 'zeroItem' && item === undefined && !ownItem) {
    refuse('itemMissing', 'item', '本项目记零分须写明是哪个项目（item）');
  } else if (kind === 'zeroItem' && item !== undefined && !known.items.has(item)) {
    refuse('itemUnknown', 'item', `没有项目“${item}”，请核对项目代码`);
  }
  if (kind === 'noCommendation' && months === undefined && ends !== true) {
    refuse('monthsMissing', 'months', '不得评先评优须写明几个月（months）');
  }
  if (kind === 'leaderLiability' && parseDecimal(points ?? '') === undefined) {
    refuse('pointsMissing', 'points', '领导连带责任须写明分值（points），例如 -0.5');
  }
}

/** §9: each effect says what it needs to be applied. */
export function checkEffects(ruleSet: RuleSet, effects: readonly PlacedEffect[], refusals: Refusals): void {
  if (effects.length === 0) return;
  const known = vocabularyOf(ruleSet);
  for (const effect of effects) checkOne(effect, known, refusals);
}
