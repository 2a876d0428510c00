import type { RuleSet } from '@mingji/engine';

/** Why a part may not be changed here: by which method above, in which clause. */
export interface Lock {
  readonly by: string;
  readonly clause: string | null;
  /** The method above lets this one leave the indicator out. */
  readonly optional: boolean;
}
export interface Locks {
  readonly module: (code: string) => Lock | null;
  readonly item: (code: string) => Lock | null;
  readonly indicator: (code: string) => Lock | null;
  readonly clause: (id: string) => Lock | null;
  /** A part beyond the indicators: it may only be made stricter. */
  readonly section: (key: keyof RuleSet) => Lock | null;
  /** Whether own indicators may be added to the item: it is one's own, or the method above opens it. */
  readonly mayAdd: (itemCode: string) => boolean;
}

export const NO_LOCKS: Locks = {
  module: () => null,
  item: () => null,
  indicator: () => null,
  clause: () => null,
  section: () => null,
  mayAdd: () => true,
};

/** §16: everything that the method above says and does not open is fixed (刚性). */
export function locksOf(upper: RuleSet, by: string): Locks {
  const texts = new Map(upper.clauses.map((clause) => [clause.id, clause.text]));
  const lock = (clause: string | undefined, optional = false): Lock => ({
    by,
    clause: clause === undefined ? null : (texts.get(clause) ?? clause),
    optional,
  });
  const items = upper.modules.flatMap((module) => module.items);
  const modules = new Map(upper.modules.map((module) => [module.code, lock(undefined)]));
  const itemLocks = new Map(items.map((item) => [item.code, lock(item.clause)]));
  const indicators = new Map(
    items.flatMap((item) =>
      item.indicators.map((indicator) => [
        indicator.code,
        lock(indicator.clause, item.opens?.optional?.includes(indicator.code) ?? false),
      ]),
    ),
  );
  const closed = new Set(items.filter((item) => item.opens === undefined).map((item) => item.code));
  return {
    module: (code) => modules.get(code) ?? null,
    item: (code) => itemLocks.get(code) ?? null,
    indicator: (code) => indicators.get(code) ?? null,
    clause: (id) => (texts.has(id) ? lock(id) : null),
    section: (key) => (upper[key] === undefined ? null : lock(clauseOf(upper[key]))),
    mayAdd: (code) => !closed.has(code),
  };
}

function clauseOf(section: unknown): string | undefined {
  const { clause } = Object(section) as { readonly clause?: string };
  return clause;
}
