import type { outcomes } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import type { PeriodContext } from '../../results/index.ts';
import {
  lastPresses,
  lockPresses,
  type PressedMatter,
  pressedLately,
  recordPresses,
  supervisionView,
  usualReplyBy,
} from '../../supervision/index.ts';
import type { ZeroListMemberRow } from '../../zero-lists/index.ts';
import { pressKey } from '../queries/get-zero-list.ts';
import { zeroListOf } from '../zero-list-of.ts';

type Input = z.output<typeof outcomes.pressZeroList.body>;

/** Presses those on the list of a month in progress, each recorded; nobody outside one's line (P10, P16). */
export async function pressZeroList(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'zeroList.press', requestId, content }, async (tx) => {
    const { bureauId, timeZone, accountId, displayName } = ctx.actor;
    await lockPresses(tx, bureauId);
    const found = await zeroListOf(tx, ctx, input.periodId);
    if (found.frozen) {
      throw new Refusal('sealed', `“${found.period.label}”已封存，名单不再变化，不能催办。`);
    }
    const members = wantedMembers(ctx, found.content.rows, input);
    const matters = members.map((row) => ({ row: matterOf(found.period, row), name: row.subject.name }));
    const view = await supervisionView(tx, { bureauId, timeZone, now: ctx.now });
    const last = await lastPresses(
      tx,
      bureauId,
      matters.map(({ row }) => row.key),
    );
    const due = matters.filter(({ row }) => {
      const press = last.get(row.key);
      return press === undefined || !pressedLately(view, ctx.now, press);
    });
    if (due.length === 0) {
      const hours = view.settings.pressAgainHours;
      throw new Refusal(
        'refused',
        `所选对象均已在 ${hours} 小时内催办过，不重复催办。请等对方说明情况，或另选对象。`,
      );
    }
    const usual = usualReplyBy(view);
    const replyBy = usual.ok ? usual.value : null;
    const missed = await recordPresses(
      tx,
      { bureauId, now: ctx.now, accountId, name: displayName },
      due.map(({ row }) => ({ row, text: input.note, replyBy })),
    );
    const unreached = new Set(missed.map(({ key }) => key));
    return {
      result: {
        pressed: due.length,
        recent: matters.length - due.length,
        unreachable: due.filter(({ row }) => unreached.has(row.key)).map(({ name }) => name),
      },
      audit: {
        action: 'zeroList.pressed',
        subjectKind: 'period',
        subjectId: found.period.id,
        summary: `催办清零名单 ${due.length} 个对象`,
      },
    };
  });
}

function wantedMembers(ctx: Ctx, all: readonly ZeroListMemberRow[], input: Input): ZeroListMemberRow[] {
  const rows = new Map(
    all.filter(({ subject }) => subject.kind === input.subjectKind).map((row) => [row.subject.id, row]),
  );
  const wanted = [...new Set(input.subjectIds)];
  const gone = wanted.filter((id) => !rows.has(id));
  if (gone.length > 0) {
    throw new Refusal('conflict', `有 ${gone.length} 个对象已不在清零名单上。请刷新名单后再催办。`);
  }
  const members = wanted.flatMap((id) => rows.get(id) ?? []);
  for (const { subject } of members) requireAccess(ctx, 'outcome.press', { unitPath: subject.unitPath });
  return members;
}

function matterOf(period: PeriodContext, { subject }: ZeroListMemberRow): PressedMatter {
  return {
    kind: 'zeroList',
    key: pressKey(period.id, subject.id),
    unit_id: subject.kind === 'unit' ? subject.id : subject.unitId,
    officer_id: subject.kind === 'officer' ? subject.id : null,
    rule_set_id: period.ruleSetId,
    version_id: null,
    period_id: period.id,
    year: null,
    n: 1,
    overdue: null,
    work_id: null,
    label: period.label,
  };
}
