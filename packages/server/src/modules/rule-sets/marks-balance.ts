import {
  add,
  type Exact,
  exact,
  type Item,
  isZero,
  multiply,
  type RuleSet,
  subtract,
  toText,
  ZERO,
} from '@mingji/engine';

export interface BalanceLine {
  readonly code: string;
  readonly name: string;
  readonly declared: string | null;
  readonly sum: string | null;
  readonly difference: string | null;
}

/** How the marks add up from indicators to items, modules and the total (§4); for the eye beside `checkRuleSet`. */
export function marksBalance(ruleSet: RuleSet) {
  const modules = ruleSet.modules.map((module) => {
    const items = module.items.map(itemLine);
    const weight = module.weight === undefined ? null : exact(module.weight);
    const sum = sumOrNull(module.items.map((item) => item.marks));
    return { ...line(module, null, sum), items, weighted: weight === null ? sum : weighted(sum, weight) };
  });
  const sums = modules.map((module) => module.weighted);
  const total = sums.some((sum) => sum === null)
    ? null
    : sums.reduce<Exact>((a, b) => add(a, b ?? ZERO), ZERO);
  return {
    total: line({ code: ruleSet.id, name: ruleSet.name }, ruleSet.totalMarks ?? null, total),
    modules: modules.map(({ weighted: _, ...module }) => module),
  };
}

function itemLine(item: Item): BalanceLine {
  return line(item, item.marks ?? null, sumOrNull(item.indicators.map((indicator) => indicator.marks)));
}

/** Absent is not zero: one part without marks and the sum is not known. */
function sumOrNull(parts: readonly (string | undefined)[]): Exact | null {
  if (parts.length === 0) return null;
  let sum: Exact = ZERO;
  for (const part of parts) {
    if (part === undefined) return null;
    sum = add(sum, exact(part));
  }
  return sum;
}

function weighted(sum: Exact | null, weight: Exact): Exact | null {
  return sum === null ? null : multiply(sum, weight);
}

function line(
  part: { readonly code: string; readonly name: string },
  declared: string | null,
  sum: Exact | null,
): BalanceLine {
  const difference = declared === null || sum === null ? null : subtract(sum, exact(declared));
  return {
    code: part.code,
    name: part.name,
    declared,
    sum: sum === null ? null : toText(sum),
    difference: difference === null || isZero(difference) ? null : toText(difference),
  };
}
