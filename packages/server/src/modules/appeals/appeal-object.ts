import type { appeals } from '@mingji/contract';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import {
  contestRefusal,
  discardedBecause,
  findEntry,
  lockWorkPeriod,
  refusalToContest,
} from '../ledger/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { findSubmission } from '../submissions/index.ts';

type Wish = z.output<typeof appeals.fileAppeal.body>;

/** What is contested, with everything an appeal keeps of it. */
export interface AppealObject {
  readonly periodId: string;
  readonly entryId: string | null;
  readonly submissionId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectUnitId: string;
  readonly ownerUnitId: string;
  readonly scoredBy: string;
}

/** Finds the entry or the returned submission, or refuses: not the person's, not in time, twice, settled (P7). */
export async function requireContestable(tx: Tx, ctx: Ctx, wish: Wish): Promise<AppealObject> {
  return wish.entryId === undefined
    ? contestSubmission(tx, ctx, wish.submissionId ?? '')
    : contestEntry(tx, ctx, wish.entryId);
}

async function contestEntry(tx: Tx, ctx: Ctx, entryId: string): Promise<AppealObject> {
  const row = await findEntry(tx, ctx, entryId);
  await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
  refuseIf(await refusalToContest(tx, ctx, row));
  return {
    periodId: row.period_id,
    entryId: row.id,
    submissionId: null,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectUnitId: row.subject_unit_id,
    // Without an owning department the office answers, by the line.
    ownerUnitId: row.owner_unit_id ?? row.subject_unit_id,
    scoredBy: row.by_account_id,
  };
}

async function contestSubmission(tx: Tx, ctx: Ctx, submissionId: string): Promise<AppealObject> {
  const row = await findSubmission(tx, ctx, submissionId);
  const period = await lockWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
  const earlier = await tx
    .selectFrom('appeal')
    .select('id')
    .where('submission_id', '=', row.id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  const returned = row.state === 'returned' && row.decided_by !== null && row.decided_at !== null;
  const settled = !returned
    ? '只有被退回的填报可以提出复议；已采纳的，请对得分记录提出。'
    : earlier
      ? '该填报已提出过复议，同一事项只能复议一次。请在“复议”中查看进展。'
      : discardedBecause(period);
  refuseIf(
    contestRefusal(ctx, await loadCalendar(tx, ctx.actor.bureauId), {
      visibleAt: row.decided_at ?? row.updated_at,
      appealDays: period.appealDays,
      subject: { kind: row.subject_kind, id: row.subject_id, unitPath: row.subject_unit_path },
      settled,
    }),
  );
  return {
    periodId: row.period_id,
    entryId: null,
    submissionId: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectUnitId: row.subject_unit_id,
    ownerUnitId: row.owner_unit_id,
    scoredBy: row.decided_by ?? '',
  };
}

function refuseIf(reason: string | null): void {
  if (reason !== null) throw new Refusal('refused', reason);
}
