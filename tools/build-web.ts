import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, run } from './program.ts';
import { ROOT, repositoryFiles } from './repository.ts';

const WEB = join(ROOT, 'packages', 'web');
const STAMP = join(WEB, 'dist', '.built-from');
/** What ends up in the page: the web itself and the two packages it is built from. */
const SOURCES = /^(packages\/(web|contract|engine)\/|package-lock\.json$)/;

/** Builds the web when its sources are not the ones the build at hand was made from. False when the build failed. */
export async function buildWeb(): Promise<boolean> {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true;
  console.log('正在构建网页……');
  const ended = await run(installed('vite'), ['build', '--logLevel', 'warn'], { cwd: WEB });
  if (!ended.ok) console.log(ended.output);
  else writeFileSync(STAMP, wanted);
  return ended.ok;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of repositoryFiles().filter((name) => SOURCES.test(name) && !/\.test\.tsx?$/.test(name))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
