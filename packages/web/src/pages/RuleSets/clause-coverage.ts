import type { Clause, RuleSet } from '@mingji/engine';

export interface ClauseUse {
  readonly clause: Clause;
  /** Names of the indicators made from it. */
  readonly indicators: readonly { readonly code: string; readonly name: string }[];
  /** Other parts that name it: grades, multipliers, the quota. */
  readonly otherUses: number;
}
export interface Coverage {
  readonly clauses: readonly ClauseUse[];
  /** Indicators that name a clause the draft does not have. */
  readonly without: readonly { readonly code: string; readonly name: string; readonly clause: string }[];
}

/** Which sentences of the paper rule have no typed rule yet, and which rules have no sentence (X7). */
export function coverageOf(content: RuleSet): Coverage {
  const indicators = content.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
  const uses = new Map<string, number>();
  countClauses({ ...content, clauses: [] }, uses);
  const known = new Set(content.clauses.map((clause) => clause.id));
  return {
    clauses: content.clauses.map((clause) => {
      const own = indicators.filter((indicator) => indicator.clause === clause.id);
      return {
        clause,
        indicators: own.map(({ code, name }) => ({ code, name })),
        otherUses: (uses.get(clause.id) ?? 0) - own.length,
      };
    }),
    without: indicators
      .filter((indicator) => !known.has(indicator.clause))
      .map(({ code, name, clause }) => ({ code, name, clause })),
  };
}

/** Whatever part it is: a field of the name `clause` names one. */
function countClauses(value: unknown, uses: Map<string, number>): void {
  if (Array.isArray(value)) {
    for (const inner of value) countClauses(inner, uses);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'clause' && typeof inner === 'string') uses.set(inner, (uses.get(inner) ?? 0) + 1);
      else countClauses(inner, uses);
    }
  }
}
