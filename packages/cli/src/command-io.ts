import { parseFormat } from '@mingji/contract';
import { type Result, refused } from '@mingji/engine';
import type { z } from 'zod';
import { NOT_UTF8 } from './decode-utf8.ts';
import { type LocatedRefusal, placesIn, readData } from './read-data.ts';

/** What a command may do to the world; tests pass their own. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  readFile(path: string): string;
  readStdin(): Promise<string>;
}

/** The path that means standard input. */
export const STDIN = '-';

export function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

/** Exit code 0: the result as JSON on standard output; decimals are text already. */
export function answer(io: CommandIo, result: unknown): 0 {
  io.stdout(`${JSON.stringify(result, null, 2)}\n`);
  return 0;
}

/**
 * Exit code 1. The first refusal is the answer; all of them are listed, so that a reader mends everything in one go.
 * `file` says which of several files is meant, unless a refusal says so itself; of files the line is told as well.
 */
export function refuse(io: CommandIo, refusals: readonly LocatedRefusal[], file: string | null): 1 {
  const placed = placeRefusals(io, refusals, file);
  io.stdout(`${JSON.stringify({ ...placed[0], refusals: placed }, null, 2)}\n`);
  return 1;
}

/** Refusals of a whole file, which have no place in it. */
const UNPLACED = new Set(['fileUnreadable', 'fileMalformed', 'inputTooLarge']);

/** Each refusal with its file, line and column, as far as they are known. */
export function placeRefusals<T extends LocatedRefusal>(
  io: CommandIo,
  refusals: readonly T[],
  file: string | null,
): readonly (T & LocatedRefusal)[] {
  const places = new Map<string, ReturnType<typeof placesIn>>();
  const placesOf = (own: string) => {
    const found = places.get(own) ?? placesIn(io.readFile(own).replace(/^\uFEFF/, ''));
    places.set(own, found);
    return found;
  };
  return refusals.map((refusal) => {
    const own = refusal.file ?? file;
    if (own === null || own === STDIN) return refusal;
    const { line } = refusal;
    const known = line !== undefined || UNPLACED.has(refusal.code);
    return { ...refusal, file: own, ...(known ? {} : placesOf(own)(refusal.path)) };
  });
}

/** Exit code 2: how to use it, on standard error, so that standard output stays JSON only. */
export function misused(io: CommandIo, usage: string): 2 {
  io.stderr(usage);
  return 2;
}

/** The plain data of a YAML or JSON file, or of JSON on standard input; numbers keep the digits as written. */
export async function readInput(io: CommandIo, path: string): Promise<Result<unknown>> {
  const text = await readText(io, path);
  if (!text.ok) return text;
  return readData(text.value.replace(/^\uFEFF/, ''), path === STDIN ? '标准输入' : path, path);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在，请核对路径',
  EISDIR: '这是一个目录，请核对路径',
  [NOT_UTF8]: '内容不是 UTF-8 编码，请另存为 UTF-8 后再用',
};

async function readText(io: CommandIo, path: string): Promise<Result<string>> {
  try {
    return { ok: true, value: path === STDIN ? await io.readStdin() : io.readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const name = path === STDIN ? '标准输入' : ` ${path}`;
    const reason = UNREADABLE[code] ?? `${code}，请核对路径`;
    return refused({ code: 'fileUnreadable', path, message: `读不到${name}：${reason}` });
  }
}

export interface SmallCommand<T> {
  readonly usage: string;
  /** Strict: what it does not name is refused. */
  readonly format: z.ZodType<T>;
  /** Pure: the answer as plain JSON, or why there is none. */
  answer(input: T): Result<unknown>;
}

/** A command that reads one JSON document, from a file or standard input, and answers with one. */
export async function runSmallCommand<T>(
  command: SmallCommand<T>,
  argv: readonly string[],
  io: CommandIo,
): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout(command.usage);
    return 0;
  }
  const [path = STDIN, ...rest] = argv;
  if (rest.length > 0 || (path !== STDIN && path.startsWith('-'))) return misused(io, command.usage);
  const data = await readInput(io, path);
  if (!data.ok) return refuse(io, data.refusals, path);
  const input = parseFormat(command.format, data.value);
  if (!input.ok) return refuse(io, input.refusals, path);
  const result = command.answer(input.value);
  return result.ok ? answer(io, result.value) : refuse(io, result.refusals, path);
}
