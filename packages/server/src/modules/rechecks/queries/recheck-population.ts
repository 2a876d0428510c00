import type { rechecks } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { placedIndicators } from '../../ledger/index.ts';
import { publishedRuleSet } from '../../rule-sets/index.ts';
import { inPopulation, populationTables } from '../population.ts';

type Filter = z.output<typeof rechecks.countRecheckPopulation.query>;
type Answer = z.input<typeof rechecks.countRecheckPopulation.response>;

/** How much there is to draw from, and by what it may be narrowed: counted once, grouped four ways. */
export async function countRecheckPopulation(ctx: Ctx, filter: Filter): Promise<Answer> {
  const { rows } = await sql<{
    kind: number;
    period_id: string | null;
    owner_id: string | null;
    reviewer_id: string | null;
    code: string | null;
    version_id: string | null;
    name: string | null;
    count: number;
  }>`
    with drawable as (
      select s.period_id, s.owner_unit_id, s.decided_by, s.indicator_code, p.label, p.rule_set_version_id::text as version_id
      from ${populationTables} join period p on p.id = s.period_id where ${inPopulation(ctx, filter)}
    )
    select grouping(period_id, owner_unit_id, decided_by, indicator_code) as kind, period_id,
           owner_unit_id as owner_id, decided_by as reviewer_id, indicator_code as code, max(version_id) as version_id,
           case when grouping(period_id) = 0 then max(label)
             when grouping(owner_unit_id) = 0 then (select u.name from unit u where u.id = owner_unit_id)
             when grouping(decided_by) = 0 then (select a.display_name from account a where a.id = decided_by)
           end as name, count(*) as count
    from drawable
    group by grouping sets ((period_id), (owner_unit_id), (decided_by), (indicator_code), ())
    order by count(*) desc limit 3000`.execute(ctx.deps.db);
  const of = (kind: number) => rows.filter((row) => row.kind === kind);
  const named = (id: string | null, row: { name: string | null; count: number }) => ({
    id: id ?? '',
    name: row.name ?? '',
    count: row.count,
  });
  const indicators = await Promise.all(
    of(14)
      .slice(0, 500)
      .map(async ({ code, version_id, count }) => {
        const rules = await publishedRuleSet(ctx.deps.db, ctx.actor.bureauId, version_id ?? '');
        return {
          code: code ?? '',
          name: placedIndicators(rules).get(code ?? '')?.indicator.name ?? code ?? '',
          count,
        };
      }),
  );
  return {
    count: of(15)[0]?.count ?? 0,
    periods: of(7)
      .slice(0, 200)
      .map(({ period_id, name, count }) => ({ id: period_id ?? '', label: name ?? '', count })),
    owners: of(11)
      .slice(0, 500)
      .map((row) => named(row.owner_id, row)),
    reviewers: of(13)
      .slice(0, 1000)
      .map((row) => named(row.reviewer_id, row)),
    indicators,
  };
}
