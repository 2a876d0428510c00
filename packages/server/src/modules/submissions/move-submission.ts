import { type SubmissionAction, type SubmissionState, submissionWorkflow, transition } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { assignment } from '../review-duties/index.ts';
import type { SubmissionRow } from './find-submission.ts';
import { recordWorkEvent } from './record-work-event.ts';
import { takenRefusal } from './taking.ts';

interface Move {
  readonly action: SubmissionAction;
  readonly reason?: string | undefined;
  /** The version the actor looked at. */
  readonly version?: number;
  readonly newVersion?: number;
  /** Whom it waits for from now on. */
  readonly assignment?: Awaited<ReturnType<typeof assignment>>;
}

/**
 * Moves a submission along its workflow. Of two who decide at the same time one changes the row; the other is told
 * who was first and what was decided (principle 15).
 */
export async function moveSubmission(tx: Tx, ctx: Ctx, row: SubmissionRow, move: Move): Promise<void> {
  const step = transition(submissionWorkflow, row.state as SubmissionState, move.action, {
    reason: move.reason ?? null,
  });
  if (!step.ok) {
    const known = submissionWorkflow.rows.some(
      (each) => each.from === row.state && each.action === move.action,
    );
    if (known) throw new Refusal('invalid', step.reason, [{ path: 'reason', message: step.reason }]);
    throw await conflictOf(tx, row.id);
  }
  const decides = move.action === 'accept' || move.action === 'return' || move.action === 'acceptOnAppeal';
  const changed = await tx
    .updateTable('submission')
    .set({
      state: step.next,
      updated_at: ctx.now,
      decided_by: decides ? ctx.actor.accountId : null,
      decided_at: decides ? ctx.now : null,
      taken_by: null,
      taken_at: null,
      taken_until: null,
      ...move.assignment,
      ...(move.newVersion === undefined ? {} : { latest_version: move.newVersion }),
    })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('latest_version', '=', move.version ?? row.latest_version)
    // Taken up by another, nobody else decides it; taken up at all, the author leaves it be (P9).
    .where((where) =>
      where.or([
        where('taken_by', 'is', null),
        where('taken_until', '<=', ctx.now),
        ...(move.action === 'withdraw' ? [] : [where('taken_by', '=', ctx.actor.accountId)]),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  if (!changed) {
    throw (await takenRefusal(tx, ctx, row.id, move.action)) ?? (await conflictOf(tx, row.id, move.version));
  }
  await recordWorkEvent(tx, ctx, {
    workKind: 'submission',
    workId: row.id,
    action: move.action,
    reason: move.reason ?? null,
    version: move.newVersion ?? row.latest_version,
  });
}

export async function conflictOf(tx: Tx, submissionId: string, version?: number): Promise<Refusal> {
  const now = await tx
    .selectFrom('submission')
    .leftJoin('account', 'account.id', 'submission.decided_by')
    .select(['submission.state', 'submission.latest_version', 'account.display_name'])
    .where('submission.id', '=', submissionId)
    .executeTakeFirstOrThrow();
  if (now.state === 'submitted' && version !== undefined && now.latest_version !== version) {
    return new Refusal(
      'conflict',
      `填报人已提交第 ${now.latest_version} 版，您看到的是第 ${version} 版。请刷新后按新版本审核。`,
    );
  }
  const state = submissionWorkflow.states[now.state as SubmissionState];
  const by = now.display_name ? `已由${now.display_name}办理，` : '';
  return new Refusal('conflict', `该填报${by}现为“${state}”，本次操作没有生效。请刷新后查看。`);
}
