import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { Content } from './check-content.ts';
import type { VersionRow } from './find-submission.ts';

/** Versions are only ever added: nothing handed in is overwritten (P6). */
export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  place: { readonly submissionId: string; readonly version: number; readonly fileIds: readonly string[] },
  content: Content,
): Promise<VersionRow> {
  return tx
    .insertInto('submission_version')
    .values({
      submission_id: place.submissionId,
      version: place.version,
      title: content.title,
      description: content.description,
      event_code: content.eventCode ?? null,
      quantity: content.quantity ?? null,
      of_quantity: content.ofQuantity ?? null,
      occurred_on: content.occurredOn,
      matter_key: content.matterKey ?? null,
      file_ids: [...place.fileIds],
      by_account_id: ctx.actor.accountId,
      at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
