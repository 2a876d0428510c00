import { sql } from 'kysely';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';

interface Owed {
  readonly id: string;
  readonly due_on: string;
  readonly owner: string;
  readonly owner_name: string;
  readonly decider: string | null;
  readonly decider_name: string | null;
}
type End = 'accepted' | 'handedIn' | 'returned' | 'overdue';

const texts = [
  '本月走访和反诈宣传没有按计划完成，主要是对任务安排不紧、主动性不够。已列出每周计划，下月起逐项销号，请所领导监督。',
  '本月因集中办理积案，基础工作投入不足，群众投诉一起核查属实。已向当事人说明情况，今后严格执行接处警规范。',
  '对指标要求学习不够，台账补录不及时造成失分。已与内勤核对全部台账，今后当日工作当日填报。',
] as const;

/**
 * What publishing made over the year, as people dealt with it: of long ago all is accepted, some of it late; the newest
 * wait, came back, were looked through, or are overdue.
 */
export async function settleWrittenReviews({ deps, random, city, today }: DemoWorld): Promise<void> {
  const { rows } = await sql<Owed>`
    select w.id, w.due_on::text as due_on, owner.id as owner, owner.display_name as owner_name,
           head.id as decider, head.display_name as decider_name
    from written_review w
    join account owner on owner.officer_id = w.subject_id
    left join lateral (
      select a.id, a.display_name from account_role r join account a on a.id = r.account_id
      join unit held on held.id = r.unit_id join unit u on u.id = w.subject_unit_id
      where r.role = 'unitHead' and starts_with(u.path, held.path) and a.id <> owner.id
      order by length(held.path) desc, a.id limit 1) head on true
    where w.bureau_id = ${city.bureauId} and w.state = 'open'
    order by w.due_on, w.id`.execute(deps.db);
  const recent = addDays(today, -30);
  const settled: { readonly row: Owed; readonly end: End }[] = [];
  let fresh = 0;
  for (const row of rows) {
    if (row.due_on < recent) settled.push({ row, end: 'accepted' });
    else {
      const end = (['overdue', 'handedIn', 'returned', 'accepted', null] as const)[fresh % 5] ?? null;
      fresh += 1;
      if (end !== null) settled.push({ row, end });
    }
  }
  for (let from = 0; from < settled.length; from += 500) {
    await write(settled.slice(from, from + 500).map(({ row, end }) => stepsOf(row, end)));
  }

  function stepsOf(row: Owed, end: End) {
    const late = end === 'accepted' && random.chance(0.08);
    const handedAt = new Date(`${addDays(row.due_on, late ? 2 : -1)}T16:20:00+08:00`);
    const decidedAt = new Date(handedAt.getTime() + 20 * 3_600_000);
    return { row, end, late, text: random.pick(texts), handedAt, decidedAt };
  }

  async function write(steps: readonly ReturnType<typeof stepsOf>[]): Promise<void> {
    const handed = steps.filter(({ end }) => end !== 'overdue');
    if (handed.length > 0) {
      await deps.db
        .insertInto('written_review_version')
        .values(
          handed.map(({ row, text, late, handedAt }) => ({
            review_id: row.id,
            version: 1,
            text,
            late,
            by_account_id: row.owner,
            by_name: row.owner_name,
            at: handedAt,
          })),
        )
        .execute();
    }
    const data = JSON.stringify(
      steps.map(({ row, end, late, handedAt, decidedAt }) => {
        const decided = end === 'accepted' || end === 'returned';
        return {
          id: row.id,
          state: end === 'overdue' ? 'open' : end,
          version: end === 'overdue' ? 0 : 1,
          late,
          handed_at: end === 'overdue' ? null : handedAt,
          handed_by: end === 'overdue' ? null : row.owner,
          decided_by: decided ? (row.decider ?? city.accounts.office.id) : null,
          decided_at: decided ? decidedAt : null,
          escalated_at: end === 'overdue' ? new Date(`${addDays(row.due_on, 1)}T08:15:00+08:00`) : null,
          due_on: end === 'overdue' ? addDays(today, -3) : row.due_on,
        };
      }),
    );
    await sql`
      update written_review w set state = s.state, latest_version = s.version, late = s.late, handed_at = s.handed_at,
        handed_by = s.handed_by, decided_by = s.decided_by, decided_at = s.decided_at, due_on = s.due_on,
        reminded_at = case when s.escalated_at is null then w.reminded_at else s.escalated_at end,
        escalated_at = s.escalated_at
      from json_to_recordset(${data}::json) as s(id uuid, state text, version int, late boolean,
        handed_at timestamptz, handed_by uuid, decided_by uuid, decided_at timestamptz, escalated_at timestamptz,
        due_on date)
      where w.id = s.id`.execute(deps.db);
    await deps.db.insertInto('work_event').values(steps.flatMap(eventsOf)).execute();
  }

  function eventsOf({ row, end, handedAt, decidedAt }: ReturnType<typeof stepsOf>) {
    const event = (
      action: string,
      account: string | null,
      name: string,
      at: Date,
      reason: string | null,
    ) => ({
      bureau_id: city.bureauId,
      work_kind: 'writtenReview',
      work_id: row.id,
      action,
      account_id: account,
      account_name: name,
      reason,
      at,
    });
    if (end === 'overdue') {
      return [event('escalate', null, '系统', new Date(`${addDays(today, -2)}T08:15:00+08:00`), null)];
    }
    const handIn = event('handIn', row.owner, row.owner_name, handedAt, null);
    const decider = row.decider ?? city.accounts.office.id;
    const name = row.decider_name ?? city.accounts.office.displayName;
    if (end === 'handedIn') return [handIn];
    const returned = end === 'returned';
    const reason = returned ? '原因分析笼统，未写明整改措施和完成时限，请重写' : null;
    return [handIn, event(returned ? 'return' : 'accept', decider, name, decidedAt, reason)];
  }
}
