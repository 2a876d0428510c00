import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../repository.ts';
import type { Generator } from './index.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const PLATFORM = /(?:^|[-/])(android|darwin|freebsd|linux|win32)-(arm64|x64)(-musl)?$/;

/**
 * npm writes a platform's optional package into the lock only when it could see that very version when the lock
 * was made, and then refuses `npm ci` for what it left out. The names say the platform, the versions are pinned:
 * what is missing can be entered without asking anybody. Entries of other platforms are never fetched.
 */
export const completeLock: Generator = {
  path: 'package-lock.json',
  what: '依赖锁定文件（各平台）',
  produce: async () => {
    const lock: Lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
    return `${JSON.stringify(completed(lock), null, 2)}\n`;
  },
};

export function completed(lock: Lock): Lock {
  const missing = Object.values(lock.packages)
    .flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
    .filter(([name]) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version)] as const);
  if (missing.length === 0) return lock;
  const packages = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return { ...lock, packages: Object.fromEntries(packages) };
}

function entryFor(name: string, version: string): LockedPackage {
  const [, os, cpu, musl] = PLATFORM.exec(name) ?? [];
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(
      `package-lock.json lacks ${name}@${version}, which names no platform or no exact version`,
    );
  }
  return { version, cpu: [cpu], optional: true, os: [os], ...(musl === undefined ? {} : { libc: ['musl'] }) };
}
