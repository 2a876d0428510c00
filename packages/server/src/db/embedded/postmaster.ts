import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running server as its own postmaster.pid describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const POLL_MS = 25;
const FAST_SHUTDOWN_MS = 20_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/**
 * The live server of exactly this data folder, or null. A pid file that names a process which is not that
 * server (left by a kill or a power cut, its number since given to somebody else) is removed.
 */
export function findPostmaster(folder: string): Postmaster | null {
  const path = join(folder, 'postmaster.pid');
  const content = readIfThere(path);
  if (content === null) return null;
  const lines = content.split('\n');
  const pid = Number(lines[0]);
  if (Number.isInteger(pid) && pid > 1 && isServerOf(folder, pid)) {
    return { pid, port: Number(lines[3] ?? 0) };
  }
  // Somebody else's start may have replaced the file since we read it.
  if (readIfThere(path) === content) rmSync(path, { force: true });
  return null;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** We start the server with `-D <folder>`, so its command line says whose it is; a pid alone proves nothing. */
function isServerOf(folder: string, pid: number): boolean {
  const words = commandLine(pid);
  return basename(words[0] ?? '').startsWith('postgres') && words.includes(folder);
}

function commandLine(pid: number): string[] {
  if (existsSync('/proc/self/cmdline')) {
    return (readIfThere(`/proc/${pid}/cmdline`) ?? '').split('\0');
  }
  const answer = spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim().split(/\s+/) : [];
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fast shutdown (open transactions roll back, everything committed is flushed); harder only when that hangs. */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
    ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
  ];
  for (const [signal, patience] of steps) {
    if (!send(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(POLL_MS);
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
