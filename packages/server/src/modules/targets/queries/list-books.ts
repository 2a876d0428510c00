import { decideAccess, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { ruleSetOfVersion } from '../../rule-sets/index.ts';
import { targetIndicators } from '../target-indicators.ts';

/** Which books there are: every rule set in the years that have targets, and in the one that is running. */
export async function listTargetBooks(ctx: Ctx) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const books = [];
  for (const row of await newestVersions(ctx)) {
    const indicators = [...targetIndicators(await ruleSetOfVersion(db, bureauId, row.id)).values()];
    if (indicators.length === 0) continue;
    const canIssue = decideAccess(ctx.actor, 'target.issue', { unitPath: row.unit_path }).allowed;
    for (const year of await yearsOf(ctx, row, canIssue)) {
      books.push({
        versionId: row.id,
        ruleSetId: row.rule_set_id,
        ruleSetName: row.name,
        version: row.version,
        state: row.state === 'published' ? ('published' as const) : ('draft' as const),
        effectiveOn: row.effective_on,
        unit: { id: row.unit_id, name: row.unit_name },
        year: year.year,
        targets: year.targets,
        canIssue,
        indicators: indicators.slice(0, 500),
      });
    }
  }
  books.sort((a, b) => b.year - a.year);
  return { books: books.slice(0, 200), startUnitId: await startUnitId(ctx) };
}

/** Of each rule set the newest published version; a draft only where targets came with its import. */
async function newestVersions(ctx: Ctx) {
  const rows = await ctx.deps.db
    .selectFrom('rule_set_version as v')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .distinctOn('v.rule_set_id')
    .select([
      'v.id',
      'v.rule_set_id',
      'v.version',
      'v.state',
      'v.effective_on',
      'r.name',
      'u.id as unit_id',
      'u.name as unit_name',
      'u.path as unit_path',
    ])
    .where('v.bureau_id', '=', ctx.actor.bureauId)
    .where((eb) =>
      eb.or([
        eb('v.state', '=', 'published'),
        eb.exists(eb.selectFrom('target').select('id').whereRef('rule_set_version_id', '=', 'v.id')),
      ]),
    )
    .orderBy('v.rule_set_id')
    .orderBy(sql`v.state = 'published' desc`)
    .orderBy('v.version', 'desc')
    .limit(200)
    .execute();
  return rows.sort((a, b) => (a.unit_path < b.unit_path ? -1 : 1));
}

async function yearsOf(
  ctx: Ctx,
  row: { readonly rule_set_id: string; readonly state: string },
  canIssue: boolean,
): Promise<{ year: number; targets: number }[]> {
  const found = await ctx.deps.db
    .selectFrom('target as t')
    .innerJoin('rule_set_version as v', 'v.id', 't.rule_set_version_id')
    .select(['t.year', (eb) => eb.fn.countAll<number>().as('targets')])
    .where('v.rule_set_id', '=', row.rule_set_id)
    .where('t.state', '=', 'issued')
    .groupBy('t.year')
    .execute();
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const thisYear = Number(today.slice(0, 4));
  const wanted = [thisYear];
  // In November the office begins to write next year's book.
  if (canIssue && today.slice(5, 7) >= '11') wanted.push(thisYear + 1);
  const missing = wanted.filter(
    (year) => row.state === 'published' && !found.some((each) => each.year === year),
  );
  return [...found, ...missing.map((year) => ({ year, targets: 0 }))].sort((a, b) => b.year - a.year);
}

/** The highest unit the reader may open; an officer without one has only the own targets. */
async function startUnitId(ctx: Ctx): Promise<string | null> {
  const scope = scopeOf(ctx.actor, 'target.read');
  const paths = [...scope.subtrees, ...scope.units];
  const row = await ctx.deps.db
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .$if(!scope.wholeBureau, (query) => query.where('path', 'in', paths.length > 0 ? paths : ['']))
    .orderBy('level')
    .orderBy('path')
    .executeTakeFirst();
  return row?.id ?? null;
}
