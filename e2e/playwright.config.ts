import { defineConfig } from '@playwright/test';
import { findChromium } from '../tools/ensure-chromium.ts';

const executablePath = findChromium();
const asRoot = process.getuid?.() === 0;

/** The journeys that must never break, in the system's own Chromium, at the two sizes people work on. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // Each journey has an app, a database and up to five browsers of its own: enough for two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // A recording makes the journeys twice as slow: it is asked for with --trace on.
    trace: 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Chromium's sandbox refuses to run as root; the pages under test are our own.
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
