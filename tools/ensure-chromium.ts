import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './program.ts';

export type Chromium =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly reason: string };

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The system's Chromium for the browser tests: the one there is, else Debian's, with Chinese fonts. */
export async function ensureChromium(): Promise<Chromium> {
  const there = findChromium();
  if (there !== null) {
    if (!hasChineseFont()) await installPackages(['fonts-noto-cjk']);
    return { found: true, path: there };
  }
  const refused = await installPackages(['chromium', 'fonts-noto-cjk']);
  const installed = findChromium();
  if (installed !== null) return { found: true, path: installed };
  return { found: false, reason: refused ?? '已安装 chromium，但它不能运行' };
}

/** A Chromium that runs, as a full path: the one named by CHROMIUM_PATH, else one of the usual names. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const candidates = named === undefined ? NAMES : [named, ...NAMES];
  return candidates.map(onPath).find(runs) ?? null;
}

/** Playwright wants the full path. */
function onPath(name: string): string {
  const folders = name.includes('/') ? [] : (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? name;
}

/** Some distributions ship a launcher that only says where to get the browser: it must really answer. */
function runs(path: string): boolean {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && /Chrom/.test(answer.stdout);
}

function hasChineseFont(): boolean {
  const answer = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() !== '';
}

/** Null when installed, else why it could not be. */
async function installPackages(packages: readonly string[]): Promise<string | null> {
  const prefix = rootPrefix();
  if (spawnSync('apt-get', ['--version']).status !== 0) return '本机没有 chromium，也没有 apt-get 可用来安装';
  if (prefix === null)
    return '本机没有 chromium，安装需要 root 权限：请由管理员执行 apt-get install chromium';
  console.log(`正在安装 ${packages.join('、')}……`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const [program = 'apt-get', ...before] = [...prefix, 'apt-get'];
  await run(program, [...before, 'update', '-qq'], { env });
  const done = await run(
    program,
    [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages],
    {
      env,
    },
  );
  return done.ok ? null : `apt-get 没有装成 chromium:${done.output.split('\n').at(-1) ?? ''}`;
}

function rootPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}
