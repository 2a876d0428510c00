import { join } from 'node:path';
import { installed, run } from '../program.ts';
import { ROOT } from '../repository.ts';

/**
 * Breaks the engine's rule files on purpose, one small change at a time, and counts how many the tests notice: below
 * 90 % it fails. Takes many minutes, so it is no part of `npm test`. Arguments choose folders or files of the engine:
 * `npm run mutation -- rules/families ranking`.
 */
const wanted = process.argv.slice(2);
const chosen = wanted.flatMap((part) => [
  `packages/engine/src/${part}*.ts`,
  `packages/engine/src/${part}/**/*.ts`,
]);
const ended = await run(
  process.execPath,
  [
    installed('stryker'),
    'run',
    join(ROOT, 'tools', 'mutation', 'stryker.config.json'),
    ...(chosen.length === 0
      ? []
      : [
          '--mutate',
          [...chosen, '!packages/engine/src/**/*.test.ts'].join(','),
          '--incrementalFile',
          'var/mutation/part.json',
        ]),
  ],
  { show: true },
);
if (!ended.ok) process.exitCode = 1;
