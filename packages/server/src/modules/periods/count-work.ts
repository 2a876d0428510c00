import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { scopeFilter } from '../../db/scope-filter.ts';

export interface PeriodCounts {
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly openAppeals: number;
}
const NOTHING: PeriodCounts = { submitted: 0, returned: 0, accepted: 0, openAppeals: 0 };

/** What the reader may see of the work in each period, counted (P1: the own subtree and nothing beside it). */
export async function countWork(
  db: Reader,
  ctx: Ctx,
  periodIds: readonly string[],
): Promise<(periodId: string) => PeriodCounts> {
  if (periodIds.length === 0) return () => NOTHING;
  const submissions = await db
    .selectFrom('submission as s')
    .innerJoin('unit as su', 'su.id', 's.subject_unit_id')
    .innerJoin('unit as ou', 'ou.id', 's.owner_unit_id')
    .select(['s.period_id', 's.state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('s.bureau_id', '=', ctx.actor.bureauId)
    .where('s.period_id', 'in', [...periodIds])
    .where(scopeFilter(scopeOf(ctx.actor, 'submission.read'), columns('s')))
    .groupBy(['s.period_id', 's.state'])
    .execute();
  const appeals = await db
    .selectFrom('appeal as a')
    .innerJoin('unit as su', 'su.id', 'a.subject_unit_id')
    .innerJoin('unit as ou', 'ou.id', 'a.owner_unit_id')
    .select(['a.period_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('a.bureau_id', '=', ctx.actor.bureauId)
    .where('a.period_id', 'in', [...periodIds])
    .where('a.state', '=', 'filed')
    .where(scopeFilter(scopeOf(ctx.actor, 'appeal.read'), columns('a')))
    .groupBy('a.period_id')
    .execute();
  return (periodId) => {
    const count = (state: string) =>
      submissions.find((row) => row.period_id === periodId && row.state === state)?.n ?? 0;
    return {
      submitted: count('submitted'),
      returned: count('returned'),
      accepted: count('accepted'),
      openAppeals: appeals.find((row) => row.period_id === periodId)?.n ?? 0,
    };
  };
}

function columns(work: 's' | 'a'): {
  unitPath: RawBuilder<string>;
  ownerUnitPath: RawBuilder<string>;
  officerId: RawBuilder<string | null>;
} {
  const table = sql.ref(work);
  return {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
    officerId: sql<string | null>`case when ${table}.subject_kind = 'officer' then ${table}.subject_id end`,
  };
}
