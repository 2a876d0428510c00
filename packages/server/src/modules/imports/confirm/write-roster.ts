import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { addOfficers, type NewOfficer } from '../../organization/index.ts';
import type { Batch } from '../batch.ts';
import type { DecidedRow } from '../judgement.ts';
import type { RosterValues } from '../recognition/roster/roster-values.ts';

/** Writes the people of the taken rows with their first service, and says how many. */
export async function writeRoster(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  rows: readonly DecidedRow<RosterValues>[],
  from: string,
): Promise<string> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  requireAccess(ctx, 'officer.manage', { unitPath: batch.unit_path });
  const wishes = rows.map((row) => newOfficer(row, from, today));
  await addOfficers(tx, ctx, wishes, batch.id);
  const officers = wishes.filter(({ officer }) => officer.category === 'officer').length;
  const others = wishes.length - officers;
  return `新增人员 ${wishes.length} 人（民警 ${officers} 人${others > 0 ? `、辅警及其他 ${others} 人` : ''}）`;
}

function newOfficer({ row, values }: DecidedRow<RosterValues>, from: string, today: string): NewOfficer {
  const { name, policeNo, unitId } = values;
  if (name === null || policeNo === null || unitId === null) {
    throw new Error(`row ${row} was taken without a name, a police number or a unit`);
  }
  const category = values.kind ?? 'officer';
  const status = values.membership ?? (values.status === null ? 'normal' : 'other');
  return {
    officer: {
      policeNo,
      name,
      sex: values.sex === null ? null : values.sex === '男' ? 'male' : 'female',
      idNo: values.idNo,
      birth: values.birth,
      joined: values.joined,
      category,
      politics: values.politics,
      jobRank: values.rank,
      insignia: values.insignia,
    },
    service: {
      unitId,
      position:
        values.position ?? (category === 'officer' ? '民警' : category === 'auxiliary' ? '辅警' : '工勤'),
      post: values.post,
      status,
      statusNote: status === 'normal' ? null : values.status,
      from: serviceBegins(values.joined, from, today),
    },
  };
}

/**
 * A roster says where people serve, not since when: the day asked for, or the day of joining when that is later. Who is
 * on the roster serves today, so a joining date still to come is a slip of the pen and moves nothing.
 */
export function serviceBegins(joined: string | null, from: string, today: string): string {
  if (joined === null) return from;
  const day = joined.length === 7 ? `${joined}-01` : joined;
  return day > from && day <= today ? day : from;
}
