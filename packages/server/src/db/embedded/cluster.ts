import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { diskFull, EmbeddedError, saysDiskFull } from './embedded-error.ts';
import { isAlive } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly folder: string;
  readonly password: string;
}

export const SUPERUSER = 'mingji';
const MAJOR_VERSION = '18';
const PASSWORD_FILE = 'mingji-password';

/** Our children see none of our environment: a PGDATA or PGOPTIONS of the machine must not reach them. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', LANG: 'C' };

/**
 * The database cluster in the home folder, made at the first start. It is made under another name and renamed
 * when complete, so that a power cut in the middle leaves nothing that looks like a database.
 */
export async function cluster(
  home: string,
  account: ServerAccount | null,
  binaries: ServerBinaries,
): Promise<Cluster> {
  const folder = join(home, 'cluster');
  if (!existsSync(folder)) await make(folder, account, binaries);
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedError(
      'wrong-version',
      `${folder} 是 PostgreSQL ${version} 的数据，内置数据库是 ${MAJOR_VERSION}：请先用原版本导出，再导入新目录。`,
    );
  }
  return { folder, password: readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim() };
}

async function make(folder: string, account: ServerAccount | null, binaries: ServerBinaries): Promise<void> {
  await removeUnfinished(folder);
  const unfinished = `${folder}.new-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await writeSecret(passwordFile, password, account);
    await runInitdb(unfinished, passwordFile, account, binaries);
    await writeSecret(join(unfinished, PASSWORD_FILE), password, account);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start was quicker: its cluster is as good as ours.
    if (existsSync(folder)) return;
    if (saysDiskFull(String(error))) throw diskFull(folder);
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(
  folder: string,
  passwordFile: string,
  account: ServerAccount | null,
  binaries: ServerBinaries,
): Promise<void> {
  const args = [
    ...['--pgdata', folder, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // The builtin provider sorts by code point on every machine alike; no index depends on a system library.
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
    ...['--no-instructions'],
  ];
  const child = spawn(binaries.initdb, args, {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [complaint, status] = await Promise.all([text(child.stderr), ended]);
  if (status === 0) return;
  throw new EmbeddedError('init-failed', `内置数据库初始化失败：${complaint.trim().split('\n').join(' ')}`);
}

async function writeSecret(path: string, secret: string, account: ServerAccount | null): Promise<void> {
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** What an interrupted first start left behind, unless its process is still at work. */
async function removeUnfinished(folder: string): Promise<void> {
  const home = join(folder, '..');
  for (const name of readdirSync(home)) {
    const pid = /^cluster\.new-(\d+)/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(home, name), { recursive: true, force: true });
  }
}
