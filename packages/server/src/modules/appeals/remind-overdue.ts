import { chineseDate } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notify } from '../notifications/index.ts';
import { appealMatter } from './appeal-matter.ts';
import { candidatesFor } from './candidates.ts';

const AT_ONCE = 100;

/** Tells those who may answer, once an appeal, that its day has passed (P7); as often as it runs, nobody is told twice. */
export async function remindOverdueAppeals(deps: Deps): Promise<number> {
  let told = 0;
  for (;;) {
    const batch = await deps.db.transaction().execute((tx) => remindSome(tx, deps.clock()));
    told += batch;
    if (batch < AT_ONCE) return told;
  }
}

interface Overdue {
  readonly id: string;
  readonly bureau_id: string;
  readonly due: string;
}

/** Rows another server is telling of are left to it. */
async function remindSome(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<Overdue>`
    update appeal set overdue_told_at = ${now} where id in (
      select a.id from appeal a join bureau b on b.id = a.bureau_id
      where a.state = 'filed' and a.overdue_told_at is null
        and a.answer_due_on < (${now}::timestamptz at time zone b.time_zone)::date
      order by a.answer_due_on limit ${AT_ONCE} for update of a skip locked)
    returning id, bureau_id, answer_due_on as due`.execute(tx);
  for (const row of rows) {
    await notify(tx, { bureauId: row.bureau_id, now }, [
      {
        kind: 'press',
        title: `${await appealMatter(tx, row.id)}的复议逾期未答复`,
        detail: `答复期限为${chineseDate(row.due)}，现已逾期，请尽快答复。`,
        address: `/appeals/${row.id}`,
        about: { kind: 'appeal', id: row.id },
        accountIds: (await candidatesFor(tx, row.id)).map((each) => each.id),
      },
    ]);
  }
  return rows.length;
}
