import type { periodCalendar, Received } from '@mingji/contract';
import { chineseDate, markedLabel, needsSecondPerson, type PeriodState } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { endOfDay } from '../day-end.ts';
import { effectiveState } from '../effective-state.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';
import { tellOfPeriod } from '../tell-of-period.ts';

type Input = Received<typeof periodCalendar.openBackEntry>;

/** Opens a past month for what was never entered, in the office's own window; the month says so from then on (P20). */
export async function openBackEntry(ctx: Ctx, { params, body }: Input) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.openBackEntry', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      refuseBackEntry(ctx, row, body);
      const label = markedLabel(row.label, { trial: row.trial, backEntry: true });
      const moved = await tx
        .updateTable('period')
        .set({
          label,
          back_entry: true,
          back_entry_reason: body.reason,
          state: 'open',
          submit_by: endOfDay(body.submitOn, ctx.actor.timeZone),
          review_by: endOfDay(body.reviewOn, ctx.actor.timeZone),
          report_by: null,
        })
        .where('id', '=', periodId)
        .where('state', '=', row.state)
        .executeTakeFirst();
      if (moved.numUpdatedRows === 0n) throw new Refusal('conflict', '周期状态刚被他人改变，请刷新后重试。');
      await recordPeriodEvent(tx, ctx, { periodId, action: 'backEntryOpened', reason: body.reason });
      await tellOfPeriod(
        tx,
        { ...row, label },
        {
          now: ctx.now,
          title: '开放补录',
          detail: `${chineseDate(body.submitOn)}24:00 前可以补报。原因：${body.reason}`,
          to: 'below',
          roles: ['unitHead', 'unitClerk'],
          except: ctx.actor.accountId,
        },
      );
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.backEntryOpened',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `开放补录：周期“${row.label}”，至${chineseDate(body.submitOn)}，原因：${body.reason}`,
        },
      };
    },
  );
}

function refuseBackEntry(ctx: Ctx, row: PeriodRow, body: Input['body']): void {
  const { timeZone } = ctx.actor;
  if (row.state === 'sealed') {
    throw new Refusal('sealed', `周期“${row.label}”已封存，不能补录。复议成立的，在当期另记调整。`);
  }
  if (row.discarded_at !== null) throw new Refusal('conflict', `试运行周期“${row.label}”已经作废。`);
  if (row.to_on >= localDay(ctx.now, timeZone)) {
    throw new Refusal('refused', `周期“${row.label}”尚未结束，可以照常填报，无须补录。`);
  }
  const state = effectiveState(row, ctx.now);
  refuseAlone(row, state);
  if (state !== 'draft' && state !== 'submissionClosed' && state !== 'reviewing') {
    throw new Refusal(
      'conflict',
      state === 'open'
        ? `周期“${row.label}”正在填报，延长期限请用“调整期限”。`
        : `周期“${row.label}”已经公示，不能补录。请先申请退回审核。`,
    );
  }
  const late = endOfDay(body.submitOn, timeZone) <= ctx.now;
  const problems = [
    late && { path: 'submitOn', message: '补录截止日须为今天或以后。' },
    body.reviewOn < body.submitOn && { path: 'reviewOn', message: '审核截止日不能早于补录截止日。' },
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Refusal('invalid', '补录期限有误，请按提示改正。', problems);
}

/** P14: late entry is no way around the second person, nor around a request that waits. */
function refuseAlone(row: PeriodRow, state: PeriodState): void {
  if (row.reopening_id !== null) {
    throw new Refusal(
      'conflict',
      `周期“${row.label}”已有一件重新开放的申请待复核（${row.reopening_by_name}）。请先办理该申请。`,
    );
  }
  if (state === 'inNotice' || !needsSecondPerson(state, row.reopened_times)) return;
  throw new Refusal(
    'refused',
    `周期“${row.label}”已重新开放过 ${row.reopened_times} 次，再次开放须由第二人复核：请提出重新开放填报的申请。`,
  );
}
