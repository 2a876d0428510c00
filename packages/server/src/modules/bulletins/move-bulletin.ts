import { type BulletinAction, type BulletinFacts, bulletinWorkflow, transition } from '@mingji/engine';
import type { Updateable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { Bulletin } from '../../db/schema.generated.ts';
import { Refusal } from '../../refusal.ts';
import { recordWorkEvent } from '../submissions/index.ts';
import type { FoundBulletin } from './find-bulletin.ts';

interface Move {
  readonly action: BulletinAction;
  readonly facts?: BulletinFacts;
  readonly set?: Updateable<Bulletin>;
  readonly version?: number;
}

/** Moves a bulletin along its workflow, in one step with what the action adds to it. */
export async function moveBulletin(
  tx: Tx,
  ctx: Ctx,
  row: FoundBulletin,
  { action, facts = {}, set = {}, version }: Move,
): Promise<void> {
  const step = transition(bulletinWorkflow, row.state, action, facts);
  if (!step.ok) {
    const known = bulletinWorkflow.rows.some((each) => each.from === row.state && each.action === action);
    throw new Refusal(known ? 'refused' : 'conflict', step.reason);
  }
  const changed = await tx
    .updateTable('bulletin')
    .set({ ...set, state: step.next })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new Refusal('conflict', '该通报的状态刚刚改变，本次操作没有生效。请刷新后查看。');
  await recordWorkEvent(tx, ctx, {
    workKind: 'bulletin',
    workId: row.id,
    action,
    reason: facts.reason ?? null,
    version: version ?? null,
  });
}
