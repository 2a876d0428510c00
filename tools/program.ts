import { type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './repository.ts';

/** A program of node_modules, run by its name. */
export function installed(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name);
}

export interface Ended {
  readonly ok: boolean;
  /** Standard output and error together, empty when the program wrote straight to the terminal. */
  readonly output: string;
}

export interface Run {
  readonly cwd?: string;
  /** On top of the environment of this process; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Shown as it comes, or kept and returned. */
  readonly show?: boolean;
}

/** Kept output and logs are read as text: a colour code around every dot drowns what failed. */
const PLAIN = { NO_COLOR: '1' };

/** Runs a program to its end. A program that cannot be started is a failed one, with the reason as its output. */
export function run(program: string, args: readonly string[], options: Run = {}): Promise<Ended> {
  const settings: SpawnOptions = {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...(options.show && process.stdout.isTTY ? {} : PLAIN), ...options.env },
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, settings);
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (status) =>
      resolve({ ok: status === 0, output: Buffer.concat(pieces).toString().trim() }),
    );
  });
}
