import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, run } from './program.ts';
import { ROOT } from './repository.ts';
import { one, type Tally, tallyVitest } from './tally.ts';

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

/** Every TypeScript project; the engine twice, because its own code may know less than its tests. */
const PROJECTS = [
  'packages/engine/tsconfig.json',
  'packages/engine/tsconfig.test.json',
  'packages/contract/tsconfig.json',
  'packages/server/tsconfig.json',
  'packages/cli/tsconfig.json',
  'packages/web/tsconfig.json',
  'tsconfig.json',
];

export function formatAndLint(): Step {
  return {
    name: '格式与代码检查',
    run: () => quietly(installed('biome'), ['check', '--error-on-warnings', '.']),
  };
}

export function types(): Step[] {
  return PROJECTS.map((project) => ({
    name: `类型 ${project}`,
    run: () => quietly(installed('tsc'), ['--project', project]),
  }));
}

/** Silent when all is well; everything the program said when it is not. */
async function quietly(program: string, args: readonly string[]): Promise<Tally> {
  const ended = await run(program, args);
  if (!ended.ok) console.log(ended.output);
  return ended.ok ? one(true) : { ...one(false), failures: ended.output.split('\n') };
}

/** One Vitest project, or only some of its files. */
export function vitest(name: string, project: string, only: readonly string[] = []): Step {
  return { name, run: () => runVitest(project, only) };
}

async function runVitest(project: string, only: readonly string[]): Promise<Tally> {
  return await withReport(async (path) => {
    await run(
      installed('vitest'),
      [
        'run',
        '--project',
        project,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${path}`,
        ...only,
      ],
      { show: true },
    );
    return existsSync(path) ? tallyVitest(JSON.parse(await readFile(path, 'utf8'))) : one(false);
  });
}

/** Lends a path for a machine-readable report and removes it afterwards. */
export async function withReport<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mingji-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const E2E_CONFIG = join(ROOT, 'e2e', 'playwright.config.ts');
