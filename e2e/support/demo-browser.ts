import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../tools/ensure-chromium.ts';
import { startApp } from './app.ts';

/** A browser on the demo at `address`, or on a new one where none is given; both are closed afterwards. */
export async function withDemoBrowser(
  address: string | undefined,
  use: (browser: Browser, url: string) => Promise<void>,
): Promise<void> {
  const app = address === undefined ? await startApp('demo') : { url: address, stop: async () => {} };
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await use(browser, app.url);
  } finally {
    await browser.close();
    await app.stop();
  }
}
