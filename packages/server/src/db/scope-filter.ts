import type { AccessScope } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';

/** The columns (as SQL) that a list is filtered by. A column that a list does not have cannot be matched. */
export interface ScopeColumns {
  /** Path of the unit the row belongs to. */
  readonly unitPath?: RawBuilder<string>;
  /** Path of the unit that owns the row's indicator. */
  readonly ownerUnitPath?: RawBuilder<string>;
  /** The officer the row concerns; null for units. */
  readonly officerId?: RawBuilder<string | null>;
}

/** The actor's scope as one SQL condition: the same rule as `decideAccess`, so lists show exactly what opens (P1). */
export function scopeFilter(scope: AccessScope, columns: ScopeColumns): RawBuilder<boolean> {
  if (scope.wholeBureau) return sql<boolean>`true`;
  const parts: RawBuilder<boolean>[] = [];
  if (columns.unitPath) {
    for (const path of scope.subtrees) parts.push(sql<boolean>`starts_with(${columns.unitPath}, ${path})`);
    for (const path of scope.units) parts.push(sql<boolean>`${columns.unitPath} = ${path}`);
  }
  if (columns.ownerUnitPath) {
    for (const path of scope.ownedBySubtrees)
      parts.push(sql<boolean>`starts_with(${columns.ownerUnitPath}, ${path})`);
  }
  if (columns.officerId && scope.officerId)
    parts.push(sql<boolean>`${columns.officerId} = ${scope.officerId}`);
  if (parts.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
