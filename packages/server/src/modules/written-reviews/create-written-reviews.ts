import { randomUUID } from 'node:crypto';
import { chineseDate, exact, type RedLineTask, type RuleSet, redLineTasks, scored } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { type Notice, notify } from '../notifications/index.ts';
import { dueDay } from './due-day.ts';
import { type ReviewRow, setState } from './move-review.ts';
import { ownersOf } from './owners.ts';

export interface PublishedPeriod {
  readonly id: string;
  readonly bureauId: string;
  readonly label: string;
  readonly timeZone: string;
  readonly ruleSet: Pick<RuleSet, 'redLine'>;
}

/** A published result, as far as the red line looks at it. */
interface Below {
  readonly task: RedLineTask;
  readonly kind: 'unit' | 'officer';
  readonly name: string;
  readonly code: string;
  readonly unitId: string;
  readonly score: string;
}

/**
 * With the publication of results: whoever is below the red line owes a written review, once a subject and period, and
 * whoever no longer is owes none (P16). Publishing again changes what changed and nothing else; points stay as they are.
 */
export async function createWrittenReviews(
  tx: Tx,
  ctx: Ctx,
  period: PublishedPeriod,
  evaluationId: string,
): Promise<number> {
  if (await isTrial(tx, period.id)) return 0;
  const below = await belowTheLine(tx, period, evaluationId);
  const earlier = await tx
    .selectFrom('written_review')
    .selectAll()
    .where('period_id', '=', period.id)
    .forUpdate()
    .execute();
  const known = new Map(earlier.map((review) => [`${review.subject_kind} ${review.subject_id}`, review]));
  await cancelRisen(tx, ctx, earlier, below);
  const { redLine } = period.ruleSet;
  if (below.length === 0 || redLine === undefined) return 0;
  const dueOn = await dueDay(tx, period, ctx.now, redLine.dueWorkingDays);
  const fresh: Below[] = [];
  for (const one of below) {
    const review = known.get(`${one.kind} ${one.task.subject}`);
    if (review === undefined) fresh.push(one);
    else await renew(tx, ctx, review, { score: one.score, below: redLine.below, due_on: dueOn });
  }
  await insertReviews(tx, ctx, period, fresh, { dueOn, line: redLine.below });
  return fresh.length;
}

/** A trial counts nowhere (P20). */
async function isTrial(tx: Tx, periodId: string): Promise<boolean> {
  const { trial } = await tx
    .selectFrom('period')
    .select('trial')
    .where('id', '=', periodId)
    .executeTakeFirstOrThrow();
  return trial;
}

async function belowTheLine(tx: Tx, period: PublishedPeriod, evaluationId: string): Promise<Below[]> {
  if (period.ruleSet.redLine === undefined) return [];
  const rows = await tx
    .selectFrom('result')
    .select(['subject_kind', 'subject_id', 'subject_name', 'subject_code', 'unit_id', 'score'])
    .where('evaluation_id', '=', evaluationId)
    .where('score_state', '=', 'scored')
    .orderBy('subject_code')
    .execute();
  const shown = new Map(rows.map((row) => [row.subject_id, row]));
  const results = rows.flatMap(({ subject_id, subject_kind, score }) =>
    score === null
      ? []
      : [{ subject: subject_id, kind: subject_kind as Below['kind'], score: scored(exact(score)) }],
  );
  return redLineTasks(period.ruleSet, results).flatMap((task) => {
    const row = shown.get(task.subject);
    if (!row?.score) return [];
    return [
      {
        task,
        kind: row.subject_kind as Below['kind'],
        name: row.subject_name,
        code: row.subject_code,
        unitId: row.unit_id,
        score: row.score,
      },
    ];
  });
}

const RISEN = '重新公示的成绩不低于红线';
const FALLEN = '重新公示的成绩低于红线';

async function cancelRisen(
  tx: Tx,
  ctx: Ctx,
  earlier: readonly ReviewRow[],
  below: readonly Below[],
): Promise<void> {
  const still = new Set(below.map((one) => `${one.kind} ${one.task.subject}`));
  for (const review of earlier) {
    if (still.has(`${review.subject_kind} ${review.subject_id}`)) continue;
    if (review.state === 'accepted' || review.state === 'cancelled') continue;
    await setState(tx, ctx, review, 'cancel', RISEN);
  }
}

interface Renewal {
  readonly score: string;
  readonly below: string;
  readonly due_on: string;
}

/** Once a subject and period: the same task goes on, with the score that was published now. */
async function renew(tx: Tx, ctx: Ctx, review: ReviewRow, { due_on, ...numbers }: Renewal): Promise<void> {
  if (review.state === 'cancelled') {
    await setState(tx, ctx, review, 'reopen', FALLEN, {
      ...numbers,
      due_on,
      reminded_at: null,
      escalated_at: null,
    });
  } else if (review.score !== numbers.score || review.below !== numbers.below) {
    await tx.updateTable('written_review').set(numbers).where('id', '=', review.id).execute();
  }
}

const ROWS_PER_INSERT = 500;

async function insertReviews(
  tx: Tx,
  ctx: Ctx,
  period: PublishedPeriod,
  fresh: readonly Below[],
  { dueOn, line }: { readonly dueOn: string; readonly line: string },
): Promise<void> {
  const rows = fresh.map((one) => ({
    id: randomUUID(),
    bureau_id: period.bureauId,
    period_id: period.id,
    subject_kind: one.kind,
    subject_id: one.task.subject,
    subject_name: one.name,
    subject_code: one.code,
    subject_unit_id: one.unitId,
    task: one.task.task,
    score: one.score,
    below: line,
    clause: one.task.clause ?? null,
    due_on: dueOn,
    created_at: ctx.now,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    await tx.insertInto('written_review').values(part).execute();
    await tx
      .insertInto('work_event')
      .values(
        part.map((row) => ({
          bureau_id: period.bureauId,
          work_kind: 'writtenReview',
          work_id: row.id,
          action: 'create',
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          reason: `${period.label}成绩公示，低于红线 ${row.below} 分`,
          at: ctx.now,
        })),
      )
      .execute();
  }
  const owners = await ownersOf(tx, period.bureauId, rows);
  const notices = rows.map(
    (row): Notice => ({
      kind: 'writtenReview',
      title: `${period.label}${row.task}待提交`,
      detail: `请于${chineseDate(dueOn)}前提交，不影响得分。`,
      address: `/written-reviews/${row.id}`,
      about: { kind: 'writtenReview', id: row.id },
      accountIds: (owners.get(row.subject_id) ?? []).map(({ accountId }) => accountId),
    }),
  );
  await notify(tx, { bureauId: period.bureauId, now: ctx.now }, notices);
}
