import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, SERVER_ENVIRONMENT } from './cluster.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';

export type Launch =
  | { readonly kind: 'running'; readonly postmaster: Postmaster }
  | { readonly kind: 'refused'; readonly reason: string };

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const PID_FILE_MS = 20_000;
const POLL_MS = 20;

/** For one small server: 16 GB, other programs beside us. Durability (fsync, full_page_writes) stays as shipped: on. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  // A query whose app was killed must not hold its row locks for long.
  client_connection_check_interval: '2s',
};

/**
 * Starts the server as a process of its own session: Ctrl-C in the terminal reaches only the app, which then
 * ends its work before it stops the database. Its output goes to a file, never to a pipe that dies with us.
 */
export async function launch(
  home: string,
  cluster: Cluster,
  account: ServerAccount | null,
  binaries: ServerBinaries,
  extraSettings: Readonly<Record<string, string>>,
): Promise<Launch> {
  const port = await freePort();
  const logPath = join(home, 'server.log');
  const from = rotate(logPath);
  const log = openSync(logPath, 'a', 0o600);
  if (account !== null) chownSync(logPath, account.uid, account.gid);
  const settings = Object.entries({ ...SETTINGS, ...extraSettings, port: String(port) });
  const child = spawn(
    binaries.postgres,
    ['-D', cluster.folder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: '/', detached: true, env: SERVER_ENVIRONMENT, stdio: ['ignore', log, log], ...account },
  );
  closeSync(log);
  child.unref();
  return await untilRunning(child, cluster.folder, () => readFileSync(logPath).subarray(from).toString());
}

async function untilRunning(child: ChildProcess, folder: string, logged: () => string): Promise<Launch> {
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= reasonFrom(logged());
  });
  const deadline = Date.now() + PID_FILE_MS;
  while (Date.now() < deadline) {
    if (ended !== null) return { kind: 'refused', reason: ended };
    const found = child.pid === undefined ? null : findPostmaster(folder);
    if (found !== null && found.pid === child.pid && found.port > 0) {
      return { kind: 'running', postmaster: found };
    }
    await sleep(POLL_MS);
  }
  child.kill('SIGKILL');
  return { kind: 'refused', reason: '启动超时' };
}

/** The line that says why: PostgreSQL prints hints and context after it. */
function reasonFrom(log: string): string {
  const lines = log.trim().split('\n');
  const fatal = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '') || '没有说明原因';
}

function rotate(path: string): number {
  try {
    const { size } = statSync(path);
    if (size < LOG_LIMIT_BYTES) return size;
    renameSync(path, `${path}.1`);
    return 0;
  } catch {
    return 0;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
