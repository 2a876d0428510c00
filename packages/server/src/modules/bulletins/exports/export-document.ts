import type { Ctx } from '../../../context.ts';
import { recordExport } from '../../audit/index.ts';
import { documentOf } from '../document-of.ts';
import { findBulletin } from '../find-bulletin.ts';
import { writeWord } from '../word/write-word.ts';

/** The Word document of what the screen shows; a draft's has no number and no date yet. */
export async function exportDocument(
  ctx: Ctx,
  bulletinId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const row = await findBulletin(ctx.deps.db, ctx, bulletinId);
  const document = await documentOf(ctx.deps.db, row);
  const title = document.title.replace(/[\\/:*?"<>|\r\n]/g, '');
  const name = document.number === null ? `${title}（草稿）` : `${document.number} ${title}`;
  const bytes = await writeWord(document);
  await recordExport(ctx, {
    action: 'bulletin.exported',
    subjectKind: 'bulletin',
    subjectId: bulletinId,
    summary: `下载通报 ${document.number ?? '（草稿）'}《${document.title}》`,
  });
  return { name: `${name.slice(0, 120)}.docx`, bytes };
}
