import { type Actor, decideAccess, type Grant, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';

interface Late {
  readonly path: string;
  readonly officer_id: string | null;
}

const alone = (actor: Actor, grant: Grant): Actor => ({ ...actor, grants: [grant] });

/** Downwards only (P1): below a unit where one leads, and its officers, but not oneself and not the unit itself. */
export function mayPress(actor: Actor, late: Late): boolean {
  if (late.officer_id !== null && late.officer_id === actor.officerId) return false;
  return actor.grants.some(
    (grant) =>
      decideAccess(alone(actor, grant), 'supervision.press', { unitPath: late.path }).allowed &&
      (late.officer_id !== null || late.path !== grant.unitPath),
  );
}

/** The same as a condition on the table `m` of matters. */
export function pressable(actor: Actor): RawBuilder<boolean> {
  const below = scopeOf(actor, 'supervision.press').subtrees.map(
    (path) =>
      sql<boolean>`(starts_with(m.path, ${path}) and (m.officer_id is not null or m.path <> ${path}))`,
  );
  if (below.length === 0) return sql<boolean>`false`;
  return sql<boolean>`((${sql.join(below, sql` or `)}) 
    and (m.officer_id is null or m.officer_id is distinct from ${actor.officerId}::uuid))`;
}
