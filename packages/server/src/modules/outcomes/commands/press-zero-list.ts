import type { outcomes } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { accountsHolding, accountsOfOfficers, notify } from '../../notifications/index.ts';
import type { ZeroListMemberRow } from '../../zero-lists/index.ts';
import { pressAction } from '../queries/get-zero-list.ts';
import { zeroListOf } from '../zero-list-of.ts';

type Input = z.output<typeof outcomes.pressZeroList.body>;

/** Presses those on the list of a month in progress, each recorded; nobody outside one's line (P10, P16). */
export async function pressZeroList(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'zeroList.press', requestId, content }, async (tx) => {
    const found = await zeroListOf(tx, ctx, input.periodId);
    if (found.frozen) {
      throw new Refusal('sealed', `「${found.period.label}」已封存，名单不再变化，不能催办。`);
    }
    const rows = new Map(
      found.content.rows
        .filter((row) => row.subject.kind === input.subjectKind)
        .map((row) => [row.subject.id, row]),
    );
    const wanted = [...new Set(input.subjectIds)];
    const gone = wanted.filter((id) => !rows.has(id));
    if (gone.length > 0) {
      throw new Refusal('conflict', `有 ${gone.length} 个对象已不在清零名单上。请刷新名单后再催办。`);
    }
    const pressed = wanted.flatMap((id) => rows.get(id) ?? []);
    for (const { subject } of pressed) requireAccess(ctx, 'outcome.press', { unitPath: subject.unitPath });
    const readers = await readersOf(pressed);
    await notify(
      tx,
      { bureauId: ctx.actor.bureauId, now: ctx.now },
      pressed.map((row) => ({
        kind: 'press' as const,
        title: `催办：${found.period.label}尚无被采纳的工作`,
        detail: `${ctx.actor.displayName}：${input.note}`,
        address: `/report?period=${found.period.id}`,
        about: { kind: 'zeroList', id: found.period.id },
        accountIds: readers(row),
      })),
    );
    await tx
      .insertInto('work_event')
      .values(
        pressed.map(({ subject }) => ({
          bureau_id: ctx.actor.bureauId,
          work_kind: 'press',
          work_id: subject.id,
          action: pressAction(found.period.id),
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          reason: input.note,
          at: ctx.now,
        })),
      )
      .execute();
    return {
      result: {
        pressed: pressed.length,
        unreachable: pressed.filter((row) => readers(row).length === 0).map(({ subject }) => subject.name),
      },
      audit: {
        action: 'zeroList.pressed',
        subjectKind: 'period',
        subjectId: found.period.id,
        summary: `催办清零名单 ${pressed.length} 个对象`,
      },
    };

    async function readersOf(all: readonly ZeroListMemberRow[]) {
      const ids = (kind: 'officer' | 'unit') =>
        all.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id);
      const officers = await accountsOfOfficers(tx, ids('officer'));
      const heads = await accountsHolding(tx, ['unitHead', 'unitClerk'], ids('unit'));
      return ({ subject }: ZeroListMemberRow): readonly string[] =>
        subject.kind === 'unit'
          ? (heads.get(subject.id) ?? [])
          : [officers.get(subject.id)].flatMap((account) => account ?? []);
    }
  });
}
