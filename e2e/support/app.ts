import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClockMove } from './serve-with-clock.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const node = join(root, 'node_modules/.bin/node');
const READY_MS = 240_000;

/**
 * `serve` is what `mingji serve` runs, on an empty database, with a clock the test can move; `demo` is what
 * `npm start` runs: the demo city.
 */
export type Program = 'serve' | 'demo';

const PROGRAMS: Record<Program, string> = {
  serve: 'e2e/support/serve-with-clock.ts',
  demo: 'tools/commands/start.ts',
};

export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

export interface RunningApp {
  readonly url: string;
  /** `mingji …` on the same installation, beside the running app. */
  mingji(...args: string[]): Promise<CommandOutcome>;
  /** Moves the clock of `serve`; time goes on from there. */
  moveClock(instant: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the real program in a process, a folder and a port of its own, and waits for its ready line. */
export async function startApp(program: Program): Promise<RunningApp> {
  const varDir = await mkdtemp(join(tmpdir(), 'mingji-e2e-'));
  // Started by root, the embedded database's own account must be able to pass through.
  await chmod(varDir, 0o755);
  const { DATABASE_URL: _unused, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', HOST: '127.0.0.1', MINGJI_VAR_DIR: varDir };
  const child = spawn(node, [PROGRAMS[program]], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    await rm(varDir, { recursive: true, force: true });
  };
  try {
    const url = await readyAddress(child);
    // What the server complains of belongs beside the failure it caused.
    child.stderr?.pipe(process.stderr);
    return {
      url,
      stop,
      mingji: (...args) => runMingji(args, env),
      moveClock: (instant) => moveClock(child, instant),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function moveClock(child: ChildProcess, instant: string): Promise<void> {
  const moved = once(child, 'message');
  child.send({ now: instant } satisfies ClockMove);
  await moved;
}

function runMingji(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const program = join(root, 'packages/cli/bin/mingji.mjs');
    execFile(node, [program, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
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
