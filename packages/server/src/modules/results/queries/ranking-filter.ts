import type { results } from '@mingji/contract';
import { isWithheld, type RuleSet } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { likeText } from '../../../db/like-text.ts';
import { mayOpen, maySee, maySeePoints, type Shown } from '../who-sees.ts';
import { partOf } from './ranking-parts.ts';

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

/** One computation with its method, and the day on which posts are read. */
export interface Ranked extends Shown {
  readonly evaluationId: string;
  readonly toOn: string;
  readonly ruleSet: RuleSet;
}

/** Which rows `r` (result) with `u` (its unit) this person may see, narrowed by the filter (§17). */
export function rankingConditions(ctx: Ctx, ranked: Ranked, filter: RankingFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [
    sql<boolean>`r.evaluation_id = ${ranked.evaluationId}`,
    sql<boolean>`r.subject_kind = ${filter.subjectKind}`,
    maySee(ctx, ranked, filter.subjectKind),
    // With the points of a part only those are listed whose points may be seen.
    ...(filter.part === undefined ? [] : [seesPart(ctx, ranked, filter)]),
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

function seesPart(ctx: Ctx, { ruleSet }: Ranked, filter: RankingFilter): RawBuilder<boolean> {
  const part = partOf(ruleSet, filter.part);
  const withheld = part !== null && isWithheld(ruleSet, { kind: part.kind, code: part.column.code });
  return withheld ? mayOpen(ctx) : maySeePoints(ctx, { ruleSet }, filter.subjectKind);
}

function holdsPost(on: string, post: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from membership m where m.bureau_id = r.bureau_id and m.officer_id = r.subject_id
    and m.from_on <= ${on} and (m.to_on is null or m.to_on >= ${on}) and m.post = ${post})`;
}
