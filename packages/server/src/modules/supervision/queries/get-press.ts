import type { supervision } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';
import { belowReader, findPresses, type PressRow, presentPress, toReader } from '../press-rows.ts';

const labels: Readonly<Record<string, string>> = { press: '催办', escalate: '上报督办', reply: '说明情况' };

/** A press that the reader may see: addressed to him, made by him, or about work below him. */
export async function findPress(reader: Reader, ctx: Ctx, pressId: string): Promise<PressRow> {
  const where = sql<boolean>`pr.bureau_id = ${ctx.actor.bureauId} and pr.id = ${pressId}
    and (${toReader(ctx)} or ${belowReader(ctx)})`;
  const [row] = await findPresses(reader, where, { limit: 1, offset: 0 });
  if (!row) throw notFound('催办');
  return row;
}

export async function getPress(reader: Reader, ctx: Ctx, pressId: string): Promise<supervision.PressDetail> {
  const row = await findPress(reader, ctx, pressId);
  const events = await reader
    .selectFrom('work_event')
    .innerJoin('press', 'press.id', 'work_event.work_id')
    .select(['work_event.action', 'work_event.account_name', 'work_event.at', 'work_event.reason'])
    .where('work_event.work_kind', '=', 'press')
    .where('press.bureau_id', '=', ctx.actor.bureauId)
    .where('press.matter_key', '=', row.matter_key)
    .orderBy('work_event.seq')
    .limit(200)
    .execute();
  return {
    ...presentPress(ctx, row),
    history: events.map((event) => ({
      action: event.action,
      actionLabel: labels[event.action] ?? event.action,
      byName: event.account_name,
      at: event.at.toISOString(),
      text: event.reason,
    })),
  };
}
