import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskFull, EmbeddedError, saysDiskFull } from './embedded-error.ts';
import { canReach, type ServerAccount } from './server-account.ts';

const SHARED_ROOT = '/var/lib/mingji';
const NOTE = 'location.txt';
/** Below this PostgreSQL could start but would stop in the middle of somebody's work. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/**
 * Where the embedded database lives: the folder asked for, or, when the server's account cannot pass through
 * the folders above it (a checkout under a private home, started by root), a folder of its own under /var/lib,
 * derived from the folder asked for and noted there.
 */
export function homeFolder(dataDir: string, account: ServerAccount | null): string {
  const asked = resolve(dataDir);
  try {
    const moved = notedPlace(asked);
    const home = moved ?? asked;
    own(home, account);
    if (canReach(account, home)) return checked(home);
    if (existsSync(join(home, 'cluster'))) throw unreachable(home);
    const elsewhere = placeElsewhere(asked);
    mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
    own(elsewhere, account);
    if (!canReach(account, elsewhere)) throw unreachable(elsewhere);
    writeFileSync(join(asked, NOTE), `${elsewhere}\n本目录无法由数据库账号访问，数据保存在上面的目录。\n`);
    return checked(elsewhere);
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    if (saysDiskFull(String(error))) throw diskFull(asked);
    throw new EmbeddedError('unreachable-folder', `不能使用数据目录 ${asked}:${(error as Error).message}`);
  }
}

function placeElsewhere(asked: string): string {
  return join(SHARED_ROOT, createHash('sha256').update(asked).digest('hex').slice(0, 12));
}

/** The note counts only for the folder it was written for: a copied checkout must not share the original's data. */
function notedPlace(asked: string): string | null {
  const note = join(asked, NOTE);
  if (!existsSync(note)) return null;
  const [place] = readFileSync(note, 'utf8').split('\n');
  return place === placeElsewhere(asked) && existsSync(place) ? place : null;
}

function own(folder: string, account: ServerAccount | null): void {
  // Only the folder itself is private: the server's account must be able to pass through those above it.
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (account !== null) {
    chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
    return;
  }
  if (statSync(folder).uid !== process.getuid?.()) {
    throw new EmbeddedError(
      'foreign-data',
      `数据目录 ${folder} 属于另一个系统用户：请用原来的用户（或 root）启动，或用 MINGJI_VAR_DIR 另指定目录。`,
    );
  }
}

function checked(home: string): string {
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(home);
  return home;
}

function unreachable(folder: string): EmbeddedError {
  return new EmbeddedError(
    'unreachable-folder',
    `数据库账号进不了数据目录 ${folder}：请放开其上级目录的通过权限（chmod o+x），或用 MINGJI_VAR_DIR 另指定目录。`,
  );
}
