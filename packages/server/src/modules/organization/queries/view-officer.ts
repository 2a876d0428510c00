import type { organization } from '@mingji/contract';
import { decideAccess, scopeOf } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { notFound } from '../../../refusal.ts';
import { maskStoredIdNumber } from '../id-number.ts';
import { officerLine, officersInScope, presentOfficerLine } from './list-officers.ts';

/** One officer with the whole service history; what is outside the actor's scope does not exist for the actor. */
export async function viewOfficer(
  db: Reader,
  ctx: Ctx,
  officerId: string,
): Promise<organization.OfficerView> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const row = await officersInScope(db, ctx.actor.bureauId, today, scopeOf(ctx.actor, 'officer.read'))
    .select(officerLine)
    .select([
      'officer.id_no_cipher',
      'officer.birth',
      'officer.joined',
      'officer.politics',
      'officer.job_rank',
      'officer.insignia',
      'unit.path as unit_path',
    ])
    .where('officer.id', '=', officerId)
    .executeTakeFirst();
  if (!row) throw notFound('人员');
  const access = { unitPath: row.unit_path ?? '', officerId };
  return {
    ...presentOfficerLine(row),
    idNoMasked: maskStoredIdNumber(ctx.deps, row.id_no_cipher),
    birth: row.birth,
    joined: row.joined,
    politics: row.politics,
    jobRank: row.job_rank,
    insignia: row.insignia,
    memberships: await membershipsOf(db, officerId),
    abilities: { manage: decideAccess(ctx.actor, 'officer.manage', access).allowed },
  };
}

async function membershipsOf(db: Reader, officerId: string): Promise<organization.MembershipView[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select([
      'membership.id',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'position',
      'post',
      'status',
      'status_note',
      'from_on',
      'to_on',
    ])
    .where('membership.officer_id', '=', officerId)
    .orderBy('from_on', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.unit_name },
    position: row.position,
    post: row.post,
    status: row.status as organization.MembershipView['status'],
    statusNote: row.status_note,
    from: row.from_on,
    to: row.to_on,
  }));
}
