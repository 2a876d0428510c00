import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../tools/ensure-chromium.ts';
import { startApp } from './support/app.ts';
import { roleCards, SIZES, type Size, Visit } from './support/demo-pages.ts';

/**
 * Pictures of every page of the demo city, for each role at both sizes, to be looked at:
 * `node e2e/screenshots.ts FOLDER [ADDRESS]`; with the address of a running demo it is used instead of a new one.
 */
const [folder, address] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node e2e/screenshots.ts FOLDER [ADDRESS]');

const app = address === undefined ? await startApp('demo') : { url: address, stop: async () => {} };
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const size of Object.keys(SIZES) as Size[]) await picturesAt(size);
} finally {
  await browser.close();
  await app.stop();
}

async function picturesAt(size: Size): Promise<void> {
  const place = join(folder ?? '', size);
  await mkdir(place, { recursive: true });
  const first = await Visit.begin(browser, app.url, size);
  const cards = await roleCards(first.page);
  await first.page.screenshot({ path: join(place, 'sign-in.png') });
  await first.end();
  for (const card of cards) {
    const visit = await Visit.begin(browser, app.url, size);
    await visit.enterAs(card);
    for (const path of await visit.offeredPages()) {
      await visit.open(path).catch((error: unknown) => console.log(`${card.role} ${path}: ${String(error)}`));
      await visit.page.screenshot({
        path: join(place, `${card.role}-${card.name}${path.replaceAll('/', '-')}.png`),
      });
    }
    for (const trouble of visit.troubles) console.log(`${size} ${card.role} ${card.name} ${trouble}`);
    await visit.end();
  }
}
