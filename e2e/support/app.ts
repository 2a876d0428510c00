import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 150_000;

export interface RunningApp {
  readonly url: string;
  /** The installation's folder; `mingji` commands given the same MINGJI_VAR_DIR work beside the running app. */
  readonly varDir: string;
  stop(): Promise<void>;
}

/** `mingji serve` on an empty database, or what `npm start` runs: the demo city. */
export type Program = 'serve' | 'demo';

const PROGRAMS: Record<Program, string[]> = {
  serve: ['packages/cli/bin/mingji.mjs', 'serve'],
  demo: ['tools/commands/start.ts'],
};

/** Starts the real program in a process, a folder and a port of its own, and waits for its ready line. */
export async function startApp(program: Program): Promise<RunningApp> {
  const varDir = await mkdtemp(join(tmpdir(), 'mingji-e2e-'));
  // Started by root, the embedded database's own account must be able to pass through.
  await chmod(varDir, 0o755);
  const { DATABASE_URL: _unused, ...env } = process.env;
  const child = spawn(join(root, 'node_modules/.bin/node'), PROGRAMS[program], {
    cwd: root,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', MINGJI_VAR_DIR: varDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    await rm(varDir, { recursive: true, force: true });
  };
  try {
    return { url: await readyAddress(child), varDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`not ready in time: ${said}`)), READY_MS);
    const hear = (piece: Buffer): void => {
      said += piece.toString();
      const address = /明绩已就绪 (http\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => {
      clearTimeout(late);
      reject(new Error(`ended before it was ready: ${said}`));
    });
  });
}
