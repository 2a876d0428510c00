#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));

// Node 24 runs TypeScript by itself; an older one hands over to the one the project pins.
if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import('../src/main.ts');
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1;
  });
} else {
  process.stderr.write('需要 Node 24 或更新的版本;请先在项目目录运行 npm ci。\n');
  process.exitCode = 1;
}
