import { sql } from 'kysely';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { loadSubject, loadSubjects, presentSubject } from '../../ledger/index.ts';
import { serviceOn } from '../../organization/index.ts';

/** Officers up and down the line of the subject's unit, its own first (P2). */
export async function listCoWorkers(
  ctx: Ctx,
  query: { readonly subjectId: string; readonly text?: string | undefined },
) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const subject = await loadSubject(db, ctx, { kind: 'officer', id: query.subjectId });
  requireAccess(ctx, 'submission.create', { unitPath: subject.unitPath, officerId: subject.id });
  const text = query.text ?? '';
  const { rows } = await sql<{ id: string }>`
    select o.id from officer o
    join ${serviceOn(bureauId, localDay(ctx.now, timeZone))} service on service.officer_id = o.id
    join unit u on u.id = service.unit_id
    where o.bureau_id = ${bureauId} and o.left_on is null and o.id <> ${subject.id} and o.category = 'officer'
      and (starts_with(u.path, ${subject.unitPath}) or starts_with(${subject.unitPath}, u.path))
      and (${text} = '' or position(${text} in o.name || ' ' || o.police_no) > 0)
    order by u.id <> ${subject.unitId}, u.path, o.police_no limit 20`.execute(db);
  const loaded = await loadSubjects(
    db,
    ctx,
    rows.map(({ id }) => ({ kind: 'officer' as const, id })),
  );
  return { officers: rows.flatMap(({ id }) => loaded.get(id) ?? []).map(presentSubject) };
}
