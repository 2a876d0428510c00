import { randomUUID } from 'node:crypto';
import type { appeals } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { lastDayToContest } from '../../ledger/index.ts';
import { loadCalendar } from '../../organization/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { requireContestable } from '../appeal-object.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';

type Input = z.output<typeof appeals.fileAppeal.body>;

/** ⚙ An appeal is answered within this many working days unless the method's `procedure` says otherwise (§13). */
const ANSWER_DAYS = 5;

async function answerDays(tx: Tx, periodId: string): Promise<number> {
  const { days } = await tx
    .selectFrom('period')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .select(sql<number | null>`(version.content->'procedure'->>'answerDays')::int`.as('days'))
    .where('period.id', '=', periodId)
    .executeTakeFirstOrThrow();
  return days ?? ANSWER_DAYS;
}

/** Contests one score or one rejection, with grounds and attachments (P7). */
export async function fileAppeal(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'appeal.file', requestId, content }, async (tx) => {
    // Two appeals against one thing at the same time: the second sees the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${input.entryId ?? input.submissionId ?? ''}, 2))`.execute(
      tx,
    );
    const object = await requireContestable(tx, ctx, input);
    const unit = await tx
      .selectFrom('unit')
      .select('path')
      .where('id', '=', object.subjectUnitId)
      .executeTakeFirstOrThrow();
    requireAccess(ctx, 'appeal.file', {
      unitPath: unit.path,
      officerId: object.subjectKind === 'officer' ? object.subjectId : null,
    });
    const calendar = await loadCalendar(tx, ctx.actor.bureauId);
    const days = await answerDays(tx, object.periodId);
    const due = lastDayToContest(calendar, localDay(ctx.now, ctx.actor.timeZone), days);
    if ('refusal' in due) throw new Refusal('refused', due.refusal);
    const fileIds = await requireOwnFiles(tx, ctx, input.fileIds);
    const appealId = randomUUID();
    await tx
      .insertInto('appeal')
      .values({
        id: appealId,
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
        grounds: input.grounds,
        file_ids: fileIds,
        answer_due_on: due.on,
        filed_at: ctx.now,
      })
      .execute();
    await recordWorkEvent(tx, ctx, {
      workKind: 'appeal',
      workId: appealId,
      action: 'file',
      reason: null,
      version: null,
    });
    if (object.submissionId !== null) {
      await recordWorkEvent(tx, ctx, {
        workKind: 'submission',
        workId: object.submissionId,
        action: 'appeal',
        reason: null,
        version: null,
      });
    }
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: {
        action: 'appeal.filed',
        subjectKind: 'appeal',
        subjectId: appealId,
        summary: object.entryId === null ? '对退回的填报提出复议' : '对得分记录提出复议',
      },
    };
  });
}
