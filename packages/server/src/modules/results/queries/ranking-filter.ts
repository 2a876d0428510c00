import type { results } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { likeText } from '../../../db/like-text.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

export type RankedKind = results.RankingRow['subjectKind'];
export interface RankingFilter {
  readonly subjectKind: RankedKind;
  readonly sequenceCode?: string | undefined;
  readonly groupCode?: string | undefined;
  readonly unitId?: string | undefined;
  readonly level?: number | undefined;
  readonly post?: string | undefined;
  readonly text?: string | undefined;
  readonly part?: string | undefined;
  /** These and nobody else. */
  readonly subjects?: readonly string[];
}

/** One computation and the day on which posts are read. */
export interface Ranked {
  readonly evaluationId: string;
  readonly toOn: string;
}

/** Which rows `r` (result) with `u` (its unit) this person may see, narrowed by the filter (§17). */
export function rankingConditions(ctx: Ctx, ranked: Ranked, filter: RankingFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [
    sql<boolean>`r.evaluation_id = ${ranked.evaluationId}`,
    sql<boolean>`r.subject_kind = ${filter.subjectKind}`,
    // Points of a part are detail: with them only those are listed whose detail may be seen.
    filter.part === undefined ? maySee(ctx, ranked.evaluationId, filter.subjectKind) : mayOpen(ctx),
  ];
  if (filter.subjects) parts.push(sql<boolean>`r.subject_id = any(${filter.subjects}::uuid[])`);
  if (filter.sequenceCode) parts.push(sql<boolean>`r.sequence_code = ${filter.sequenceCode}`);
  if (filter.groupCode) parts.push(sql<boolean>`r.group_code = ${filter.groupCode}`);
  if (filter.level) parts.push(sql<boolean>`u.level = ${filter.level}`);
  if (filter.post) parts.push(holdsPost(ranked.toOn, filter.post));
  if (filter.unitId) {
    parts.push(sql<boolean>`exists (select from unit top where top.id = ${filter.unitId}
      and top.bureau_id = r.bureau_id and starts_with(u.path, top.path))`);
  }
  if (filter.text) {
    const pattern = likeText(filter.text);
    parts.push(
      sql<boolean>`(r.subject_name like ${pattern} or r.subject_code like ${pattern} or u.name like ${pattern})`,
    );
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** §17: ranks of units are for all, those of officers for the own sequence and the line. */
export function maySee(ctx: Ctx, evaluationId: string, kind: RankedKind): RawBuilder<boolean> {
  return kind === 'unit'
    ? sql<boolean>`true`
    : sql<boolean>`(${mayOpen(ctx)} or ${ownSequence(ctx, evaluationId)})`;
}

/** §17: the detail is for oneself and the line. */
export function mayOpen(ctx: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(ctx.actor, 'result.read'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`r.subject_id`,
  });
}

function ownSequence(ctx: Ctx, evaluationId: string): RawBuilder<boolean> {
  if (ctx.actor.officerId === null) return sql<boolean>`false`;
  return sql<boolean>`r.sequence_code is not distinct from (
    select mine.sequence_code from result mine
    where mine.evaluation_id = ${evaluationId} and mine.subject_kind = 'officer' and mine.subject_id = ${ctx.actor.officerId})
    and exists (select from result mine where mine.evaluation_id = ${evaluationId} and mine.subject_id = ${ctx.actor.officerId})`;
}

function holdsPost(on: string, post: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from membership m where m.bureau_id = r.bureau_id and m.officer_id = r.subject_id
    and m.from_on <= ${on} and (m.to_on is null or m.to_on >= ${on}) and m.post = ${post})`;
}
