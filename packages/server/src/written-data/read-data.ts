import { type Result, refused } from '@mingji/engine';
import { parseDocument, YAMLError } from 'yaml';
import { duplicateKey } from './duplicate-key.ts';
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

/** A rule set nests twenty levels at most; the parser takes seconds over a text that is nothing but brackets. */
const MOST_LEVELS = 100;

function nestsTooDeep(text: string): boolean {
  if (text.includes('- '.repeat(MOST_LEVELS))) return true;
  let level = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    level = Math.max(0, level + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (level > MOST_LEVELS) return true;
  }
  return false;
}

/** An alias inside its own anchor makes data without an end. */
function refuseCircle(value: unknown, within: readonly unknown[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (within.includes(value)) throw new ReferenceError('circle');
  for (const member of Object.values(value)) refuseCircle(member, [...within, value]);
}

function readYaml(text: string): unknown {
  if (nestsTooDeep(text)) throw new RangeError('too deep');
  const document = parseDocument(text, YAML_OPTIONS);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw fault;
  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  refuseCircle(value, []);
  return value;
}

function malformed(path: string, message: string, place: Spot | undefined): Result<never> {
  const refusal: LocatedRefusal = {
    code: 'fileMalformed',
    path,
    message,
    ...(place && { line: place.line, column: place.col }),
  };
  return refused(refusal);
}

interface Spot {
  readonly line: number;
  readonly col: number;
}

function spotAt(text: string, offset: number): Spot {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, col: (lines.at(-1) ?? '').length + 1 };
}

/** JSON.parse tells the place in words only, and not always. */
function placeInJson(text: string, message: string): Spot | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : spotAt(text, Number(position));
}

/** What people most often get wrong, in their words; the rest keeps the parser's own name. */
const YAML_FAULTS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: '缩进不对',
  BAD_SCALAR_START: '以这个符号开头的文字须加引号',
  BAD_DQ_ESCAPE: '双引号中的反斜杠写法不对',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个“键: 值”，后一个请另起一行，或把文字加上引号',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少符号：引号、括号没有成对，或冒号、逗号漏写',
  MULTILINE_IMPLICIT_KEY: '字段名不能跨行，可能漏写了冒号',
  TAG_RESOLVE_FAILED: '不认识这个标记，请去掉感叹号',
  TAB_AS_INDENT: '缩进须用空格，不能用制表符',
  UNEXPECTED_TOKEN: '有多余的内容',
};

function wordsOf(error: SyntaxError | YAMLError): string {
  return (error instanceof YAMLError ? YAML_FAULTS[error.code] : undefined) ?? `写法不对（${error.message}）`;
}

/**
 * Reads YAML or JSON into plain data in which every number is the text it was written as. A file is JSON by its ending;
 * what has no name of its own (`-`, standard input) is JSON too.
 */
export function readData(text: string, name: string, path = name): Result<unknown> {
  const isJson = path === '-' || path.endsWith('.json');
  const language = isJson ? 'JSON' : 'YAML';
  try {
    const value = isJson ? readJson(text) : readYaml(text);
    const twice = isJson ? duplicateKey(text) : null;
    if (twice === null) return { ok: true, value };
    const spot = spotAt(text, twice.offset);
    const where = `第 ${spot.line} 行第 ${spot.col} 列`;
    return malformed(path, `${name} 不是规范的 JSON：${where}同一个字段“${twice.key}”写了两次`, spot);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof YAMLError) {
      const reason = text.trim() === '' ? '内容是空的' : wordsOf(error);
      const place = error instanceof YAMLError ? error.linePos?.[0] : placeInJson(text, error.message);
      const where = place === undefined ? '' : `第 ${place.line} 行第 ${place.col} 列`;
      return malformed(path, `${name} 不是规范的 ${language}：${where}${reason}`, place);
    }
    if (error instanceof ReferenceError)
      return malformed(path, `${name} 使用了过多或循环的引用（&、*），请写出全文`, undefined);
    if (error instanceof RangeError)
      return malformed(path, `${name} 的嵌套层次过深，请核对 ${language} 内容`, undefined);
    throw error;
  }
}
