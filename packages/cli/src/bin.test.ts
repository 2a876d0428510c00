import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/mingji.mjs', import.meta.url));
const mingji = (argv: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, ...argv], { input, encoding: 'utf8', timeout: 30_000 });

test('X8 mingji answers on standard output, refuses with 1 and explains its use with 2', () => {
  const done = mingji(['split'], '{"total":"10","weights":["3","3","1"]}');
  expect([done.status, JSON.parse(done.stdout), done.stderr]).toEqual([0, { parts: ['4', '4', '2'] }, '']);
  const refused = mingji(['quota'], '{"rate":"0.4","cycles":[{"participants":1,"used":2}]}');
  expect([refused.status, refused.stderr]).toEqual([1, '']);
  expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'quotaExceeded', path: 'cycles[0].used' });
  const misused = mingji(['rank', '--fast']);
  expect([misused.status, misused.stdout]).toEqual([2, '']);
  expect(misused.stderr).toContain('用法：mingji rank');
}, 60_000);

test('X8 mingji lists its commands, the small ones included', () => {
  const { status, stdout } = mingji(['--help']);
  expect(status).toBe(0);
  for (const name of ['evaluate', 'quota', 'rank', 'split', 'working-days'])
    expect(stdout).toContain(`  ${name} `);
}, 60_000);
