import { hasSquads, type RuleSet, scopeOf, servesIn, type Visibility, visibilityOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';

type Kind = 'officer' | 'unit';

/** One computation and the method whose policy says who may look at it (§17). */
export interface Shown {
  readonly evaluationId: string | RawBuilder<string>;
  readonly ruleSet: Pick<RuleSet, 'visibility'>;
}

/** Which rows `r` (result) with `u` (its unit) this person may find in a ranking, with score and place. */
export function maySee(ctx: Ctx, { evaluationId, ruleSet }: Shown, kind: Kind): RawBuilder<boolean> {
  const { unitRanks, officerRanks } = visibilityOf(ruleSet);
  const reach = kind === 'unit' ? unitRanks : officerRanks;
  if (reach === 'all') return sql<boolean>`true`;
  const published = reach === 'unit' ? sameUnit(ctx, kind) : sameSequence(ctx, evaluationId, kind);
  return sql<boolean>`(${mayOpen(ctx)} or ${published})`;
}

/** Of these rows, whose points by module and item he may see besides; reasons and people only by `mayOpen`. */
export function maySeePoints(ctx: Ctx, { ruleSet }: Pick<Shown, 'ruleSet'>, kind: Kind): RawBuilder<boolean> {
  return sql<boolean>`(${mayOpen(ctx)} or ${publishedTo(ctx, visibilityOf(ruleSet).points, kind)})`;
}

/** The score with its reasons is for oneself and the line. */
export function mayOpen(ctx: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(ctx.actor, 'result.read'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`r.subject_id`,
  });
}

function publishedTo(ctx: Ctx, points: Visibility['points'], kind: Kind): RawBuilder<boolean> {
  if (points === 'line') return sql<boolean>`false`;
  return points === 'all' ? sql<boolean>`true` : sameUnit(ctx, kind);
}

/** Colleagues of one's unit; of units the own one, those it belongs to and its squads. */
export function sameUnit({ actor }: Ctx, kind: Kind): RawBuilder<boolean> {
  const own = servesIn(actor).map((path) => {
    const below = hasSquads(path) ? sql`starts_with(u.path, ${path})` : sql`u.path = ${path}`;
    return kind === 'unit' ? sql`(${below} or starts_with(${path}, u.path))` : below;
  });
  return own.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(own, sql` or `)})`;
}

/** Ranked together with oneself, or with a unit one serves in. */
export function sameSequence(
  { actor }: Ctx,
  evaluationId: Shown['evaluationId'],
  kind: Kind,
): RawBuilder<boolean> {
  const mine =
    kind === 'officer'
      ? sql`mine.subject_id = ${actor.officerId}::uuid`
      : sql`mine.subject_id in (select own.id from unit own, unnest(${servesIn(actor)}::text[]) place
          where own.bureau_id = ${actor.bureauId} and starts_with(place, own.path))`;
  return sql<boolean>`(coalesce(r.sequence_code, '') = any(array(select coalesce(mine.sequence_code, '')
    from result mine where mine.evaluation_id = ${evaluationId} and mine.subject_kind = ${kind} and ${mine})))`;
}
