import { test as base } from '@playwright/test';
import { type RunningApp, startApp } from './app.ts';

interface DemoFixtures {
  readonly demo: Pick<RunningApp, 'url' | 'stop'>;
}

/** Who works on a journey names a demo that runs already: `DEMO_ADDRESS=http://127.0.0.1:8080`. */
function runningDemo(): DemoFixtures['demo'] | null {
  const { DEMO_ADDRESS: url } = process.env;
  return url === undefined ? null : { url, stop: async () => {} };
}

/** One demo city for all the specs that walk in it: making it takes a minute or two. */
export const test = base.extend<object, DemoFixtures>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what it is given.
    async ({}, use) => {
      const app = runningDemo() ?? (await startApp('demo'));
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
