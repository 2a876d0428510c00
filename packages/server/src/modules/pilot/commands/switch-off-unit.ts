import type { pilot, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { dayBefore, lockTree } from '../../organization/index.ts';
import { getPilot } from '../queries/get-pilot.ts';
import { recordPilotEvent } from '../record-pilot-event.ts';
import { refuseSealed } from '../refuse-sealed.ts';

type Input = Received<typeof pilot.switchOffUnit>;

/** The last day of a unit in the pilot: today or later, so that nothing that was appraised is touched (P20). */
export async function switchOffUnit(ctx: Ctx, { params, body }: Input) {
  return runCommand(
    ctx,
    { name: 'pilot.switchOff', requestId: body.requestId, content: { ...params, ...body } },
    async (tx) => {
      await lockTree(tx, ctx.actor.bureauId);
      const row = await lockActivation(tx, ctx, params.activationId);
      requireAccess(ctx, 'pilot.manage', { unitPath: row.path });
      const today = localDay(ctx.now, ctx.actor.timeZone);
      refuseEnd(row, body.to, today);
      await refuseSealed(tx, {
        bureauId: ctx.actor.bureauId,
        unitPath: row.path,
        after: body.to < row.from_on ? dayBefore(row.from_on) : body.to,
        activationId: row.id,
        words: `${chineseDate(body.to)} 停用`,
      });
      if (row.from_on > today && body.to < row.from_on) {
        await tx.deleteFrom('unit_activation').where('id', '=', row.id).execute();
      } else {
        await tx.updateTable('unit_activation').set({ to_on: body.to }).where('id', '=', row.id).execute();
      }
      await recordPilotEvent(tx, ctx, { id: row.id, action: 'switchedOff', reason: body.reason });
      return {
        result: await getPilot(tx, ctx),
        audit: {
          action: 'pilot.switchedOff',
          subjectKind: 'unit',
          subjectId: row.unit_id,
          summary: `停用试点单位“${row.name}”，最后一日 ${chineseDate(body.to)}，原因：${body.reason}`,
        },
      };
    },
  );
}

async function lockActivation(tx: Tx, ctx: Ctx, activationId: string) {
  const row = await tx
    .selectFrom('unit_activation as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('a')
    .select(['u.name', 'u.path'])
    .where('a.bureau_id', '=', ctx.actor.bureauId)
    .where('a.id', '=', activationId)
    .forUpdate('a')
    .executeTakeFirst();
  if (!row) throw notFound('这条试点记录');
  return row;
}

interface Running {
  readonly name: string;
  readonly from_on: string;
  readonly to_on: string | null;
}

function refuseEnd(row: Running, to: string, today: string): void {
  if (row.to_on !== null && row.to_on < today) {
    throw new Refusal('conflict', `“${row.name}”的试点已于 ${chineseDate(row.to_on)} 结束。`);
  }
  if (to >= today) return;
  throw new Refusal('invalid', '最后一日须为今天或以后：已经考核过的日子不能退回。', [
    { path: 'to', message: '须为今天或以后' },
  ]);
}
