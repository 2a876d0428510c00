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

/** The filters of the page as conditions; `kind`, `state` and the method apart, so that counts can show the others. */
export async function matterFilter(
  ctx: Ctx,
  reach: RawBuilder<boolean>,
  wish: Wish,
): Promise<{ readonly filter: MatterFilter; readonly counted: MatterFilter }> {
  const where = [reach];
  if (wish.unitId !== undefined) {
    const unit = await findUnit(ctx.deps.db, ctx.actor.bureauId, wish.unitId);
    where.push(sql<boolean>`starts_with(m.path, ${unit.path})`);
  }
  if (wish.officerId !== undefined) where.push(sql<boolean>`m.officer_id = ${wish.officerId}`);
  const having = [sql<boolean>`true`];
  if (wish.pressed === 'never') having.push(sql<boolean>`lp.id is null`);
  else if (wish.pressed !== undefined) having.push(sql<boolean>`lp.state = ${wish.pressed}`);
  if (wish.text) {
    const like = likeText(wish.text);
    having.push(
      sql<boolean>`(mu.name like ${like} or mo.name like ${like} or mo.police_no like ${like} or m.label like ${like})`,
    );
  }
  const counted = { where: all(where), ...(having.length > 1 ? { having: all(having) } : {}) };
  return {
    counted,
    filter: {
      where:
        wish.ruleSetId === undefined
          ? counted.where
          : all([...where, sql<boolean>`m.rule_set_id = ${wish.ruleSetId}`]),
      having: all([...having, stateIn(wish.state)]),
      ...(wish.kind === undefined ? {} : { kinds: [wish.kind] }),
    },
  };
}

function stateIn(state: Wish['state']): RawBuilder<boolean> {
  if (state === 'all') return sql<boolean>`true`;
  if (state === 'open') return sql<boolean>`m.state <> 'waiting'`;
  return sql<boolean>`m.state = ${state}`;
}

const all = (parts: readonly RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(parts, sql` and `)})`;
