import { join } from 'node:path';
import { installed, run } from '../program.ts';
import { ROOT } from '../repository.ts';

/**
 * Breaks the engine's rule files on purpose, one small change at a time, and counts how many the tests notice: below
 * 90 % it fails. Takes many minutes, so it is no part of `npm test`. Arguments choose folders or files of the engine:
 * `npm run mutation -- rules/families ranking`. What follows a first argument with dashes goes to Stryker itself
 * (`… ranking --concurrency 1` on a busy machine).
 */
const given = process.argv.slice(2);
const firstOption = given.findIndex((argument) => argument.startsWith('--'));
const wanted = firstOption < 0 ? given : given.slice(0, firstOption);
const options = firstOption < 0 ? [] : given.slice(firstOption);
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
    ...options,
  ],
  { show: true },
);
if (!ended.ok) process.exitCode = 1;
