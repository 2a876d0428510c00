import { randomUUID } from 'node:crypto';
import { APPEAL_INSTANCES, type AppealAnswerer, chineseDate } from '@mingji/engine';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import { requireOwnFiles } from '../files/index.ts';
import { lastDayToContest } from '../ledger/index.ts';
import { notify } from '../notifications/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { recordWorkEvent } from '../submissions/index.ts';
import { appealMatter } from './appeal-matter.ts';
import type { AppealObject } from './appeal-object.ts';
import { candidatesFor, firstAsked } from './candidates.ts';

interface Opening {
  readonly object: AppealObject;
  readonly grounds: string;
  readonly fileIds: readonly string[];
  readonly answeredBy: AppealAnswerer;
  readonly answerDays: number;
  /** Of a second instance: what it goes on from. */
  readonly firstAppealId: string | null;
}

/** Writes an appeal of either instance, with the day of the answer by the loaded calendar, and tells who may answer. */
export async function openAppeal(tx: Tx, ctx: Ctx, opening: Opening): Promise<string> {
  const { object, firstAppealId } = opening;
  await requireMayFile(tx, ctx, object);
  const calendar = await loadCalendar(tx, ctx.actor.bureauId);
  const due = lastDayToContest(calendar, localDay(ctx.now, ctx.actor.timeZone), opening.answerDays);
  if ('refusal' in due) throw new Refusal('refused', due.refusal);
  const id = randomUUID();
  const instance = firstAppealId === null ? 1 : 2;
  await tx
    .insertInto('appeal')
    .values({
      id,
      bureau_id: ctx.actor.bureauId,
      period_id: object.periodId,
      ledger_entry_id: object.entryId,
      submission_id: object.submissionId,
      subject_kind: object.subjectKind,
      subject_id: object.subjectId,
      subject_unit_id: object.subjectUnitId,
      owner_unit_id: object.ownerUnitId,
      author_account_id: ctx.actor.accountId,
      scored_by_account_id: object.scoredBy,
      grounds: opening.grounds,
      file_ids: await requireOwnFiles(tx, ctx, opening.fileIds),
      answer_due_on: due.on,
      filed_at: ctx.now,
      instance,
      first_appeal_id: firstAppealId,
      answered_by: opening.answeredBy,
    })
    .execute();
  await recordFiling(tx, ctx, id, object, firstAppealId);
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      kind: 'appealFiled',
      title: `收到${APPEAL_INSTANCES[instance]}：${await appealMatter(tx, id)}`,
      detail: `请在${chineseDate(due.on)}前答复。`,
      address: `/appeals/${id}`,
      about: { kind: 'appeal', id },
      accountIds: firstAsked(await candidatesFor(tx, id)),
    },
  ]);
  return id;
}

async function requireMayFile(tx: Tx, ctx: Ctx, object: AppealObject): Promise<void> {
  const unit = await tx
    .selectFrom('unit')
    .select('path')
    .where('id', '=', object.subjectUnitId)
    .executeTakeFirstOrThrow();
  requireAccess(ctx, 'appeal.file', {
    unitPath: unit.path,
    officerId: object.subjectKind === 'officer' ? object.subjectId : null,
  });
}

/** On the timelines of the appeal, of the answer it goes on from, and of the work it is about. */
async function recordFiling(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { submissionId }: AppealObject,
  firstAppealId: string | null,
): Promise<void> {
  const step = { reason: null, version: null };
  await recordWorkEvent(tx, ctx, { workKind: 'appeal', workId: id, action: 'file', ...step });
  if (firstAppealId !== null) {
    await recordWorkEvent(tx, ctx, {
      workKind: 'appeal',
      workId: firstAppealId,
      action: 'fileSecond',
      ...step,
    });
  }
  if (submissionId !== null) {
    await recordWorkEvent(tx, ctx, {
      workKind: 'submission',
      workId: submissionId,
      action: 'appeal',
      ...step,
    });
  }
}
