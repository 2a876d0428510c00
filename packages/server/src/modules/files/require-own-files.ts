import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/** One attaches what one uploaded oneself, or what the thing already carries. */
export async function requireOwnFiles(
  tx: Tx,
  ctx: Ctx,
  fileIds: readonly string[],
  alreadyThere: readonly string[] = [],
): Promise<string[]> {
  const wanted = [...new Set(fileIds)];
  const unknown = wanted.filter((each) => !alreadyThere.includes(each));
  if (unknown.length === 0) return wanted;
  const own = await tx
    .selectFrom('file')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('uploaded_by', '=', ctx.actor.accountId)
    .where('id', 'in', unknown)
    .execute();
  if (own.length < unknown.length) {
    throw new Refusal('invalid', '附件不存在或不是您上传的，请删除后重新上传。', [
      { path: 'fileIds', message: '附件不存在或不是您上传的' },
    ]);
  }
  return wanted;
}
