import type { rechecks } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';
import { chooseCheckers, type Drawn, loadCheckers, loadDrawn, waitingRechecks } from '../choose-checkers.ts';
import { drawInReach } from '../queries/list-draws.ts';
import { tellCheckers } from '../tell-checkers.ts';

type Input = z.output<typeof rechecks.reassignRechecks.body>;
interface Case {
  readonly id: string;
  readonly state: string;
  readonly submission_id: string;
}
interface Outcome {
  readonly moved: { readonly caseId: string; readonly assignee_account_id: string }[];
  readonly refused: { caseId: string; message: string }[];
}

/** 改派: whoever has left or is away does not hold up the second look; what is decided stays decided (X10). */
export async function reassignRechecks(ctx: Ctx, drawId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'recheck.reassign', requestId, content: { drawId, ...content } },
    async (tx) => {
      const title = await requireDraw(tx, ctx, drawId);
      const { moved, refused } = await reassign(tx, ctx, drawId, input);
      await tellCheckers(tx, ctx, drawId, title, moved);
      return {
        result: { moved: moved.map(({ caseId }) => caseId), refused },
        audit: {
          action: 'recheck.reassigned',
          subjectKind: 'recheckDraw',
          subjectId: drawId,
          summary: `改派抽查“${title}”的复核 ${moved.length} 件，未改派 ${refused.length} 件`,
          detail: { moved, reason: input.reason },
        },
      };
    },
  );
}

async function requireDraw(tx: Tx, ctx: Ctx, drawId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select d.title from recheck_draw d join unit u on u.id = d.unit_id
    where d.bureau_id = ${ctx.actor.bureauId} and d.id = ${drawId} and ${drawInReach(ctx)}`.execute(tx);
  const [draw] = rows;
  if (!draw) throw notFound('抽查');
  return draw.title;
}

async function reassign(tx: Tx, ctx: Ctx, drawId: string, input: Input): Promise<Outcome> {
  const { rows } = await sql<Case>`
    select c.id, c.state, c.submission_id from recheck_case c
    where c.draw_id = ${drawId} and c.id = any(${[...new Set(input.caseIds)]}::uuid[])
    order by c.position for update of c`.execute(tx);
  const outcome: Outcome = { moved: [], refused: [] };
  const refuse = (caseId: string, message: string) => outcome.refused.push({ caseId, message });
  for (const id of input.caseIds) {
    if (!rows.some((row) => row.id === id)) refuse(id, '不在这次抽查之中，请刷新后重新选择。');
  }
  const waiting = rows.filter(({ state }) => state === 'assigned');
  for (const { id } of rows.filter(({ state }) => state !== 'assigned')) {
    refuse(id, '已作出复核结论，不再改派。');
  }
  const drawn = await loadDrawn(
    tx,
    waiting.map((row) => row.submission_id),
  );
  const chosen = await choose(tx, ctx, drawn, input.checkerId);
  for (const [at, { id }] of waiting.entries()) {
    const to = chosen[at] ?? null;
    if (to === null) refuse(id, noneFor(input.checkerId, drawn[at]));
    else {
      await hand(tx, ctx, id, to, input.reason);
      outcome.moved.push({ caseId: id, assignee_account_id: to });
    }
  }
  return outcome;
}

async function choose(tx: Tx, ctx: Ctx, drawn: readonly Drawn[], checkerId: string | null) {
  const checkers = await loadCheckers(tx, ctx, checkerId === null ? [] : [checkerId]);
  if (checkerId !== null) return chooseCheckers(drawn, checkers);
  const there = checkers.filter(({ away }) => !away);
  return chooseCheckers(drawn, there, await waitingRechecks(tx, ctx.actor.bureauId));
}

function noneFor(checkerId: string | null, work: Drawn | undefined): string {
  if (checkerId === null) {
    return '除现在的复核人外，没有其他可以复核的人。请先由安全管理员授权其他审核人。';
  }
  if (checkerId === work?.leaves) return '本来就由所选人员复核，不需改派。';
  return '所选人员不能复核这一件：须有该归口部门的审核权限，且不是原审核人、填报人和当事人。请另选。';
}

async function hand(tx: Tx, ctx: Ctx, caseId: string, accountId: string, reason: string): Promise<void> {
  await tx
    .updateTable('recheck_case')
    .set({ assignee_account_id: accountId })
    .where('id', '=', caseId)
    .where('state', '=', 'assigned')
    .execute();
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      work_kind: 'recheck',
      work_id: caseId,
      action: 'reassign',
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      reason,
      at: ctx.now,
    })
    .execute();
}
