import { chineseDate } from '@mingji/engine';
import type { Deps } from '../context.ts';
import { type BulkRow, bulkInsert } from './bulk-insert.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { makeEvidence } from './evidence-files.ts';
import type { DemoLedgerRow } from './ledger-rows.ts';
import type { DemoOfficer } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface CurrentPlace {
  readonly bureauId: string;
  readonly periodId: string;
  readonly now: Date;
  readonly officers: readonly DemoOfficer[];
}

/**
 * The month in progress: positive work was reported by the officers and accepted, some waits for review, some came
 * back. Accepted submissions point to their ledger entries by source.
 */
export async function insertCurrentWork(
  deps: Deps,
  random: SeededRandom,
  place: CurrentPlace,
  rows: readonly DemoLedgerRow[],
): Promise<DemoLedgerRow[]> {
  const officers = new Map(place.officers.map((officer) => [officer.id, officer]));
  const submissions: BulkRow<'submission'>[] = [];
  const versions: BulkRow<'submission_version'>[] = [];
  const events: BulkRow<'work_event'>[] = [];
  const booked: DemoLedgerRow[] = [];
  const evidence = await makeEvidence(deps, random, place);
  for (const row of rows) {
    const officer = officers.get(row.subject_id);
    if (!officer || !row.owner_unit_id) {
      booked.push(row);
      continue;
    }
    const state = reviewState(random, row.at, place.now);
    const id = random.uuid();
    const at = new Date(Math.min(row.at.getTime(), place.now.getTime()));
    const decided =
      state === 'submitted' ? null : new Date(Math.min(at.getTime() + 86_400_000, place.now.getTime()));
    submissions.push({
      id,
      bureau_id: place.bureauId,
      period_id: place.periodId,
      indicator_code: row.indicator_code,
      target_id: null,
      subject_kind: 'officer',
      subject_id: row.subject_id,
      subject_unit_id: row.subject_unit_id,
      owner_unit_id: row.owner_unit_id,
      author_account_id: officer.accountId,
      state,
      latest_version: 1,
      late: false,
      decided_by: decided ? row.by_account_id : null,
      decided_at: decided,
      created_at: at,
      updated_at: decided ?? at,
    });
    versions.push({
      submission_id: id,
      version: 1,
      title: row.reason.slice(0, 100),
      description: `${row.reason}。${officer.unit.name}，${chineseDate(row.occurred_on)}。`,
      event_code: row.event_code,
      quantity: row.quantity,
      occurred_on: row.occurred_on,
      matter_key: row.matter_key,
      file_ids: state === 'accepted' ? [] : evidence.take(),
      by_account_id: officer.accountId,
      at,
    });
    const event = (action: string, account: string, name: string, when: Date, reason: string | null) =>
      events.push({
        bureau_id: place.bureauId,
        work_kind: 'submission',
        work_id: id,
        action,
        account_id: account,
        account_name: name,
        reason,
        version: 1,
        at: when,
      });
    event('submit', officer.accountId, officer.name, at, null);
    if (state === 'accepted' && decided) event('accept', row.by_account_id, row.by_name, decided, null);
    if (state === 'returned' && decided)
      event(
        'return',
        row.by_account_id,
        row.by_name,
        decided,
        random.pick(['请补充现场照片', '走访登记缺户主签字，请补正', '与上月材料相同，请说明']),
      );
    if (state === 'accepted')
      booked.push({ ...row, source_kind: 'submission', source_id: id, at: decided ?? at });
  }
  await bulkInsert(deps.db, 'submission', submissions);
  await bulkInsert(deps.db, 'submission_version', versions);
  await bulkInsert(deps.db, 'work_event', events);
  return booked;
}

/** Reviewers are some days behind: the newest work waits, some came back lately; what came back before was corrected. */
function reviewState(random: SeededRandom, at: Date, now: Date): 'accepted' | 'submitted' | 'returned' {
  const days = (now.getTime() - at.getTime()) / 86_400_000;
  if (days < 4 && random.chance(0.6)) return 'submitted';
  return random.chance(days < 9 ? 0.06 : 0.005) ? 'returned' : 'accepted';
}

const DAY_MS = 86_400_000;
/** What was filed longer ago has been answered; of the newer ones every fourth. */
const ANSWERED_AFTER_MS = 6 * DAY_MS;

/** Appeals against the newest deductions: the newer wait for an answer, the older were dismissed with reasons. */
export async function insertAppeals(
  deps: Deps,
  random: SeededRandom,
  place: CurrentPlace,
  rows: readonly DemoLedgerRow[],
  others: readonly DemoAccount[],
): Promise<void> {
  const officers = new Map(place.officers.map((officer) => [officer.id, officer]));
  const deductions = rows
    .filter((row) => Number(row.booked_points ?? 0) < 0 && row.subject_kind === 'officer')
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, 24);
  const appeals: BulkRow<'appeal'>[] = [];
  const events: BulkRow<'work_event'>[] = [];
  for (const [index, row] of deductions.entries()) {
    const officer = officers.get(row.subject_id);
    const decider = others.find(
      (account) => account.id !== row.by_account_id && account.id !== officer?.accountId,
    );
    if (!officer || !decider || !row.owner_unit_id) continue;
    const id = random.uuid();
    const filedAt = new Date(Math.min(row.at.getTime() + 3_600_000, place.now.getTime()));
    const age = place.now.getTime() - filedAt.getTime();
    const dismissed = age > ANSWERED_AFTER_MS || index % 4 === 3;
    const decidedAt = new Date(Math.min(filedAt.getTime() + (1 + (index % 5)) * DAY_MS, place.now.getTime()));
    appeals.push({
      id,
      bureau_id: place.bureauId,
      period_id: place.periodId,
      ledger_entry_id: row.id,
      subject_kind: 'officer',
      subject_id: row.subject_id,
      subject_unit_id: row.subject_unit_id,
      owner_unit_id: row.owner_unit_id,
      author_account_id: officer.accountId,
      scored_by_account_id: row.by_account_id,
      grounds: random.pick([
        '当时正在出警，有指挥中心派警记录可查，请复核。',
        '该文书已在规定期限内补正，请予更正。',
        '当日已按规定请假，请核对请假手续。',
      ]),
      file_ids: [],
      state: dismissed ? 'dismissed' : 'filed',
      answer: dismissed ? '经调取值班录像与请假台账，扣分属实，维持原评分。' : null,
      answer_file_ids: [],
      decided_by: dismissed ? decider.id : null,
      decided_at: dismissed ? decidedAt : null,
      // Five working days and a weekend.
      answer_due_on: new Date(filedAt.getTime() + 7 * DAY_MS).toISOString().slice(0, 10),
      filed_at: filedAt,
    });
    events.push({
      bureau_id: place.bureauId,
      work_kind: 'appeal',
      work_id: id,
      action: 'file',
      account_id: officer.accountId,
      account_name: officer.name,
      reason: null,
      version: null,
      at: filedAt,
    });
    if (dismissed)
      events.push({
        bureau_id: place.bureauId,
        work_kind: 'appeal',
        work_id: id,
        action: 'dismiss',
        account_id: decider.id,
        account_name: decider.displayName,
        reason: '扣分属实',
        version: null,
        at: decidedAt,
      });
  }
  await bulkInsert(deps.db, 'appeal', appeals);
  await bulkInsert(deps.db, 'work_event', events);
}
