import { randomUUID } from 'node:crypto';
import type { pilot, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { dayBefore, findUnit, lockTree, type Unit } from '../../organization/index.ts';
import { getPilot } from '../queries/get-pilot.ts';
import { recordPilotEvent } from '../record-pilot-event.ts';
import { refuseSealed } from '../refuse-sealed.ts';

type Input = Received<typeof pilot.switchOnUnit>;

/** A unit with everything below it takes part from the day on; with the first one the bureau becomes a pilot (P20). */
export async function switchOnUnit(ctx: Ctx, { body }: Input) {
  return runCommand(ctx, { name: 'pilot.switchOn', requestId: body.requestId, content: body }, async (tx) => {
    await lockTree(tx, ctx.actor.bureauId);
    const unit = await findUnit(tx, ctx.actor.bureauId, body.unitId);
    requireAccess(ctx, 'pilot.manage', { unitPath: unit.path });
    await refuseOverlap(tx, ctx, unit, body.from);
    await refuseSealed(tx, {
      bureauId: ctx.actor.bureauId,
      unitPath: unit.path,
      after: dayBefore(body.from),
      activationId: null,
      words: `自 ${chineseDate(body.from)} 起启用`,
    });
    await refuseEmptying(tx, ctx, body.from);
    const id = randomUUID();
    await tx
      .insertInto('unit_activation')
      .values({
        id,
        bureau_id: ctx.actor.bureauId,
        unit_id: unit.id,
        from_on: body.from,
        reason: body.reason,
        switched_by: ctx.actor.accountId,
        switched_by_name: ctx.actor.displayName,
        switched_at: ctx.now,
      })
      .execute();
    await recordPilotEvent(tx, ctx, { id, action: 'switchedOn', reason: body.reason });
    return {
      result: await getPilot(tx, ctx),
      audit: {
        action: 'pilot.switchedOn',
        subjectKind: 'unit',
        subjectId: unit.id,
        summary: `启用试点单位“${unit.name}”，自 ${chineseDate(body.from)} 起，原因：${body.reason}`,
      },
    };
  });
}

/** The same unit, or one above it, is on already: the second entry would say nothing. */
async function refuseOverlap(tx: Tx, ctx: Ctx, unit: Unit, from: string): Promise<void> {
  if (unit.abolishedOn !== null) throw new Refusal('refused', `“${unit.name}”已撤销，不能启用。`);
  const covering = await tx
    .selectFrom('unit_activation as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['u.name', 'a.from_on', 'a.to_on'])
    .where('a.bureau_id', '=', ctx.actor.bureauId)
    .where(sql<boolean>`starts_with(${unit.path}, u.path)`)
    .where(sql<boolean>`(a.to_on is null or a.to_on >= ${from}::date)`)
    .where((eb) => eb.or([eb('a.from_on', '<=', from), eb('a.unit_id', '=', unit.id)]))
    .executeTakeFirst();
  if (!covering) return;
  const until = covering.to_on === null ? '' : `至 ${chineseDate(covering.to_on)}`;
  throw new Refusal(
    'conflict',
    covering.name === unit.name
      ? `“${unit.name}”已自 ${chineseDate(covering.from_on)} 起启用${until}，无须重复启用。`
      : `上级“${covering.name}”已自 ${chineseDate(covering.from_on)} 起启用${until}，“${unit.name}”随之参加，无须单独启用。`,
    [{ path: 'unitId', message: '该单位已在试点范围内' }],
  );
}

/** The first activation leaves out everybody before its day: months under way would lose all their subjects. */
async function refuseEmptying(tx: Tx, ctx: Ctx, from: string): Promise<void> {
  const emptied = await tx
    .selectFrom('period')
    .select('label')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('state', 'not in', ['draft', 'sealed'])
    .where('to_on', '<', from)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('unit_activation').select('id').where('bureau_id', '=', ctx.actor.bureauId)),
      ),
    )
    .orderBy('to_on')
    .executeTakeFirst();
  if (!emptied) return;
  throw new Refusal(
    'refused',
    `进行中的周期“${emptied.label}”在 ${chineseDate(from)} 之前结束，开始试点后将没有参评单位。请先封存该周期，或选择更早的启用日期。`,
    [{ path: 'from', message: '早于进行中周期的最后一日' }],
  );
}
