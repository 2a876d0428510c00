import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { loadSubjects, presentSubject } from '../../ledger/index.ts';

/** Whom the actor may report for: oneself first, then the unit and its people. */
export async function listReportSubjects(ctx: Ctx, text: string | undefined) {
  const { actor } = ctx;
  const reach = scopeFilter(scopeOf(actor, 'submission.create'), {
    unitPath: sql<string>`u.path`,
    officerId: sql<string | null>`x.officer_id`,
  });
  const { rows } = await sql<{ kind: 'unit' | 'officer'; id: string }>`
    select x.kind, x.id from (
      select 'officer' as kind, o.id, o.id as officer_id, o.name, o.police_no as code, m.unit_id
      from officer o join membership m on m.officer_id = o.id and m.to_on is null
      where o.bureau_id = ${actor.bureauId} and o.left_on is null
      union all
      select 'unit', unit.id, null, unit.name, unit.code, unit.id from unit
      where unit.bureau_id = ${actor.bureauId} and unit.abolished_on is null
    ) x join unit u on u.id = x.unit_id
    where ${reach} and (${text ?? null}::text is null or position(${text ?? ''} in x.name || ' ' || x.code) > 0)
    order by x.id is distinct from ${actor.officerId}::uuid, u.path, x.kind desc, x.code limit 200`.execute(
    ctx.deps.db,
  );
  const loaded = await loadSubjects(ctx.deps.db, ctx, rows);
  return { subjects: rows.flatMap((row) => loaded.get(row.id) ?? []).map(presentSubject) };
}
