import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import { notInvolved } from './involvement.ts';

/** The tables of a list and the names conditions use: b the bulletin, iu the unit that issues it. */
export const bulletinTables = sql`bulletin b join unit iu on iu.id = b.unit_id`;
const issuer = { unitPath: sql<string>`iu.path` };

/** Whom it was published to: the units of its scope and everybody below them. */
export function addressed({ actor }: Ctx): RawBuilder<boolean> {
  const lines = actor.grants.map(({ unitPath }) => sql<boolean>`starts_with(${unitPath}, su.path)`);
  if (lines.length === 0) return sql<boolean>`false`;
  return sql<boolean>`exists (select from unit su where su.id = any(b.scope_unit_ids) and (${sql.join(lines, sql` or `)}))`;
}

/** Who may draw up for the issuing unit. */
export function mayDraft(ctx: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(ctx.actor, 'bulletin.draft'), issuer);
}

/** Submitted, in reach, and neither drawn up, changed nor sent by the reader. */
export function mayApprove(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(b.state = 'submitted' and ${scopeFilter(scopeOf(ctx.actor, 'bulletin.approve'), issuer)}
    and ${notInvolved(ctx)})`;
}

/** P1: drafts at the own unit only; what is published down the line, to whom it was addressed, and to the level above. */
export function mayRead(ctx: Ctx): RawBuilder<boolean> {
  const { actor } = ctx;
  return sql<boolean>`(${mayDraft(ctx)}
    or (b.state in ('submitted', 'approved') and ${scopeFilter(scopeOf(actor, 'bulletin.approve'), issuer)})
    or (b.state = 'published' and (${addressed(ctx)} or ${scopeFilter(scopeOf(actor, 'bulletin.read'), issuer)})))`;
}
