import type { files } from '@mingji/contract';
import type { Reader } from '../../../db/database.ts';
import { presentAttachment } from '../present.ts';

/** The files behind ids, for presenting what they are attached to. */
export async function loadAttachments(
  reader: Reader,
  bureauId: string,
  fileIds: readonly string[],
): Promise<Map<string, files.AttachmentView>> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .selectFrom('file')
    .innerJoin('account', 'account.id', 'file.uploaded_by')
    .select(['file.id', 'file.name', 'file.media_type', 'file.size_bytes', 'file.uploaded_at'])
    .select('account.display_name as uploaded_by_name')
    .where('file.bureau_id', '=', bureauId)
    .where('file.id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, presentAttachment(row)]));
}

/** In the order given; ids without a file cannot occur, for they are checked when attached. */
export function attachmentsOf(
  loaded: ReadonlyMap<string, files.AttachmentView>,
  fileIds: readonly string[],
): files.AttachmentView[] {
  return fileIds.flatMap((fileId) => loaded.get(fileId) ?? []);
}
