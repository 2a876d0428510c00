import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../program.ts';
import { ROOT } from '../repository.ts';

/** The server restarts when its code changes; Vite serves the web with hot reload and passes /api on to the server. */
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(ROOT, 'tools', 'commands', 'start.ts'), '--no-build'],
  { cwd: ROOT, stdio: 'inherit' },
);
const web = spawn(installed('vite'), ['--host', '127.0.0.1'], {
  cwd: join(ROOT, 'packages', 'web'),
  stdio: 'inherit',
  env: { ...process.env, MINGJI_SERVER: `http://127.0.0.1:${process.env.PORT ?? 8080}` },
});

const both = [server, web];
const end = (): void => {
  for (const child of both) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
for (const child of both) child.once('exit', end);
