import { randomUUID } from 'node:crypto';
import type { submissions } from '@mingji/contract';
import { exact, sumOf, toText } from '@mingji/engine';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { eachForItself } from '../../../each-for-itself.ts';
import { lockMatters } from '../../ledger/index.ts';
import { acceptOne } from '../accept-one.ts';

type Input = z.output<typeof submissions.acceptMany.body>;
type Items = Input['items'];
interface Answer {
  readonly accepted: string[];
  readonly refused: { submissionId: string; message: string }[];
  readonly points: string;
}

/** Accepts up to 200 as they were handed in; each stands or falls for itself, all in one command. */
export async function acceptMany(ctx: Ctx, input: Input): Promise<Answer> {
  const items = inOneOrder(input.items);
  return runCommand(
    ctx,
    { name: 'submission.acceptMany', requestId: input.requestId, content: items },
    async (tx) => {
      const { accepted, refused, points } = await acceptEach(tx, ctx, items, input.requestId);
      return {
        result: { accepted: accepted.map(({ submissionId }) => submissionId), refused, points },
        audit: {
          action: 'submission.acceptedMany',
          subjectKind: 'submission',
          subjectId: null,
          summary: `批量采纳填报 ${accepted.length} 件，未采纳 ${refused.length} 件`,
          detail: {
            accepted: accepted.map(({ submissionId }) => submissionId),
            refused: refused.map((each) => each.submissionId),
          },
        },
      };
    },
  );
}

/** What acceptance would book, found by doing it and taking it back: shares of one matter count as they will. */
export async function previewMany(ctx: Ctx, asked: Items) {
  const items = inOneOrder(asked);
  const undo = new Error('previewed');
  let found: Awaited<ReturnType<typeof acceptEach>> | null = null;
  try {
    await ctx.deps.db.transaction().execute(async (tx) => {
      found = await acceptEach(tx, ctx, items, randomUUID());
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (!found) throw undo;
  const { accepted, refused, points } = found as Awaited<ReturnType<typeof acceptEach>>;
  return {
    accepted: accepted.length,
    measures: accepted.filter((each) => each.points === null).length,
    points,
    refused: refused.map(({ submissionId, message }) => ({ submissionId, points: null, message })),
  };
}

/** One order for everybody, so that two batches over the same rows never wait for each other. */
function inOneOrder(items: Items): Items {
  return [...new Map(items.map((item) => [item.submissionId, item])).values()].sort((a, b) =>
    a.submissionId < b.submissionId ? -1 : 1,
  );
}

/** The numbers of their matters; work without one is a matter of its own, which nobody else waits for. */
async function mattersOf(tx: Tx, items: Items) {
  const rows = await tx
    .selectFrom('submission')
    .innerJoin('submission_version as v', (join) =>
      join
        .onRef('v.submission_id', '=', 'submission.id')
        .onRef('v.version', '=', 'submission.latest_version'),
    )
    .select(['submission.period_id', 'v.matter_key'])
    .where(
      'submission.id',
      'in',
      items.map(({ submissionId }) => submissionId),
    )
    .execute();
  return rows.flatMap(({ period_id, matter_key }) =>
    matter_key === null ? [] : [{ periodId: period_id, matterKey: matter_key }],
  );
}

async function acceptEach(tx: Tx, ctx: Ctx, items: Items, requestId: string) {
  await lockMatters(tx, await mattersOf(tx, items));
  const versions = new Map(items.map(({ submissionId, version }) => [submissionId, version]));
  const { done, refused } = await eachForItself(tx, [...versions.keys()], (id) =>
    acceptOne(tx, ctx, id, { version: versions.get(id) ?? 0 }, requestId),
  );
  const accepted = done.map(({ id, result }) => ({ submissionId: id, points: result.booked_points }));
  return {
    accepted,
    refused: refused.map(({ id, message }) => ({ submissionId: id, message })),
    points: toText(sumOf(accepted.flatMap(({ points }) => (points === null ? [] : [exact(points)])))),
  };
}
