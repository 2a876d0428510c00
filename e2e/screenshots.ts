import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { withDemoBrowser } from './support/demo-browser.ts';
import { roleCards, SIZES, type Size, Visit } from './support/demo-pages.ts';

/**
 * Pictures of every page of the demo city, for each role at both sizes, to be looked at:
 * `node e2e/screenshots.ts FOLDER [ADDRESS]`; with the address of a running demo it is used instead of a new one.
 */
const [folder, address] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node e2e/screenshots.ts FOLDER [ADDRESS]');

await withDemoBrowser(address, async (browser, url) => {
  for (const size of Object.keys(SIZES) as Size[]) await picturesAt(browser, url, size);
});

async function picturesAt(browser: Browser, url: string, size: Size): Promise<void> {
  const place = join(folder ?? '', size);
  await mkdir(place, { recursive: true });
  const first = await Visit.begin(browser, url, size);
  const cards = await roleCards(first.page);
  await first.page.screenshot({ path: join(place, 'sign-in.png') });
  await first.end();
  for (const card of cards) {
    const visit = await Visit.begin(browser, url, size);
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
