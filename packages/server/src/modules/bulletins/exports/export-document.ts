import type { Ctx } from '../../../context.ts';
import { DOCX, type FileAnswer } from '../../../file-answer.ts';
import { localDay } from '../../../local-day.ts';
import { documentOf } from '../document-of.ts';
import { findBulletin } from '../find-bulletin.ts';
import { writeWord } from '../word/write-word.ts';

/** The Word document of what the screen shows; a draft's has no number and no date yet. */
export async function exportDocument(ctx: Ctx, bulletinId: string): Promise<FileAnswer> {
  const row = await findBulletin(ctx.deps.db, ctx, bulletinId);
  const document = await documentOf(ctx.deps.db, row);
  const title = document.title.replace(/[\\/:*?"<>|\r\n]/g, '');
  const name = document.number === null ? `${title}（草稿）` : `${document.number} ${title}`;
  const printedOn = row.published_at && localDay(row.published_at, ctx.actor.timeZone);
  const bytes = await writeWord(document, printedOn);
  return { name: `${name.slice(0, 120)}.docx`, mediaType: DOCX, bytes };
}
