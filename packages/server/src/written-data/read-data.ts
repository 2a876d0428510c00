import { type Result, refused } from '@mingji/engine';
import { parse, YAMLParseError } from 'yaml';
import type { LocatedRefusal } from './locate.ts';
import { YAML_OPTIONS } from './yaml-options.ts';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** A number keeps the digits it was written with: 0.10 must never pass through a binary float (§1). */
const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' && context.source !== undefined ? context.source : value;

function readJson(text: string): unknown {
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}

/** Without the limit an alias bomb of a few lines would fill the memory. */
const MOST_ALIASES = 100;

function readYaml(text: string): unknown {
  return parse(text, { ...YAML_OPTIONS, maxAliasCount: MOST_ALIASES });
}

function malformed(
  path: string,
  message: string,
  place: { line: number; col: number } | undefined,
): Result<never> {
  const refusal: LocatedRefusal = {
    code: 'fileMalformed',
    path,
    message,
    ...(place && { line: place.line, column: place.col }),
  };
  return refused(refusal);
}

/** JSON.parse tells the place in words only, and not always. */
function placeInJson(text: string, message: string): { line: number; col: number } | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return undefined;
  const lines = text.slice(0, Number(position)).split('\n');
  return { line: lines.length, col: (lines.at(-1) ?? '').length + 1 };
}

/**
 * Reads YAML or JSON into plain data in which every number is the text it was written as. A file is JSON by its ending;
 * what has no name of its own (`-`, standard input) is JSON too.
 */
export function readData(text: string, name: string, path = name): Result<unknown> {
  const isJson = path === '-' || path.endsWith('.json');
  const language = isJson ? 'JSON' : 'YAML';
  try {
    return { ok: true, value: isJson ? readJson(text) : readYaml(text) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof YAMLParseError) {
      const reason = text.trim() === '' ? '内容是空的' : error.message;
      const place = error instanceof YAMLParseError ? error.linePos?.[0] : placeInJson(text, error.message);
      return malformed(path, `${name} 不是规范的 ${language}：${reason}`, place);
    }
    if (error instanceof ReferenceError)
      return malformed(path, `${name} 使用了过多的引用（&、*），请写出全文`, undefined);
    if (error instanceof RangeError)
      return malformed(path, `${name} 的嵌套层次过深，请核对 ${language} 内容`, undefined);
    throw error;
  }
}
