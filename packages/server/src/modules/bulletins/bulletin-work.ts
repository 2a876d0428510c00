import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { bulletinRows } from './queries/bulletin-rows.ts';
import { unreadByMe } from './queries/list-bulletins.ts';
import { mayApprove, mayDraft, mayRead } from './reach.ts';

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
    ...toRead.map((row) => line(row, '阅读', `${row.unit.name}，${row.number ?? ''}`)),
  ];
}
