import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { documentOf } from './document-of.ts';
import { findBulletin } from './find-bulletin.ts';
import { bulletinRows } from './queries/bulletin-rows.ts';
import { unreadByMe } from './queries/list-bulletins.ts';
import { mayApprove, mayDraft, mayRead } from './reach.ts';
import { superseded } from './superseded.ts';

interface BulletinWork {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly address: string;
}
const MOST = 20;

/** What waits for this person: to approve, to publish, to mend, to read (P15). */
export async function bulletinWork(ctx: Ctx): Promise<BulletinWork[]> {
  const { db } = ctx.deps;
  const find = (where: ReturnType<typeof mayApprove>) =>
    bulletinRows(db, ctx, { where, limit: MOST, offset: 0 });
  const toApprove = await find(mayApprove(ctx));
  const mine = await find(sql<boolean>`(${mayDraft(ctx)} and (b.state = 'approved'
    or (b.state = 'draft' and b.latest_version is not null)))`);
  const toRead = await find(sql<boolean>`(${mayRead(ctx)} and ${unreadByMe(ctx)})`);
  const toCorrect = await supersededOnes(ctx, await find(quotesReopened(ctx)));
  const line = (row: (typeof toRead)[number], what: string, detail: string) => ({
    key: `bulletin-${row.id}`,
    title: `${what}《${row.title}》`,
    detail,
    address: `/bulletins/${row.id}`,
  });
  return [
    ...toApprove.map((row) => line(row, '审批', `${row.unit.name}，${row.draftedByName}拟制`)),
    ...mine.map((row) =>
      row.state === 'approved'
        ? line(row, '发布', `已批准，${row.number ?? ''}`)
        : line(row, '修改', '已退回或撤回，修改后重新送审'),
    ),
    ...toCorrect.map(({ row, why }) => line(row, '更正', why)),
    ...toRead.map((row) => line(row, '阅读', `${row.unit.name}，${row.number ?? ''}`)),
  ];
}

/** Published by the own unit, about a period that was opened again afterwards. */
function quotesReopened(ctx: Ctx): ReturnType<typeof mayApprove> {
  return sql<boolean>`(b.state = 'published' and ${mayDraft(ctx)} and b.period_ids && array(
    select e.work_id from work_event e where e.bureau_id = b.bureau_id and e.work_kind = 'period'
      and e.action in ('reopenReview', 'reopenSubmission') and e.at >= b.approved_at))`;
}

/** Those of which something no longer holds, with what. */
async function supersededOnes<Row extends { readonly id: string }>(
  ctx: Ctx,
  rows: readonly Row[],
): Promise<{ readonly row: Row; readonly why: string }[]> {
  const found: { row: Row; why: string }[] = [];
  for (const row of rows) {
    const bulletin = await findBulletin(ctx.deps.db, ctx, row.id);
    const { sources } = await documentOf(ctx.deps.db, bulletin);
    const [why] = await superseded(ctx.deps.db, row.id, sources);
    if (why !== undefined) found.push({ row, why });
  }
  return found;
}
