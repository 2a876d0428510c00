import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './repository.ts';

const LOCK = JSON.stringify({
  packages: {
    '': { name: 'clone' },
    'node_modules/library': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  },
});
const INSTALLED = JSON.stringify({
  packages: { 'node_modules/library': { version: '1.0.0', integrity: 'sha512-a' } },
});

let clone = '';

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'mingji-clone-'));
  mkdirSync(join(clone, 'tools', 'commands'), { recursive: true });
  copyFileSync(join(ROOT, 'tools', 'run.mjs'), join(clone, 'tools', 'run.mjs'));
  writeFileSync(join(clone, 'package-lock.json'), LOCK);
  writeFileSync(
    join(clone, 'tools', 'commands', 'check.ts'),
    "console.log('ran', process.argv.slice(2).join());",
  );
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** An npm that says and does what a real one would at this point; every call leaves a line in `calls`. */
function npm(body: string): string {
  const path = join(clone, 'npm-cli.js');
  const head = `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(join(clone, 'calls'))}, process.argv[2] + '\\n');`;
  writeFileSync(path, `${head}\n${body}`);
  return path;
}

const installs = (what: string): string =>
  `fs.mkdirSync('node_modules', { recursive: true }); fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(what)});`;

function run(args: string[], npmPath: string): { status: number | null; said: string } {
  const env = { PATH: process.env.PATH ?? '', npm_execpath: npmPath };
  const done = spawnSync(process.execPath, ['tools/run.mjs', ...args], { cwd: clone, env, encoding: 'utf8' });
  return { status: done.status, said: `${done.stdout}${done.stderr}`.trim() };
}

function calls(): number {
  const path = join(clone, 'calls');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').length : 0;
}

test('a fresh clone installs once, says so in one line, runs the command, and does not install again', () => {
  const fake = npm(installs(INSTALLED));
  expect(run(['check', 'engine'], fake)).toEqual({
    status: 0,
    said: '正在安装依赖（首次约一分钟）……\nran engine',
  });
  expect(run(['check'], fake)).toEqual({ status: 0, said: 'ran' });
  expect(calls()).toBe(1);
});

test('another version in the lock than in node_modules is installed anew', () => {
  mkdirSync(join(clone, 'node_modules'));
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), INSTALLED.replace('1.0.0', '0.9.0'));
  expect(run(['check'], npm(installs(INSTALLED))).status).toBe(0);
  expect(calls()).toBe(1);
});

test.each([
  ['npm error code ENOTFOUND', '连不上'],
  ['npm error code ENOSPC', '磁盘已满'],
  ['npm error code EBADPLATFORM', '不支持本机平台'],
  ['npm error code EACCES', '没有权限'],
  [
    'npm error code EUSAGE\\nnpm error\\nnpm error The lock is stale.',
    '安装依赖失败：npm error The lock is stale.',
  ],
])('an installation that ends with "%s" is refused in one line', (complaint, expected) => {
  const { status, said } = run(['check'], npm(`console.error('${complaint}'); process.exit(1);`));
  const lines = said.split('\n');
  expect(status).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(expected);
});

test('an unknown command is refused with the known ones, and nothing is installed', () => {
  const { status, said } = run(['fly'], npm(''));
  expect(status).toBe(1);
  expect(said).toContain('start、dev、test、check、generate、bench、mutation、build');
  expect(calls()).toBe(0);
});
