import { takesPartOn } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { loadActivations } from '../../organization/index.ts';
import { countWork, periodQuery, presentPeriod } from '../../periods/index.ts';
import { findActivations } from '../find-activations.ts';

/** The pilot at one look: who takes part since when, what is on trial, what was entered late (P20). */
export async function getPilot(db: Reader, ctx: Ctx) {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const all = await loadActivations(db, ctx.actor.bureauId);
  const units = await db
    .selectFrom('unit')
    .select('path')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('abolished_on', 'is', null)
    .execute();
  return {
    on: all.length > 0,
    today,
    activations: await findActivations(db, ctx),
    units: {
      all: units.length,
      active: units.filter(({ path }) => takesPartOn(all, path, today)).length,
    },
    trials: await periodsThat(db, ctx, 'trial'),
    backEntries: await periodsThat(db, ctx, 'back_entry'),
  };
}

async function periodsThat(db: Reader, ctx: Ctx, mark: 'trial' | 'back_entry') {
  const rows = await periodQuery(db, ctx.actor.bureauId)
    .where(`p.${mark}`, '=', true)
    .where(alongTheLine(ctx, sql<string>`u.path`))
    .orderBy('p.to_on', 'desc')
    .orderBy('p.id')
    .limit(200)
    .execute();
  const counts = await countWork(
    db,
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => presentPeriod(ctx, row, counts(row.id)));
}
