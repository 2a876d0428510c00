import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { EmbeddedError } from './embedded-error.ts';

/** The operating-system account that runs PostgreSQL when we ourselves are root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const OWN_ACCOUNT = 'mingji';

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as himself (null); root runs it as the owner of
 * the existing data, else as the machine's `postgres`, else as a system account made for the purpose.
 */
export function serverAccount(dataDir: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const known = lookUp('postgres') ?? lookUp(OWN_ACCOUNT);
  if (known !== null) return known;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/',
    '--shell',
    '/usr/sbin/nologin',
    OWN_ACCOUNT,
  ]);
  const made = lookUp(OWN_ACCOUNT);
  if (made !== null) return made;
  throw new EmbeddedError(
    'no-account',
    `以 root 启动时，内置数据库须由普通系统账号运行，但没有建成账号 ${OWN_ACCOUNT}：请先执行 useradd --system ${OWN_ACCOUNT}，或改用普通用户启动，或设置 DATABASE_URL。`,
  );
}

function lookUp(name: string): ServerAccount | null {
  const uid = numberFrom(['-u', name]);
  const gid = numberFrom(['-g', name]);
  return uid === null || gid === null || uid === 0 ? null : { uid, gid };
}

function numberFrom(args: string[]): number | null {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  return answer.status === 0 && /^\d+\s*$/.test(answer.stdout) ? Number(answer.stdout) : null;
}

/** Asks the kernel rather than guessing from modes: can this account read and pass through the path? */
export function canReach(account: ServerAccount | null, path: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], {
    cwd: '/',
    ...account,
  });
  return probe.status === 0;
}
