import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ensureChromium } from './ensure-chromium.ts';
import { installed, run } from './program.ts';
import { E2E_CONFIG, type Step, withReport } from './steps.ts';
import { one, type PlaywrightSuite, specsOf, type Tally, tallyPlaywright } from './tally.ts';

export function browserTests(): Step {
  return { name: '浏览器测试', run: runBrowserTests };
}

/** Without any browser, and only then, the browser tests are skipped: said aloud and counted one by one. */
async function runBrowserTests(): Promise<Tally> {
  const chromium = await ensureChromium();
  if (!chromium.found) {
    console.log(`没有可用的浏览器：${chromium.reason}。浏览器测试全部略过。`);
    return { passed: 0, failed: 0, skipped: await countTests(), note: chromium.reason };
  }
  return await withReport(async (path) => {
    await playwright(path, ['--reporter=dot,json'], { show: true, chromium: chromium.path });
    return existsSync(path) ? tallyPlaywright(JSON.parse(await readFile(path, 'utf8'))) : one(false);
  });
}

async function countTests(): Promise<number> {
  return await withReport(async (path) => {
    await playwright(path, ['--list', '--reporter=json'], { show: false, chromium: '' });
    const report: { suites: PlaywrightSuite[] } = JSON.parse(await readFile(path, 'utf8'));
    return specsOf(report.suites).reduce((sum, spec) => sum + spec.tests.length, 0);
  });
}

async function playwright(
  reportPath: string,
  args: readonly string[],
  { show, chromium }: { show: boolean; chromium: string },
): Promise<void> {
  await run(installed('playwright'), ['test', '--config', E2E_CONFIG, ...args], {
    show,
    // Its workers colour by themselves; told otherwise as well, Node warns of it at every one.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath, CHROMIUM_PATH: chromium, NO_COLOR: undefined },
  });
}
