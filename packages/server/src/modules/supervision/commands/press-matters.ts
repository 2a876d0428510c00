import type { Received, supervision } from '@mingji/contract';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { deadlineText, endOfDay } from '../../periods/index.ts';
import { findMatters, type MatterRow } from '../find-matters.ts';
import { matterFilter } from '../matter-filter.ts';
import { lockPresses, pressedLately, usualReplyBy } from '../press-again.ts';
import { mayPress, pressable } from '../press-reach.ts';
import { recordPresses } from '../record-presses.ts';
import { type SupervisionView, supervisionView } from '../supervision-view.ts';

type Body = Received<typeof supervision.pressMatters>['body'];
/** More at once than this is a county's work, not one click's. */
const MOST = 5_000;

/** P10: presses one, many or all below a unit; what was pressed a short while ago is not pressed again. */
export async function pressMatters(ctx: Ctx, { body }: Received<typeof supervision.pressMatters>) {
  return runCommand(
    ctx,
    { name: 'supervision.press', requestId: body.requestId, content: body },
    async (tx) => {
      const { bureauId, timeZone, accountId, displayName } = ctx.actor;
      await lockPresses(tx, bureauId);
      const view = await supervisionView(tx, { bureauId, timeZone, now: ctx.now });
      const replyBy = replyDeadline(ctx, view, body.replyBy);
      const found = body.keys ? await byKeys(tx, ctx, view, body.keys) : await byFilter(tx, ctx, view, body);
      const recent = found.filter((row) => pressedLately(view, ctx.now, row));
      const wanted = found.filter((row) => !recent.includes(row));
      const gone = (body.keys ?? []).filter((key) => !found.some((row) => row.key === key));
      if (wanted.length === 0) throw nothingToPress(ctx, view, recent, gone.length);
      const unreached = await recordPresses(
        tx,
        { bureauId, now: ctx.now, accountId, name: displayName },
        wanted.map((row) => ({ row, text: body.text, replyBy })),
      );
      const skipped = [
        ...recent.map((row) => ({ key: row.key, reason: pressedText(ctx, view, row) })),
        ...gone.map((key) => ({ key, reason: '该事项已经办结，不必再催。' })),
      ];
      return {
        result: {
          pressed: wanted.length,
          unreached: unreached.length,
          skippedCount: skipped.length,
          skipped: skipped.slice(0, 50),
        },
        audit: {
          action: 'supervision.pressed',
          subjectKind: 'press',
          subjectId: null,
          summary: `催办 ${wanted.length} 项`,
        },
      };
    },
  );
}

async function byKeys(tx: Tx, ctx: Ctx, view: SupervisionView, keys: readonly string[]) {
  const kinds = [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
  const where = sql<boolean>`m.key = any(${[...keys]}) and m.kind = any(${kinds})`;
  const rows = await findMatters(tx, view, { where }, { limit: keys.length, offset: 0 });
  for (const row of rows) {
    requireAccess(ctx, 'supervision.press', { unitPath: row.path });
    if (!mayPress(ctx.actor, row)) {
      throw new Refusal(
        'forbidden',
        `“${row.officer_name ?? row.unit_name}”是本级承担的事项，只能催办下级，不能催办本级或上级。`,
      );
    }
  }
  return rows;
}

async function byFilter(tx: Tx, ctx: Ctx, view: SupervisionView, body: Body): Promise<MatterRow[]> {
  if (!body.all) return [];
  const { counted, shown } = await matterFilter(ctx, pressable(ctx.actor), body.all);
  const rows = await findMatters(tx, view, { ...counted, state: shown }, { limit: MOST + 1, offset: 0 });
  if (rows.length > MOST) {
    throw new Refusal(
      'refused',
      `符合条件的事项超过 ${MOST} 项，请先按单位或类别筛选，分批催办（全部未催办）。`,
    );
  }
  return rows;
}

function pressedText(ctx: Ctx, view: SupervisionView, row: MatterRow): string {
  const at = deadlineText(row.press_at ?? ctx.now, ctx.actor.timeZone);
  return `“${row.officer_name ?? row.unit_name}”已由${row.press_by}于${at}催办，${view.settings.pressAgainHours} 小时内不重复催办。`;
}

function nothingToPress(
  ctx: Ctx,
  view: SupervisionView,
  recent: readonly MatterRow[],
  gone: number,
): Refusal {
  const [first] = recent;
  if (!first) {
    return gone > 0
      ? notFound('要催办的事项')
      : new Refusal('refused', '没有符合条件的事项需要催办。请刷新清单。');
  }
  const more = recent.length > 1 ? `等 ${recent.length} 项均在近期催办过。` : '';
  return new Refusal(
    'refused',
    `${pressedText(ctx, view, first)}${more}请等对方说明情况，或由上级督办。`,
    recent.slice(0, 50).map((row) => ({ path: 'keys', message: pressedText(ctx, view, row) })),
  );
}

function replyDeadline(ctx: Ctx, view: SupervisionView, wanted: string | undefined): Date {
  if (wanted !== undefined) {
    if (wanted < view.today) {
      throw new Refusal('invalid', '说明期限不能早于今天，请改选日期。', [
        { path: 'replyBy', message: '不能早于今天' },
      ]);
    }
    return endOfDay(wanted, ctx.actor.timeZone);
  }
  const usual = usualReplyBy(view);
  if (!usual.ok) {
    throw new Refusal('refused', `${usual.refusals[0]?.message ?? ''}；或直接填写说明期限。`, [
      { path: 'replyBy', message: '请填写说明期限' },
    ]);
  }
  return usual.value;
}
