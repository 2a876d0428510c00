import { type Result, refused } from '@mingji/engine';
import { parse, YAMLParseError } from 'yaml';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** A number keeps the digits it was written with: 0.10 must never pass through a binary float (§1). */
const keepDigits: SourceReviver = (_key, value, context) =>
  typeof value === 'number' && context.source !== undefined ? context.source : value;

function readJson(text: string): unknown {
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}

function readYaml(text: string): unknown {
  return parse(text, {
    schema: 'core',
    uniqueKeys: true,
    maxAliasCount: 100,
    customTags: (tags) =>
      tags.filter((tag) => typeof tag === 'string' || !/^tag:yaml\.org,2002:(int|float)$/.test(tag.tag)),
  });
}

/**
 * Reads YAML or JSON into plain data in which every number is the text it was written as. A file is JSON by its ending;
 * what has no name of its own (`-`, standard input) is JSON too.
 */
export function readData(text: string, name: string, path: string): Result<unknown> {
  const isJson = path === '-' || path.endsWith('.json');
  try {
    return { ok: true, value: isJson ? readJson(text) : readYaml(text) };
  } catch (error) {
    const language = isJson ? 'JSON' : 'YAML';
    if (error instanceof SyntaxError || error instanceof YAMLParseError) {
      const reason = text.trim() === '' ? '内容是空的' : error.message;
      return refused({ code: 'fileMalformed', path, message: `${name} 不是规范的 ${language}：${reason}` });
    }
    if (error instanceof RangeError) {
      return refused({
        code: 'fileMalformed',
        path,
        message: `${name} 的嵌套层次过深，请核对 ${language} 内容`,
      });
    }
    throw error;
  }
}
