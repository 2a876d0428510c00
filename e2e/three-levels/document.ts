import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { button } from '../support/controls.ts';

/** The Word document behind 下载文稿: a package with the parts Word wants; its visible text. */
export async function downloadedText(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await button(page, '下载文稿').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
  );
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return xml.replace(/<[^>]+>/g, '');
}
