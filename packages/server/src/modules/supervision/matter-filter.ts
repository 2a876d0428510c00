import type { supervision } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { likeText } from '../../db/like-text.ts';
import { findUnit } from '../organization/index.ts';
import type { MatterFilter } from './find-matters.ts';

type Wish = Pick<
  z.output<typeof supervision.listMatters.query>,
  'kind' | 'state' | 'unitId' | 'officerId' | 'ruleSetId' | 'pressed' | 'text'
>;

interface Wanted {
  /** Everything but kind, state and method: what the counts beside the list are about. */
  readonly counted: Pick<MatterFilter, 'where' | 'having'>;
  /** Kind, state and method. */
  readonly shown: RawBuilder<boolean>;
}

/** The filters of the page as conditions on `m`. */
export async function matterFilter(ctx: Ctx, reach: RawBuilder<boolean>, wish: Wish): Promise<Wanted> {
  const where = [reach];
  if (wish.unitId !== undefined) {
    const unit = await findUnit(ctx.deps.db, ctx.actor.bureauId, wish.unitId);
    where.push(sql<boolean>`starts_with(m.path, ${unit.path})`);
  }
  if (wish.officerId !== undefined) where.push(sql<boolean>`m.officer_id = ${wish.officerId}`);
  const having: RawBuilder<boolean>[] = [];
  if (wish.pressed === 'never') having.push(sql<boolean>`lp.id is null`);
  else if (wish.pressed !== undefined) having.push(sql<boolean>`lp.state = ${wish.pressed}`);
  if (wish.text) {
    const like = likeText(wish.text);
    having.push(
      sql<boolean>`(mu.name like ${like} or mo.name like ${like} or mo.police_no like ${like} or m.label like ${like})`,
    );
  }
  const shown = [stateIn(wish.state)];
  if (wish.kind !== undefined) shown.push(sql<boolean>`m.kind = ${wish.kind}`);
  if (wish.ruleSetId !== undefined) shown.push(sql<boolean>`m.rule_set_id = ${wish.ruleSetId}`);
  return {
    counted: { where: all(where), ...(having.length > 0 ? { having: all(having) } : {}) },
    shown: all(shown),
  };
}

function stateIn(state: Wish['state']): RawBuilder<boolean> {
  if (state === 'all') return sql<boolean>`true`;
  if (state === 'open') return sql<boolean>`m.state <> 'waiting'`;
  return sql<boolean>`m.state = ${state}`;
}

const all = (parts: readonly RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(parts, sql` and `)})`;
