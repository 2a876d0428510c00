import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { smallPng } from '../tools/handbook/small-png.ts';
import { type HandbookPicture, pictures } from './handbook/pictures.ts';
import { withDemoBrowser } from './support/demo-browser.ts';
import { Visit } from './support/demo-pages.ts';

/**
 * Takes the pictures of the handbook anew: `node e2e/handbook-pictures.ts [ADDRESS] [PICTURE …]`; with the address of a
 * running demo it is used instead of a new one, with names of pictures only these are taken.
 */
const given = process.argv.slice(2);
const address = given.find((word) => word.startsWith('http'));
const named = given.filter((word) => word !== address);
const place = fileURLToPath(new URL('../docs/handbook/images/', import.meta.url));
const unknown = named.filter((name) => !pictures.some(({ file }) => file === name));
if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}`);

await withDemoBrowser(address, async (browser, url) => {
  await mkdir(place, { recursive: true });
  for (const picture of pictures) {
    if (named.length === 0 || named.includes(picture.file)) await take(browser, url, picture);
  }
});

async function take(browser: Browser, url: string, picture: HandbookPicture): Promise<void> {
  const visit = await Visit.begin(browser, url, picture.size);
  const { page } = visit;
  try {
    await visit.enterAt(...picture.account);
    await visit.open(picture.path);
    await picture.prepare?.(page);
    await visit.settled();
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    const mark = picture.mark?.(page);
    await mark?.evaluate((part) => {
      part.style.outline = '3px solid #c2410c';
      part.style.outlineOffset = '2px';
    });
    const png = smallPng(await page.screenshot());
    await writeFile(join(place, `${picture.file}.png`), png);
    console.log(`${picture.file}: ${Math.round(png.length / 1000)} kB`);
    for (const trouble of visit.troubles) console.log(`${picture.file}: ${trouble}`);
  } finally {
    await visit.end();
  }
}
