import { addWorkingDays, type Result } from '@mingji/engine';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { endOfDay } from '../periods/index.ts';
import type { SupervisionView } from './supervision-view.ts';

/** Two who press at the same time: the second sees what the first has pressed. */
export async function lockPresses(tx: Tx, bureauId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('press ' || ${bureauId}, 0))`.execute(tx);
}

interface LastPress {
  readonly press_at: Date | null;
  readonly press_kind: string | null;
}

/** What was pressed a short while ago is not pressed again; an escalation in between lifts the wait. */
export function pressedLately(view: SupervisionView, now: Date, last: LastPress): boolean {
  if (last.press_at === null || last.press_kind !== 'press') return false;
  return now.getTime() - last.press_at.getTime() < view.settings.pressAgainHours * 3_600_000;
}

/** The last press of each of some matters. */
export async function lastPresses(
  tx: Tx,
  bureauId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LastPress>> {
  const { rows } = await sql<LastPress & { key: string }>`
    select distinct on (matter_key) matter_key as key, at as press_at, kind as press_kind from press
    where bureau_id = ${bureauId} and matter_key = any(${[...keys]})
    order by matter_key, at desc, id`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}

/** By when an answer is wanted: the bureau's usual working days; refused without the table of the year. */
export function usualReplyBy(view: SupervisionView): Result<Date> {
  const day = addWorkingDays(view.calendar, view.today, view.settings.replyDays);
  return day.ok ? { ok: true, value: endOfDay(day.value, view.timeZone) } : day;
}
