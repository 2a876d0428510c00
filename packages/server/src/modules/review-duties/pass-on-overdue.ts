import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { accountsHolding, type Notice, namedFew, notify } from '../notifications/index.ts';
import { type ChosenReviewer, chooseReviewer } from './choose-reviewer.ts';
import { recusedFrom } from './recused-from.ts';

export interface Bureau {
  readonly id: string;
  readonly time_zone: string;
}
interface Overdue {
  readonly id: string;
  readonly title: string;
  readonly indicator_code: string;
  readonly owner_unit_id: string;
  readonly owner_path: string;
  readonly officer_id: string | null;
  readonly authors: string[];
  readonly assignee_account_id: string | null;
  readonly assigned_for_account_id: string | null;
}

const BATCH = 200;

/** What is not reviewed in time goes to the next in the order, once; both are told, without one the heads are (P9). */
export async function passOnOverdue(deps: Deps, bureau: Bureau): Promise<number> {
  let passed = 0;
  for (;;) {
    const count = await deps.db.transaction().execute((tx) => passOnBatch(tx, bureau, deps.clock()));
    passed += count;
    if (count < BATCH) return passed;
  }
}

async function passOnBatch(tx: Tx, bureau: Bureau, now: Date): Promise<number> {
  const { rows } = await sql<Overdue>`
    select s.id, sv.title, s.indicator_code, s.owner_unit_id, ou.path as owner_path,
           case when s.subject_kind = 'officer' then s.subject_id end as officer_id,
           array(select v.by_account_id from submission_version v where v.submission_id = s.id
             union ${recusedFrom(sql`s.id`)}) as authors,
           s.assignee_account_id, s.assigned_for_account_id
    from submission s join unit ou on ou.id = s.owner_unit_id join period p on p.id = s.period_id
    join submission_version sv on sv.submission_id = s.id and sv.version = s.latest_version
    where s.bureau_id = ${bureau.id} and s.state = 'submitted' and s.passed_on_at is null
      and s.review_due_at < ${now} and p.state <> 'sealed'
      and (s.taken_until is null or s.taken_until <= ${now})
    order by s.review_due_at, s.id limit ${BATCH} for update of s skip locked`.execute(tx);
  const notices = new NoticeTitles();
  for (const row of rows) await passOn(tx, bureau, now, row, notices);
  await notify(tx, { bureauId: bureau.id, now }, await notices.told(tx));
  return rows.length;
}

async function passOn(tx: Tx, bureau: Bureau, now: Date, row: Overdue, notices: NoticeTitles): Promise<void> {
  const had = [row.assignee_account_id, row.assigned_for_account_id].filter((id) => id !== null);
  const next = await chooseReviewer(
    tx,
    {
      bureauId: bureau.id,
      ownerUnit: { id: row.owner_unit_id, path: row.owner_path },
      indicatorCode: row.indicator_code,
      officerId: row.officer_id,
      authorAccountIds: row.authors,
      today: localDay(now, bureau.time_zone),
    },
    had,
  );
  await tx
    .updateTable('submission')
    .set({
      passed_on_at: now,
      taken_by: null,
      taken_at: null,
      taken_until: null,
      ...(next
        ? {
            assignee_account_id: next.accountId,
            assigned_for_account_id: row.assignee_account_id,
            assigned_at: now,
          }
        : {}),
    })
    .where('id', '=', row.id)
    .where('state', '=', 'submitted')
    .execute();
  if (next) {
    await tx
      .insertInto('work_event')
      .values({
        bureau_id: bureau.id,
        work_kind: 'submission',
        work_id: row.id,
        action: 'standIn',
        account_id: null,
        account_name: '系统',
        reason: `审核时限已过，转由${next.name}办理`,
        at: now,
      })
      .execute();
  }
  notices.add(row, next);
}

/** One notice a person and run, whatever the number of submissions; it says which they are. */
class NoticeTitles {
  private readonly gained = new Map<string, string[]>();
  private readonly lost = new Map<string, string[]>();
  private readonly stuck = new Map<string, string[]>();

  add(row: Overdue, next: ChosenReviewer | null): void {
    const add = (titles: Map<string, string[]>, id: string) =>
      titles.set(id, [...(titles.get(id) ?? []), row.title]);
    if (!next) {
      add(this.stuck, row.owner_unit_id);
      return;
    }
    add(this.gained, next.accountId);
    if (row.assignee_account_id) add(this.lost, row.assignee_account_id);
  }

  async told(tx: Tx): Promise<Notice[]> {
    const heads = await accountsHolding(tx, ['unitHead', 'reviewer'], [...this.stuck.keys()]);
    const notice = (
      titles: readonly string[],
      title: string,
      detail: string,
      address: string,
      accountIds: readonly string[],
    ): Notice => ({
      kind: 'transferred',
      title,
      detail: `${namedFew(titles, '件')}。${detail}`,
      address,
      about: { kind: 'submission', id: null },
      accountIds,
    });
    return [
      ...[...this.gained].map(([id, titles]) =>
        notice(
          titles,
          `${titles.length} 件逾期未审的填报转由您办理`,
          '原审核人未在时限内审核，请您尽快办理。',
          '/review?whose=mine&overdue=1',
          [id],
        ),
      ),
      ...[...this.lost].map(([id, titles]) =>
        notice(
          titles,
          `${titles.length} 件填报逾期未审，已转备岗`,
          '超过审核时限，已按分工转由备岗办理，办理过程中有记录。',
          '/review?whose=all',
          [id],
        ),
      ),
      ...[...this.stuck].map(([unitId, titles]) =>
        notice(
          titles,
          `本部门 ${titles.length} 件填报逾期未审`,
          '没有可以接替的备岗。请在“审核负荷”中改派，或在“审核分工”中补充备岗。',
          '/review-load',
          heads.get(unitId) ?? [],
        ),
      ),
    ].filter(({ accountIds }) => accountIds.length > 0);
  }
}
