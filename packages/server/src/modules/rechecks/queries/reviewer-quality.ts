import type { rechecks } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { Refusal } from '../../../refusal.ts';
import { endOfDay } from '../../periods/index.ts';

type Filter = z.output<typeof rechecks.listReviewerQuality.query>;
const DAY = 86_400_000;

/** How each reviewer's accepted work stood the second look, by the day it was drawn (N12). */
export async function listReviewerQuality(ctx: Ctx, { from, to }: Filter) {
  const message = '结束日期不能早于开始日期';
  if (to < from) throw new Refusal('invalid', message, [{ path: 'to', message }]);
  const begins = new Date(endOfDay(from, ctx.actor.timeZone).getTime() - DAY);
  const reach = scopeFilter(scopeOf(ctx.actor, 'recheck.manage'), { unitPath: sql<string>`su.path` });
  const { rows } = await sql<Omit<rechecks.ReviewerQuality, 'reviewer'> & { id: string; name: string }>`
    select a.id, a.display_name as name, max(ou.name) as "unitName", count(*) as drawn,
           count(*) filter (where c.state = 'assigned') as waiting,
           count(*) filter (where c.state = 'upheld') as upheld,
           count(*) filter (where c.state = 'corrected') as corrected,
           count(*) filter (where c.state = 'noted') as noted
    from recheck_case c join recheck_draw d on d.id = c.draw_id
    join submission s on s.id = c.submission_id
    join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
    join account a on a.id = c.reviewer_account_id
    where c.bureau_id = ${ctx.actor.bureauId} and ${reach}
      and d.drawn_at >= ${begins} and d.drawn_at < ${endOfDay(to, ctx.actor.timeZone)}
    group by a.id, a.display_name
    order by count(*) filter (where c.state in ('corrected', 'noted')) desc, drawn desc, a.id limit 1000`.execute(
    ctx.deps.db,
  );
  return { reviewers: rows.map(({ id, name, ...counts }) => ({ reviewer: { id, name }, ...counts })) };
}
