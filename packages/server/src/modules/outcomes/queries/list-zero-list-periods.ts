import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly rule_set_name: string;
  readonly state: 'open';
  readonly appraises: ('unit' | 'officer')[];
}

/** Months of the methods along one's line that have a zero-list clause, newest first; drafts have no list yet. */
export async function listZeroListPeriods(ctx: Ctx) {
  const { rows } = await sql<Row>`
    select p.id, p.label, rs.name as rule_set_name, p.state, v.content->'appraises' as appraises
    from period p
    join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set rs on rs.id = v.rule_set_id
    join unit u on u.id = rs.unit_id
    where p.bureau_id = ${ctx.actor.bureauId} and p.kind = 'month' and p.state <> 'draft' and not p.trial
      and v.content->'lists' ? 'zeroList' and ${alongTheLine(ctx, sql<string>`u.path`)}
    order by p.to_on desc, rs.name limit 200`.execute(ctx.deps.db);
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      ruleSetName: row.rule_set_name,
      state: row.state,
      kinds: row.appraises,
    })),
  };
}
