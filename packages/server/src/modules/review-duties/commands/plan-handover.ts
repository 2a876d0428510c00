import { randomUUID } from 'node:crypto';
import type { reviewDuties } from '@mingji/contract';
import { chineseDate, decideAccess } from '@mingji/engine';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { beginHandover, endHandoverNow } from '../handover-work.ts';
import { handoverViews, reviewUnitsOf } from '../queries/list-handovers.ts';

type Input = z.output<typeof reviewDuties.planHandover.body>;
const LONGEST_DAYS = 366;

/** Hands one's queue over for the days of an absence; today or later, to a colleague who reviews for the same unit. */
export async function planHandover(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'review.planHandover', requestId, content }, async (tx) => {
    const accountId = input.accountId ?? ctx.actor.accountId;
    const units = await reviewUnitsOf(tx, accountId);
    requireMay(ctx, accountId, units);
    requireDays(ctx, input);
    await requireDeputy(tx, accountId, input, units);
    const handover = {
      id: randomUUID(),
      bureau_id: ctx.actor.bureauId,
      account_id: accountId,
      deputy_account_id: input.deputyAccountId,
      from_on: input.fromOn,
      to_on: input.toOn,
      reason: input.reason,
      made_by: ctx.actor.accountId,
      made_at: ctx.now,
    };
    await tx.insertInto('review_handover').values(handover).execute();
    const today = localDay(ctx.now, ctx.actor.timeZone);
    if (input.fromOn <= today) await beginHandover(tx, handover, mover(ctx));
    return {
      result: { handover: await viewOf(tx, ctx, handover.id) },
      audit: {
        action: 'review.handoverPlanned',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `交接审核工作 ${input.fromOn} 至 ${input.toOn}`,
        detail: { deputyAccountId: input.deputyAccountId },
      },
    };
  });
}

/** Ends a running absence early, or cancels one that has not begun; what still waits comes back. */
export async function endHandover(ctx: Ctx, handoverId: string, requestId: string) {
  return runCommand(ctx, { name: 'review.endHandover', requestId, content: { handoverId } }, async (tx) => {
    const row = await tx
      .selectFrom('review_handover')
      .selectAll()
      .where('bureau_id', '=', ctx.actor.bureauId)
      .where('id', '=', handoverId)
      .executeTakeFirst();
    if (!row) throw notFound('交接');
    requireMay(ctx, row.account_id, await reviewUnitsOf(tx, row.account_id));
    const state = row.state === 'planned' ? 'cancelled' : 'ended';
    if (!(await endHandoverNow(tx, row, state, mover(ctx)))) {
      throw new Refusal('conflict', '该交接已经结束或取消，不需再次办理。请刷新后查看。');
    }
    return {
      result: { handover: await viewOf(tx, ctx, handoverId) },
      audit: {
        action: 'review.handoverEnded',
        subjectKind: 'account',
        subjectId: row.account_id,
        summary: state === 'cancelled' ? '取消审核交接' : '提前结束审核交接',
      },
    };
  });
}

const mover = (ctx: Ctx) => ({ accountId: ctx.actor.accountId, name: ctx.actor.displayName, now: ctx.now });

async function viewOf(reader: Reader, ctx: Ctx, id: string) {
  const [view] = await handoverViews(reader, ctx, { ids: [id], limit: 1, offset: 0 });
  if (!view) throw new Error(`handover ${id} is not there`);
  return view;
}

type Units = readonly { readonly id: string; readonly path: string }[];

function requireMay(ctx: Ctx, accountId: string, units: Units): void {
  if (units.length === 0) {
    throw new Refusal('refused', '该人员不是任何归口部门的审核人，没有可交接的审核工作。');
  }
  if (accountId === ctx.actor.accountId) return;
  if (units.some(({ path }) => decideAccess(ctx.actor, 'review.arrange', { unitPath: path }).allowed)) return;
  throw new Refusal('forbidden', '只能交接本人的审核工作；代他人交接由归口部门负责人或考核办办理。');
}

function requireDays(ctx: Ctx, { fromOn, toOn }: Input): void {
  const refuse = (path: string, message: string) => new Refusal('invalid', message, [{ path, message }]);
  if (toOn < fromOn) throw refuse('toOn', '结束日期不能早于开始日期');
  if (toOn < localDay(ctx.now, ctx.actor.timeZone)) throw refuse('toOn', '结束日期已经过去，请核对日期');
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000;
  if (days > LONGEST_DAYS) throw refuse('toOn', '一次交接最长一年，请分次办理');
}

async function requireDeputy(tx: Tx, accountId: string, input: Input, units: Units): Promise<void> {
  const refuse = (message: string) => new Refusal('refused', message, [{ path: 'deputyAccountId', message }]);
  if (input.deputyAccountId === accountId) throw refuse('不能交接给本人，请另选同部门的审核人');
  const theirs = await reviewUnitsOf(tx, input.deputyAccountId);
  const shared = units.some(({ path }) => theirs.some((other) => path.startsWith(other.path)));
  if (!shared) throw refuse('所选人员不是同一归口部门的审核人，不能代为审核');
  // Two absences of one person never overlap, and nobody stands in who is away himself.
  for (const [who, whose] of [
    [accountId, '该审核人在这段时间已有交接'],
    [input.deputyAccountId, '所选人员在这段时间也已请假交接，请另选他人'],
  ] as const) {
    const other = await tx
      .selectFrom('review_handover')
      .select(['from_on', 'to_on'])
      .where('account_id', '=', who)
      .where('state', 'in', ['planned', 'running'])
      .where('from_on', '<=', input.toOn)
      .where('to_on', '>=', input.fromOn)
      .executeTakeFirst();
    if (other) throw refuse(`${whose}（${chineseDate(other.from_on)}至${chineseDate(other.to_on)}）`);
  }
}
