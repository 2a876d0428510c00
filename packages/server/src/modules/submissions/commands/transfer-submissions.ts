import type { reviewDuties } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { eachForItself } from '../../../each-for-itself.ts';
import { namedFew, notify, quoted } from '../../notifications/index.ts';
import { transferOne } from '../transfer-one.ts';

type Input = z.output<typeof reviewDuties.transferSubmissions.body>;
interface Answer {
  readonly moved: string[];
  readonly refused: { submissionId: string; message: string }[];
}

/** What has come to somebody. */
interface Moved {
  readonly id: string;
  readonly title: string;
}

/** One or many to another reviewer or department; each goes or stays for itself, of one alone the refusal is told. */
export async function transferSubmissions(ctx: Ctx, input: Input): Promise<Answer> {
  const { requestId, ...content } = input;
  const ids = [...new Set(input.submissionIds)].sort();
  return runCommand(ctx, { name: 'submission.transfer', requestId, content }, async (tx) => {
    const transfer = (id: string) => transferOne(tx, ctx, id, input.to, input.reason);
    const [only = ''] = ids;
    const { done, refused } =
      ids.length === 1
        ? { done: [{ id: only, result: await transfer(only) }], refused: [] }
        : await eachForItself(tx, ids, transfer);
    const told = new Map<string, Moved[]>();
    for (const { id, result } of done)
      for (const whom of result.told)
        told.set(whom, [...(told.get(whom) ?? []), { id, title: result.title }]);
    const answer: Answer = {
      moved: done.map(({ id }) => id),
      refused: refused.map(({ id, message }) => ({ submissionId: id, message })),
    };
    await tell(tx, ctx, told, input.reason);
    return {
      result: answer,
      audit: {
        action: 'submission.transferred',
        subjectKind: 'submission',
        subjectId: ids.length === 1 ? (ids[0] ?? null) : null,
        summary: `转办填报 ${answer.moved.length} 件，未转 ${answer.refused.length} 件`,
        detail: { to: input.to, moved: answer.moved, reason: input.reason },
      },
    };
  });
}

async function tell(
  tx: Tx,
  ctx: Ctx,
  told: ReadonlyMap<string, readonly Moved[]>,
  reason: string,
): Promise<void> {
  const { bureauId, displayName, accountId } = ctx.actor;
  await notify(
    tx,
    { bureauId, now: ctx.now },
    [...told]
      .filter(([id]) => id !== accountId)
      .map(([id, moved]) => {
        const [only] = moved.length === 1 ? moved : [];
        const titles = moved.map(({ title }) => title);
        return {
          kind: 'transferred' as const,
          title: only
            ? `${displayName}转来${quoted(only.title)}待审核`
            : `${displayName}转来 ${moved.length} 件待审核`,
          detail: only ? reason : `${namedFew(titles, '件')}。${reason}`,
          address: only ? `/review?whose=mine&id=${only.id}` : '/review?whose=mine',
          about: { kind: 'submission', id: only?.id ?? null },
          accountIds: [id],
        };
      }),
  );
}
